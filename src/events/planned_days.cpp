#include "events/planned_days.hpp"

#include "time/edtf.hpp"

namespace timeloom {

std::uint32_t planned_day(const ReadingContext& context, const SentenceView& view, const Draft& draft) {
    constexpr std::uint32_t before_noun = 4; ///< articles and adjectives
    constexpr std::uint32_t behind_noun = 8; ///< "with Brandt in Berlin on"
    const auto& words = view.words;
    const auto noun = draft.trigger.word;
    auto opener = noun;
    while (opener > 0 && noun - opener < before_noun && words[opener].preposition == 0 &&
           !words[opener - 1].punctuation() && !words[opener - 1].names())
        --opener;
    const auto preposition = words[opener].preposition;
    if (opener == noun || preposition == 0 ||
        (preposition != context.classes.preposition_class("to") &&
         preposition != context.classes.preposition_class("for")))
        return no_index;
    for (auto i = noun + 1; i < words.size() && i - noun <= behind_noun; ++i) {
        if (words[i].timex != no_index)
            return i;
        if (words[i].punctuation() || words[i].upos == Upos::VERB || words[i].clause != words[noun].clause)
            return no_index;
    }
    return no_index;
}

namespace {

/// A day, month or season whose year, or week, only the tense can tell: "on Friday", "in June", "im Herbst".
bool hangs_on_tense(const Timex& time) {
    using timing::Slot;
    const auto& reading = time.reading;
    return reading.kind == timing::Reading::Kind::date && !reading.has(Slot::year) &&
           !reading.has(Slot::year2) && !reading.has(Slot::relation);
}

/// The story stands in a year gone by: "2019 übernimmt sie die Firma. Im Mai verkauft sie …".
bool goes_on_from_past_year(const ReadingContext& context, const SentenceView& view, const Timex& time) {
    constexpr std::uint32_t reach = 2; ///< sentences
    const auto index = &time - context.times.data();
    if (index == 0)
        return false;
    const auto& told = context.times[index - 1];
    if (told.sentence + reach < view.index || told.sentence == view.index ||
        told.relation != TimeRelation::at)
        return false;
    const std::string_view year = told.edtf, published = context.document.published.edtf;
    return told.reading.has(timing::Slot::year) && year.size() >= 4 && published.size() >= 4 &&
           year.substr(0, 4) < published.substr(0, 4);
}

/// "Appointed Ana Rubio, who *takes over* on 1 September": the verb of the date stands in the present, the
/// past that the tagger saw in another clause.
bool is_of_present_clause(const SentenceView& view, const Draft& draft, std::uint32_t date) {
    constexpr int highest = 3;
    const auto& clause = view.clauses[view.words[date].clause];
    if (!view.parsed || clause.kind != Clause::Kind::relative || clause.verb == no_index ||
        view.words[draft.trigger.word].clause != view.words[date].clause)
        return false;
    auto at = view.words[date].head;
    for (int steps = 0; at >= 0 && at != std::int32_t(clause.verb) && steps < highest; ++steps) {
        const auto& above = view.words[std::size_t(at)];
        if (above.upos != Upos::NOUN && above.upos != Upos::PROPN)
            return false;
        at = above.head;
    }
    return at == std::int32_t(clause.verb) &&
           view.words[clause.verb].features.tense == Features::Tense::present;
}

} // namespace

bool is_dated_back(const SentenceView& view, const FactualityJudge& judge, const Draft& draft,
                   const Timex& time) {
    using timing::Slot;
    const auto& reading = time.reading;
    const bool day = reading.has(Slot::weekday) || (reading.has(Slot::day) && reading.has(Slot::month));
    if (!day || !hangs_on_tense(time) ||
        reading.get(Slot::tense, -1) != static_cast<int>(timing::Tense::past))
        return false;
    constexpr int highest = 4;
    auto at = view.words[draft.trigger.word].head;
    for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view.words[std::size_t(at)].head)
        if (judge.judge(std::uint32_t(at), std::uint32_t(at), {}).anterior)
            return false;
    return true;
}

bool is_told_ahead(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                   const Draft& draft, const EventMention& mention, std::uint32_t date) {
    using timing::Slot;
    const auto& time = context.times[view.words[date].timex];
    const auto& frame = context.frames[mention.frame];
    const bool by_verb = draft.use != Use::nominal && draft.use != Use::predicate;
    const bool said = frame.type == "statement" || frame.under == "statement" || frame.type == "announcement";
    const bool dated =
        time.reading.has(Slot::weekday) || time.reading.has(Slot::month) || time.reading.has(Slot::season);
    if (!dated || !hangs_on_tense(time) || time.relation == TimeRelation::since ||
        view.sentence->kind != SentenceKind::prose)
        return false;
    const bool happens = !said && mention.kind == EventKind::event;
    if (time.reading.has(Slot::tense))
        return happens && time.reading[Slot::tense] == static_cast<int>(timing::Tense::past) &&
               is_of_present_clause(view, draft, date);
    if (!by_verb)
        return false;
    const auto verb = draft.trigger.verb == no_index ? draft.trigger.word : draft.trigger.verb;
    const auto tense = mention.tense == ClauseTense::none ? judge.judge(verb, verb, {}).tense : mention.tense;
    if (tense == ClauseTense::present)
        return context.classes.profile().present_ahead && happens &&
               !goes_on_from_past_year(context, view, time);
    return tense == ClauseTense::future ||
           (mention.modality == Modality::planned && tense == ClauseTense::none);
}

bool is_ahead(std::string_view told, std::string_view published) {
    told = told.substr(0, told.find('/'));
    if (told.empty() || published.empty() || told.find_first_not_of("0123456789-") != std::string_view::npos)
        return false;
    const auto days = edtf::bounds(edtf::parse(told));
    const auto last = edtf::latest(edtf::parse(published));
    const bool part_of_year = told.size() == 7 && told[5] >= '2'; // a quarter that is not over
    return last && ((days.earliest && *days.earliest > *last) ||
                    (part_of_year && days.latest && *days.latest > *last));
}

bool is_gone_by(std::string_view told, std::string_view updated) {
    return !updated.empty() && !is_ahead(told, updated);
}

void free_from_planned_days(std::span<EventMention> mentions) {
    const auto told_ahead = [](ClauseTense tense) {
        return tense == ClauseTense::present || tense == ClauseTense::future;
    };
    for (const auto& planned : mentions)
        if (planned.dated_back && !told_ahead(planned.tense))
            for (auto& mention : mentions)
                if (mention.time == planned.time && !mention.dated_back)
                    mention.time = no_index;
}

} // namespace timeloom
