#include "events/distances.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t farthest = 14; ///< words behind "after" up to what is counted from

class Counter {
  public:
    Counter(const ReadingContext& context, const SentenceView& view, std::span<const Draft> drafts)
        : context_(context), view_(view), drafts_(drafts) {}

    /// Where what is counted from begins, and whether the count goes back from there.
    struct Way {
        std::uint32_t begin = no_index;
        bool back = false;
    };

    /// "two days | after", "il giorno dopo | la sentenza", "la veille | du procès"; none where nothing
    /// follows that could be counted from.
    Way way_behind(std::uint32_t word) const {
        const auto& time = context_.times[view_.words[word].timex];
        const auto next = word + 1;
        if (next >= view_.words.size())
            return {};
        using timing::Slot;
        if (time.type == TimexType::duration && time.reading.get(Slot::count, 1) > 0 &&
            !time.reading.has(Slot::relation)) {
            if (view_.has(next, ClassOf::later) || view_.has(next, ClassOf::earlier))
                return {next + 1, view_.has(next, ClassOf::earlier)};
            return {};
        }
        const auto relation = time.reading.get(Slot::relation, 0);
        if (time.anchor != Anchor::narrated || relation == 0 || !time.reading.has(Slot::unit))
            return {};
        const auto& word_behind = view_.words[next];
        const bool of = word_behind.preposition != 0 &&
                        (word_behind.preposition == context_.classes.preposition_class("of") ||
                         word_behind.preposition == context_.classes.preposition_class("to"));
        return of || view_.has(next, ClassOf::definite) ? Way{next, relation < 0} : Way{};
    }

    /// What is counted from: the first event behind, before the sentence goes on with its own verb.
    std::uint32_t origin(std::uint32_t begin) const {
        if (begin >= view_.words.size())
            return no_index;
        const auto& around = view_.clauses[view_.words[begin - 1].clause];
        const bool verb_first = around.verb != no_index && around.verb < begin;
        for (auto i = begin; i < view_.words.size() && i < begin + farthest; ++i) {
            const auto& word = view_.words[i];
            if (word.punctuation() && view_.text(i) != "-")
                return no_index;
            const auto found =
                std::ranges::find_if(drafts_, [&](const Draft& d) { return d.trigger.word == i; });
            const bool own = opens_clause(begin) || opened_at(view_.clauses[word.clause], begin);
            const bool subject = // "two years later the ruling was quashed"
                !own && !verb_first &&
                (word.relation == Deprel::nsubj || word.relation == Deprel::nsubj_pass);
            const auto& clause = view_.clauses[word.clause];
            const bool of_noun =
                clause.kind == Clause::Kind::relative && // "after the fire that *killed* two"
                clause.antecedent != no_index && clause.antecedent >= begin;
            const bool goes_on = !own && !of_noun && clause.verb == i;
            if (found != drafts_.end())
                return subject || (found->use != Use::nominal && goes_on)
                           ? no_index
                           : std::uint32_t(found - drafts_.begin());
            if (goes_on)
                return no_index;
        }
        return no_index;
    }

