#include "events/narrative.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t reach = 2; ///< sentences behind the date that still tell of its day
/// What comes again within so many days, such as statements, is mostly of the day of the report.
constexpr int passing_days = 3;

bool told_as_done(const EventMention& mention) {
    return mention.kind == EventKind::event && mention.tense != ClauseTense::future &&
           (mention.modality == Modality::asserted || mention.modality == Modality::reported);
}

/// Whether the tree says that a word is the verb of the sentence, or one beside it.
bool is_at_root(const SentenceView& view, std::uint32_t word) {
    constexpr int most_beside = 4;
    for (int steps = 0; view.parsed && steps <= most_beside; ++steps) {
        const auto& at = view.words[word];
        if (at.head < 0)
            return true;
        if (at.relation != Deprel::conj && at.relation != Deprel::parataxis)
            return false;
        word = std::uint32_t(at.head);
    }
    return false;
}

/// What moves a story on stands in its main line, not in asides: "Brandt, founded in 1998, was sold".
bool in_main_line(const SentenceView& view, const Draft& draft) {
    const auto relation = view.words[draft.trigger.word].relation;
    if (view.parsed && (relation == Deprel::acl || relation == Deprel::amod))
        return false;
    const auto kind = view.clauses[view.words[draft.trigger.word].clause].kind;
    return draft.use != Use::nominal && (kind == Clause::Kind::main || kind == Clause::Kind::coordinate ||
                                         is_at_root(view, draft.trigger.word));
}

bool new_paragraph(const SentenceView& view, std::uint32_t before) {
    const auto& sentences = view.document->sentences;
    const auto begin = sentences[before].span.end, end = sentences[view.index].span.begin;
    return begin < end && std::string_view(view.document->text).substr(begin, end - begin).find('\n') !=
                              std::string_view::npos;
}

/// Whether the clause counts on by as long as the time itself is, or longer: "Years later, …" behind "in
/// 1995".
bool counts_beyond(const SentenceView& view, std::span<const Timex> times, const Draft& draft,
                   const Timex& told) {
    using timing::Slot;
    const auto length = told.bounds.earliest && told.bounds.latest
                            ? (*told.bounds.latest - *told.bounds.earliest).count() + 1
                            : 0;
    const auto own = view.words[draft.trigger.word].clause;
    return std::ranges::any_of(view.words, [&](const SentenceWord& word) {
        if (word.timex == no_index || word.clause != own || times[word.timex].type != TimexType::duration)
            return false;
        const auto unit = times[word.timex].reading.get(Slot::unit, 0);
        const auto days = unit >= int(timing::Unit::year)    ? 365
                          : unit >= int(timing::Unit::month) ? 28
                          : unit >= int(timing::Unit::week)  ? 7
                                                             : 1;
        return days >= length;
    });
}

/// Gone by when the article came out, whoever may have done it: "it allowed them to dismiss her in 2019".
bool is_over(const ReadingContext& context, const Timex& time) {
    const std::string_view told = time.edtf, published = context.document.published.edtf;
    return told.size() >= 4 && published.size() >= 4 && told.substr(0, 4) < published.substr(0, 4);
}

/// "Days later": counted from what was told last, were it in passing.
bool goes_on_later(const SentenceView& view, std::span<const Timex> times, const Draft& draft) {
    const auto own = view.words[draft.trigger.word].clause;
    return std::ranges::any_of(view.words, [&](const SentenceWord& word) {
        return word.timex != no_index && word.clause == own &&
               times[word.timex].type == TimexType::duration &&
               times[word.timex].reading.get(timing::Slot::relation, 0) > 0;
    });
}

/// Whether another mention counts its days from this one: "nine days after the fire that *killed* two".
bool is_counted_from(std::span<const EventMention> told, std::uint32_t number) {
    return std::ranges::any_of(told, [&](const EventMention& m) { return m.distance.from == number; });
}

