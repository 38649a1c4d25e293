#include "events/reference.hpp"

#include <algorithm>

namespace timeloom {

bool is_definite(const SentenceView& view, std::uint32_t noun) {
    constexpr std::uint32_t most_adjectives = 2;
    for (auto i = noun; i > 0 && noun - i <= most_adjectives; --i) {
        const auto& before = view.words[i - 1];
        if (before.is(ClassOf::definite))
            return true;
        if (before.word_class || before.punctuation() || before.names() ||
            (view.tagged && before.upos != Upos::ADJ))
            return false;
    }
    return false;
}

bool is_further(const ReadingContext& context, const SentenceView& view, const Trigger& trigger) {
    if (context.lexicon[trigger.entry].further)
        return true;
    if (!view.parsed) {
        constexpr std::uint32_t near = 2; // words before and behind
        const auto end = std::min<std::size_t>(view.words.size(), trigger.last + 1 + near);
        for (auto i = trigger.first - std::min(trigger.first, near); i < end; ++i)
            if (view.has(i, ClassOf::further) && view.words[i].clause == view.words[trigger.word].clause)
                return true;
        return false;
    }
    const auto has_further = [&](std::uint32_t word) {
        return std::ranges::any_of(view.children_of(word),
                                   [&](std::uint32_t child) { return view.has(child, ClassOf::further); });
    };
    const auto is_argument = [&](std::uint32_t word) {
        const auto relation = view.words[word].relation;
        return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj;
    };
    for (const auto word : {trigger.word, trigger.verb})
        if (word != no_index &&
            (has_further(word) || std::ranges::any_of(view.children_of(word), [&](auto child) {
                 return is_argument(child) && has_further(child);
             })))
            return true;
    return false;
}

std::uint32_t unnamed_doer(const SentenceView& view, const Trigger& trigger) {
    for (const auto verb : {trigger.word, trigger.verb}) {
        if (verb == no_index)
            continue;
        for (const auto child : view.children_of(verb)) {
            const auto& word = view.words[child];
            if (word.relation == Deprel::nsubj && word.upos == Upos::NOUN && (!word.names() || word.compound))
                return child;
        }
    }
    return no_index;
}

} // namespace timeloom
