#include "time/context.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

constexpr std::size_t farthest_preposition = 5; ///< pieces before the expression

/// Whether the direction in which to look for the date hangs on the tense.
bool needs_tense(const Reading& reading) {
    if (reading.kind != Reading::Kind::date || reading.has(Slot::year) || reading.has(Slot::year2) ||
        reading.has(Slot::decade) || reading.has(Slot::century))
        return false;
    if (reading.has(Slot::relation)) // "this Wednesday" may be behind or ahead
        return reading[Slot::relation] == 0 &&
               (reading.has(Slot::weekday) || reading.get(Slot::nowadays, 0) == 2);
    return reading.has(Slot::month) || reading.has(Slot::day) || reading.has(Slot::weekday) ||
           reading.has(Slot::season) || reading.has(Slot::quarter) || reading.has(Slot::half) ||
           reading.has(Slot::holiday) || reading.has(Slot::weekend) || reading.has(Slot::week);
}

/// Whether pieces [first, end) end with these keys.
bool ends_with(const std::vector<Piece>& pieces, std::size_t first, std::size_t end,
               const std::vector<std::uint64_t>& keys) {
    return end - first >= keys.size() &&
           std::equal(keys.rbegin(), keys.rend(),
                      std::make_reverse_iterator(pieces.begin() + static_cast<std::ptrdiff_t>(end)),
                      [](std::uint64_t key, const Piece& piece) { return piece.key == key; });
}

} // namespace

TimeContext::TimeContext(const TimeRules& rules) : rules_(rules), tense_classes_(rules) {
    const auto& vocabulary = rules.vocabulary;
    constexpr std::pair<const char*, TimeRelation> names[] = {
        {"until", TimeRelation::until},   {"since", TimeRelation::since}, {"by", TimeRelation::by},
        {"before", TimeRelation::before}, {"after", TimeRelation::after}, {"over", TimeRelation::over}};
    for (const auto& [name, relation] : names)
        if (const auto id = vocabulary.class_named(name))
            relations_.push_back({*id, relation});
    article_ = vocabulary.class_named("article");
    ahead_ = vocabulary.class_named("ahead");
    goal_ = vocabulary.class_named("goal");
}

void TimeContext::read(Timex& time, TenseCues& cues, const std::vector<Piece>& pieces, std::size_t begin,
                       std::size_t end) const {
    time.relation = relation_before(pieces, begin);
    if (!needs_tense(time.reading))
        return;
    const auto cue = cues.around(begin, end);
    auto tense = cue ? std::optional(cue->tense) : std::nullopt;
    const bool past = tense == Tense::past;
    const bool going_on = time.reading.has(Slot::nowadays) || time.relation == TimeRelation::since;
    if (cue && !past && cue->is(TenseClasses::present) && going_on)
        tense = std::nullopt; // "today the mine is a museum", "it is shut since May"
    if (is_set_for(time, cue, pieces, begin))
        tense = Tense::future;
    else if (time.relation == TimeRelation::by) // "flights will double by August"
        tense = past && cue->is(TenseClasses::pluperfect) ? Tense::past : Tense::future;
    if (tense)
        time.reading[Slot::tense] = static_cast<std::int32_t>(*tense);
}

/// How many pieces of an entry of the class end right before `end`; 0 for none.
std::size_t TimeContext::length_before(const std::vector<Piece>& pieces, std::size_t end, ClassId id) const {
    const auto first = end > farthest_preposition ? end - farthest_preposition : 0;
    std::size_t longest = end > first && rules_.vocabulary.has(pieces[end - 1].symbol, id);
    for (const auto& phrase : rules_.vocabulary.phrases(id))
        if (phrase.keys.size() > longest && ends_with(pieces, first, end, phrase.keys))
            longest = phrase.keys.size();
    return longest;
}

/// The longest entry that ends before the expression; an article may stand between.
TimeRelation TimeContext::relation_before(const std::vector<Piece>& pieces, std::size_t end) const {
    for (const auto last = end; end > 0 && last - end < farthest_preposition; --end) {
        std::size_t longest = 0;
        auto found = TimeRelation::at;
        for (const auto& [id, relation] : relations_)
            if (const auto length = length_before(pieces, end, id); length > longest) {
                longest = length;
                found = relation;
            }
        if (longest)
            return found;
        if (!article_ || !rules_.vocabulary.has(pieces[end - 1].symbol, *article_))
            break;
    }
    return TimeRelation::at;
}

/// Behind an entry of the class, with or without an article between.
bool TimeContext::stands_behind(ClassId id, const std::vector<Piece>& pieces, std::size_t begin) const {
    if (begin > 1 && article_ && rules_.vocabulary.has(pieces[begin - 1].symbol, *article_) &&
        length_before(pieces, begin - 1, id))
        return true;
    return length_before(pieces, begin, id) > 0;
}

/// What lies ahead whatever the tense: "planned for Monday", "as soon as Tuesday", "was put off to March",
/// "has extended it until Friday".
bool TimeContext::is_set_for(const Timex& time, const std::optional<TenseCues::Cue>& cue,
                             const std::vector<Piece>& pieces, std::size_t begin) const {
    const auto& reading = time.reading;
    const bool day = reading.has(Slot::weekday) || (reading.has(Slot::day) && reading.has(Slot::month));
    if (day && ahead_ && stands_behind(*ahead_, pieces, begin))
        return true;
    const bool lasting = cue && cue->is(TenseClasses::lasting);
    if (time.relation == TimeRelation::until)
        return !cue || lasting;
    return lasting && goal_ && stands_behind(*goal_, pieces, begin);
}

} // namespace timeloom::timing