/// Whether one of two clauses is opened by "when" and hangs on the other.
bool at_one_time(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
    const auto opens = [&](std::uint32_t clause, std::uint32_t other) {
        const auto& own = view.clauses[clause];
        return own.opener != no_index && view.has(own.opener, ClassOf::when) && own.verb != no_index &&
               own.kind == Clause::Kind::subordinate &&
               (own.parent == other || view.clauses[other].kind == Clause::Kind::main);
    };
    return a != b && (opens(a, b) || opens(b, a));
}

/// The time of what was done when this was: "when Brandt bought Arvo *in 2015*, Rubio was appointed".
std::uint32_t time_of_companion(const SentenceView& view, std::span<const Draft> drafts,
                                std::span<const EventMention> told, std::size_t d) {
    const auto done = [](const EventMention& m) { return told_as_done(m) && m.tense == ClauseTense::past; };
    if (told[d].time != no_index || told[d].distance.from != no_index || !done(told[d]) ||
        drafts[d].use == Use::nominal)
        return no_index;
    const auto own = view.words[drafts[d].trigger.word].clause;
    for (std::size_t o = 0; o < drafts.size(); ++o)
        if (told[o].time != no_index && told[o].time_relation == TimeRelation::at && done(told[o]) &&
            drafts[o].use != Use::nominal &&
            at_one_time(view, own, view.words[drafts[o].trigger.word].clause))
            return told[o].time;
    return no_index;
}

} // namespace

bool Narrative::carries(const SentenceView& view, const Draft& draft, bool passing,
                        const EventMention& mention) const {
    if (time_ == no_index || mention.time != no_index || mention.distance.from != no_index ||
        mention.tense != ClauseTense::past || !told_as_done(mention) || draft.use == Use::nominal)
        return false;
    const bool aside = sentence_ == view.index &&
                       view.clauses[view.words[draft.trigger.word].clause].kind == Clause::Kind::relative;
    return (in_main_line(view, draft) || aside) && (!passing || mention.anterior || sentence_ == view.index);
}

void Narrative::tell_on(const ReadingContext& context, const SentenceView& view,
                        std::span<const Draft> drafts, std::uint32_t first, std::span<EventMention> told) {
    if (time_ != no_index && (view.index > sentence_ + reach || new_paragraph(view, last_)))
        time_ = no_index;
    if (aside_ != no_index && (view.index > aside_sentence_ + reach || new_paragraph(view, last_)))
        aside_ = no_index;
    last_ = view.index;
    for (; next_time_ < context.times.size() && context.times[next_time_].sentence < view.index; ++next_time_)
        if (context.times[next_time_].reading.has(timing::Slot::update))
            written_ = next_time_;
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        auto& mention = told[d];
        if (mention.distance.length != no_index && mention.distance.from == no_index) {
            if (aside_ != no_index)
                mention.distance.from = dated_;
            else
                mention.distance.length = no_index;
        }
        if (mention.time != no_index && mention.time_relation == TimeRelation::at &&
            (told_as_done(mention) || is_over(context, context.times[mention.time]))) {
            aside_ = mention.time;
            aside_sentence_ = view.index;
            dated_ = first + std::uint32_t(d);
        } else if (time_ == no_index && aside_ != no_index && goes_on_later(view, context.times, drafts[d])) {
            time_ = aside_;
            sentence_ = aside_sentence_;
        }
        const bool passing = context.frames[mention.frame].recurs_after_days <= passing_days;
        if (const auto same = time_of_companion(view, drafts, told, d); same != no_index)
            mention.narrated = same;
        else if (carries(view, drafts[d], passing, mention) && !is_counted_from(told, first + d) &&
                 !counts_beyond(view, context.times, drafts[d], context.times[time_]))
            mention.narrated = time_;
        else if (mention.time != no_index && in_main_line(view, drafts[d])) {
            const bool past = told_as_done(mention) && mention.time_relation == TimeRelation::at;
            time_ = past ? mention.time : no_index;
            sentence_ = view.index;
        }
        if (written_ != no_index && mention.time == no_index && mention.narrated == no_index &&
            mention.distance.from == no_index && mention.tense == ClauseTense::past && told_as_done(mention))
            mention.narrated = written_;
    }
}

} // namespace timeloom