    /// Whose time is counted: the first event above in the tree, not past the verb of another clause; else
    /// the nearest of the clause, before rather than behind.
    std::uint32_t counted(std::uint32_t word, std::uint32_t origin) const {
        constexpr int highest = 10;
        if (const auto own = told_by_clause(word); own != no_index && own != origin)
            return own;
        auto at = view_.words[word].head;
        for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view_.words[std::size_t(at)].head) {
            const auto above = std::uint32_t(at);
            for (std::uint32_t d = 0; d < drafts_.size(); ++d)
                if (d != origin && (drafts_[d].trigger.word == above || drafts_[d].trigger.verb == above))
                    return d;
            const bool inside =
                above > word && above <= std::max(drafts_[origin].trigger.word, verb_of(drafts_[origin]));
            if (view_.words[above].upos == Upos::VERB && !inside)
                return no_index;
        }
        return nearest(word, origin);
    }

    /// The event of a sentence that begins with a length counted from what was told before it: "Un anno dopo
    /// le due aziende *firmano*"; or none.
    std::uint32_t told_on(std::uint32_t word, bool back) const {
        constexpr std::uint32_t head = 3;
        const bool length = context_.times[view_.words[word].timex].type == TimexType::duration;
        const auto verb = std::ranges::find_if(drafts_, [](const Draft& d) { return d.use != Use::nominal; });
        return word < head && length && !back && verb != drafts_.end() && verb->trigger.word > word
                   ? std::uint32_t(verb - drafts_.begin())
                   : no_index;
    }

    /// Whether a time of the sentence is that of what is counted from, not of the clause around it.
    bool tells_origin(std::uint32_t time, const Draft& origin, std::uint32_t begin) const {
        std::uint32_t at = 0;
        while (at < view_.words.size() && view_.words[at].timex != time)
            ++at;
        if (at < begin || at == view_.words.size())
            return false;
        if (origin.use == Use::nominal)
            return in_phrase(time, origin);
        return (opens_clause(begin) ||
                opened_at(view_.clauses[view_.words[origin.trigger.word].clause], begin)) &&
               view_.words[at].clause == view_.words[origin.trigger.word].clause;
    }

    /// Whether a time stands behind a noun in one phrase with it: "the merger with Brandt in 2019".
    bool in_phrase(std::uint32_t time, const Draft& noun) const {
        constexpr std::uint32_t longest = 6;
        if (noun.use != Use::nominal)
            return false;
        for (auto i = noun.trigger.word + 1; i < view_.words.size() && i - noun.trigger.word <= longest;
             ++i) {
            const auto& word = view_.words[i];
            if (word.timex == time)
                return true;
            if (word.punctuation() || word.upos == Upos::VERB || word.upos == Upos::AUX)
                return false;
        }
        return false;
    }

    /// The happening that a preposition at `word` stands before: "before | the *merger* with Brandt".
    std::uint32_t noun_behind(std::uint32_t word) const {
        constexpr std::uint32_t farthest_noun = 5;
        for (auto i = word + 1; i < view_.words.size() && i - word <= farthest_noun; ++i) {
            const auto found =
                std::ranges::find_if(drafts_, [&](const Draft& d) { return d.trigger.word == i; });
            if (found != drafts_.end())
                return found->use == Use::nominal && view_.words[i].relation != Deprel::nsubj &&
                               view_.words[i].relation != Deprel::nsubj_pass
                           ? std::uint32_t(found - drafts_.begin())
                           : no_index;
            const auto upos = view_.words[i].upos;
            if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::ADP && upos != Upos::NUM)
                return no_index;
        }
        return no_index;
    }

  private:
    /// The event of the finite verb of a clause with an opener: "recalled that, days before the vote, he
    /// *left*".
    std::uint32_t told_by_clause(std::uint32_t word) const {
        const auto& own = view_.clauses[view_.words[word].clause];
        if (own.opener == no_index || own.opener > word || own.verb == no_index || own.verb < word)
            return no_index;
        for (std::uint32_t d = 0; d < drafts_.size(); ++d)
            if (drafts_[d].trigger.word == own.verb)
                return d;
        return no_index;
    }

    /// The nearest event of the clauses around the word, before rather than behind.
    std::uint32_t nearest(std::uint32_t word, std::uint32_t origin) const {
        auto best = no_index;
        for (std::uint32_t d = 0; d < drafts_.size(); ++d)
            if (d != origin && drafts_[d].use != Use::nominal && around(word, drafts_[d].trigger.word) &&
                (drafts_[d].trigger.word < word || best == no_index))
                best = d;
        return best;
    }

    static std::uint32_t verb_of(const Draft& draft) {
        return draft.trigger.verb == no_index ? draft.trigger.word : draft.trigger.verb;
    }

    /// Whether `verb` stands in the clause of `word`, or in one that this one hangs on.
    bool around(std::uint32_t word, std::uint32_t verb) const {
        constexpr int highest = 3;
        auto clause = view_.words[word].clause;
        for (int steps = 0; clause != no_index && steps < highest; ++steps) {
            if (view_.words[verb].clause == clause)
                return true;
            clause = view_.clauses[clause].parent;
        }
        return false;
    }

    /// Whether the word before `begin` is a conjunction by itself ("after they met"), not a preposition.
    bool opens_clause(std::uint32_t begin) const {
        return begin < view_.words.size() && view_.has(begin - 1, ClassOf::subordinator) &&
               (!context_.classes.profile().linked_clauses || view_.has(begin, ClassOf::complementizer) ||
                view_.words[begin].features.form == Features::Form::infinitive) &&
               (view_.words[begin].preposition == 0 ||
                view_.words[begin].preposition != context_.classes.preposition_class("of"));
    }

    /// Whether a clause begins with "after", or with the "que" of "después de que".
    static bool opened_at(const Clause& clause, std::uint32_t begin) {
        return clause.opener != no_index && clause.opener + 1 >= begin && clause.opener <= begin + 2;
    }

    const ReadingContext& context_;
    const SentenceView& view_;
    std::span<const Draft> drafts_;
};

} // namespace

