#include "events/phases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

class Line {
  public:
    Line(const ReadingContext& context, const SentenceView& view) : times_(context.times), view_(view) {}

    RangeOfTime phases_of(std::uint32_t noun) const {
        constexpr std::uint32_t farthest_verb = 9;
        const auto start = next(noun + 1, noun + farthest_verb, ClassOf::starting);
        if (start == no_index)
            return {};
        const auto from = day_beside(start, noun);
        if (from == no_index)
            return {};
        return {from, end_behind(std::max(from, start))};
    }

  private:
    bool has(std::uint32_t i, ClassOf of) const { return i < view_.words.size() && view_.has(i, of); }

    /// Whether the word is a verb of its own, and no auxiliary.
    bool is_verb(std::uint32_t i) const {
        const auto& word = view_.words[i];
        return word.upos == Upos::VERB && !word.is(ClassOf::perfect) && !word.is(ClassOf::passive) &&
               !word.is(ClassOf::modal);
    }

    /// The next word of a class, no other verb before it.
    std::uint32_t next(std::uint32_t first, std::uint32_t last, ClassOf of) const {
        for (auto i = first; i <= last && i < view_.words.size(); ++i) {
            if (view_.has(i, of))
                return i;
            if (is_verb(i) || has(i, ClassOf::later) || has(i, ClassOf::earlier))
                return no_index; // "an agreement after a dispute that began in 2017"
        }
        return no_index;
    }

    bool is_day(std::uint32_t i) const {
        if (i >= view_.words.size() || view_.words[i].timex == no_index)
            return false;
        const auto& time = times_[view_.words[i].timex];
        return time.type == TimexType::date && (time.bounds.earliest || !time.resolved);
    }

    /// The date at a verb: a few words behind it, or before it where it closes the clause.
    std::uint32_t day_beside(std::uint32_t verb, std::uint32_t behind) const {
        constexpr std::uint32_t farthest = 3;
        for (auto i = verb + 1; i <= verb + farthest && i < view_.words.size(); ++i) {
            if (is_day(i))
                return i;
            if (view_.words[i].punctuation() || is_verb(i))
                break;
        }
        for (auto i = verb; i > behind + 1 && verb - i < farthest; --i)
            if (is_day(i - 1))
                return i - 1;
        return no_index;
    }

    /// The date behind a verb of ending, or behind "until".
    std::uint32_t end_behind(std::uint32_t word) const {
        constexpr std::uint32_t farthest = 7;
        const auto last = std::min(word + farthest, std::uint32_t(view_.words.size()) - 1);
        for (auto i = word + 1; i <= last; ++i)
            if (is_day(i) && times_[view_.words[i].timex].relation == TimeRelation::until)
                return i;
        for (auto i = word + 1; i <= last; ++i)
            if (has(i, ClassOf::finishing))
                return day_beside(i, word);
        return no_index;
    }

    std::span<const Timex> times_;
    const SentenceView& view_;
};

/// "Did not open until 1980": it opened then.
void do_at_last(const ReadingContext& context, std::span<EventMention> mentions) {
    if (!context.classes.profile().not_until)
        return;
    for (auto& mention : mentions)
        if (mention.polarity == Polarity::negative && mention.kind == EventKind::event && !mention.ongoing &&
            mention.use != Use::nominal && mention.time != no_index && mention.until == no_index &&
            mention.time_relation == TimeRelation::until && context.times[mention.time].bounds.earliest &&
            context.times[mention.time].value != "PRESENT_REF" &&
            (mention.tense == ClauseTense::past || mention.tense == ClauseTense::future ||
             mention.modality == Modality::planned)) {
            mention.polarity = Polarity::positive;
            mention.time_relation = TimeRelation::at;
        }
}

} // namespace

RangeOfTime phases_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word) {
    return Line(context, view).phases_of(word);
}

void end_states(const ReadingContext& context, std::span<EventMention> mentions) {
    do_at_last(context, mentions);
    const auto ends = [&](const EventMention& other, const EventMention& state) {
        const auto& ended = context.frames[other.frame].ends;
        return other.time == state.time && other.use != Use::nominal &&
               other.polarity == Polarity::positive && std::ranges::find(ended, state.frame) != ended.end();
    };
    for (auto& state : mentions)
        if (state.kind == EventKind::state && state.use == Use::nominal && state.time != no_index &&
            state.time_relation == TimeRelation::at && !state.begins)
            state.ends = state.ends || std::ranges::any_of(mentions, [&](const EventMention& other) {
                             return ends(other, state);
                         });
}

} // namespace timeloom
