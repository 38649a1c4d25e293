#include "events/trigger_choice.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace timeloom {

namespace {

struct Choice {
    std::vector<Trigger>& found;
    const Lexicon& lexicon;
    const SentenceView& view;

    const SentenceWord& word(std::uint32_t i) const { return view.words[i]; }

    /// "creen" of "creer", unless it stands where "crear" has its subjunctive.
    bool mood_fits(const Trigger& t) const {
        using enum Features::Mood;
        return (t.form.mood == subjunctive) == (word(t.word).features.mood == subjunctive);
    }

    std::uint32_t rank(const Trigger& t) const {
        const auto& entry = lexicon[t.entry];
        const auto kind = entry.pos == TriggerPos::verb_noun   ? 2U
                          : entry.pos == TriggerPos::adjective ? 0U
                                                               : 1U;
        // "holds a stake in Arvo and wants to buy Brandt"
        const bool hangs =
            kind == 2U && t.verb != no_index &&
            (word(t.word).head == std::int32_t(t.verb) || word(t.verb).head == std::int32_t(t.word));
        return (((t.parts * 4 + kind) * 2 + (mood_fits(t) ? 1U : 0U)) * 2 + (entry.asks() ? 1U : 0U)) * 2 +
               (hangs ? 1U : 0U);
    }

    void drop(const std::vector<bool>& which) {
        std::size_t kept = 0;
        for (std::size_t t = 0; t < found.size(); ++t)
            if (!which[t])
                found[kept++] = found[t];
        found.resize(kept);
    }

    /// "hold a right of refusal" says more than the "right of refusal" in it.
    void drop_supported() {
        std::vector<std::uint32_t> parts(view.words.size()); ///< of the noun with its verb
        for (const auto& t : found)
            if (lexicon[t.entry].pos == TriggerPos::verb_noun)
                parts[t.word] = t.parts;
        std::erase_if(found, [&](const Trigger& t) {
            return lexicon[t.entry].pos == TriggerPos::noun && t.parts > 1 &&
                   std::any_of(parts.begin() + t.first, parts.begin() + t.last + 1,
                               [&](std::uint32_t of_support) { return of_support > t.parts; });
        });
    }

    /// "tagliare posti di lavoro" is not "tagliare posti".
    void drop_shortened() {
        const auto longer = [&](const Trigger& t) {
            return [&](const Trigger& u) {
                return lexicon[u.entry].pos == TriggerPos::verb_noun && u.verb == t.verb &&
                       u.parts > t.parts && t.verb < t.word && t.word < u.word;
            };
        };
        std::vector<bool> part(found.size());
        for (std::size_t t = 0; t < found.size(); ++t)
            part[t] = lexicon[found[t].entry].pos == TriggerPos::verb_noun &&
                      std::ranges::any_of(found, longer(found[t]));
        drop(part);
    }

    /// Whether the noun of a support verb is its object, or the subject of its passive.
    bool is_object(const Trigger& t) const {
        const auto& noun = word(t.word);
        return noun.head == std::int32_t(t.verb) &&
               (noun.relation == Deprel::obj || noun.relation == Deprel::nsubj_pass);
    }

    /// One reading a word, after those that ask for more; a verb that supports a noun tells nothing of its
    /// own.
    void run() {
        std::ranges::stable_sort(found, [&](const Trigger& a, const Trigger& b) {
            return a.word != b.word ? a.word < b.word : rank(a) > rank(b);
        });
        std::uint32_t settled = no_index;
        std::erase_if(found, [&](const Trigger& t) {
            const bool late = t.word == settled;
            if (!lexicon[t.entry].asks())
                settled = t.word;
            return late;
        });
        drop_supported();
        drop_shortened();
        // The longest expressions first: of two that share their words only one tells.
        std::vector<std::uint32_t> order(found.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, std::greater(), [&](std::uint32_t t) { return rank(found[t]); });
        std::vector<bool> taken(view.words.size()), with_object(view.words.size()), silent(view.words.size()),
            dropped(found.size());
        for (const auto at : order) {
            const auto& t = found[at];
            const auto& entry = lexicon[t.entry];
            // "said at the summit that …" tells both, "denied the allegations" but one.
            dropped[at] =
                silent[t.word] || with_object[t.word] || (taken[t.word] && entry.construction != "clausal");
            if (dropped[at])
                continue;
            if (t.verb != no_index && t.verb != t.word) {
                taken[t.verb] = true;
                with_object[t.verb] = with_object[t.verb] || is_object(t);
            }
            const bool expression = entry.pos != TriggerPos::verb_noun && t.parts > 1 && t.last - t.first < 6;
            for (auto i = t.split ? t.last : t.first; expression && i <= t.last; ++i)
                if (i != t.word)
                    taken[i] = true;
            for (auto i = t.first; entry.nothing && !entry.asks() && i <= t.last; ++i)
                silent[i] = true;
        }
        drop(dropped);
    }
};

} // namespace

void choose_triggers(std::vector<Trigger>& found, const Lexicon& lexicon, const SentenceView& view) {
    Choice{found, lexicon, view}.run();
}

} // namespace timeloom