namespace {

/// "Resigned before the merger of 2019": no date of the resignation, but it had happened by then.
void order_by_nouns(const Counter& counter, const SentenceView& view, std::span<const Draft> drafts,
                    std::uint32_t first, std::span<EventMention> told) {
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        const bool back = view.has(i, ClassOf::earlier);
        if (!back && !view.has(i, ClassOf::later))
            continue;
        const auto origin = counter.noun_behind(i);
        if (origin == no_index)
            continue;
        const auto placed = counter.counted(i, origin);
        if (placed == no_index || told[placed].distance.from != no_index)
            continue;
        auto& own = told[placed].time;
        if (own == no_index || own != told[origin].time || !counter.tells_origin(own, drafts[origin], i + 1))
            continue;
        own = told[placed].until = no_index;
        told[placed].distance = {first + origin, no_index, back};
    }
}

} // namespace

void count_distances(const ReadingContext& context, const SentenceView& view, std::span<const Draft> drafts,
                     std::uint32_t first, std::span<EventMention> told) {
    if (drafts.empty())
        return;
    const Counter counter(context, view, drafts);
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        if (view.words[i].timex == no_index)
            continue;
        const auto way = counter.way_behind(i);
        if (way.begin == no_index)
            continue;
        const auto origin = counter.origin(way.begin);
        if (origin == no_index) {
            if (const auto placed = counter.told_on(i, way.back); placed != no_index)
                told[placed].distance.length = view.words[i].timex;
            continue;
        }
        const auto counted = counter.counted(i, origin);
        if (counted == no_index || told[counted].distance.from != no_index)
            continue;
        told[counted].distance = {first + origin, view.words[i].timex, way.back};
        for (auto& mention : told) // what the length tells by itself is no time
            if (mention.time == view.words[i].timex)
                mention.time = no_index;
        auto& own = told[counted].time;
        auto& from = told[origin];
        if (own != no_index && own == from.time && counter.tells_origin(own, drafts[origin], way.begin))
            own = no_index;
        if (from.time != no_index && !counter.tells_origin(from.time, drafts[origin], way.begin))
            from.time = no_index;
    }
    order_by_nouns(counter, view, drafts, first, told);
}

namespace {

bool share_entity(const EventMention& a, const EventMention& b) {
    return std::ranges::any_of(a.participants, [&](const Participant& p) {
        return p.is_entity() && std::ranges::any_of(b.participants, [&](const Participant& q) {
                   return q.entity == p.entity;
               });
    });
}

} // namespace

void count_from_what_was_told(std::span<EventMention> mentions, std::size_t first) {
    for (auto i = first; i < mentions.size(); ++i) {
        auto& from = mentions[i].distance.from;
        if (from == no_index || mentions[from].use != Use::nominal || mentions[from].time != no_index)
            continue;
        const auto& named = mentions[from];
        for (auto told = first; told > 0; --told) {
            const auto& before = mentions[told - 1];
            if (before.frame != named.frame || before.time == no_index)
                continue;
            if (share_entity(before, named) || share_entity(before, mentions[i]))
                from = std::uint32_t(told - 1);
            break;
        }
    }
}

} // namespace timeloom
