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
}

void TimeContext::read(Timex& time, TenseCues& cues, const std::vector<Piece>& pieces, std::size_t begin,
                       std::size_t end) const {
    time.relation = relation_before(pieces, begin);
    if (!needs_tense(time.reading))
        return;
    auto tense = cues.around(begin, end);
    if (time.relation == TimeRelation::by || (!tense && time.relation == TimeRelation::until))
        tense = Tense::future; // "flights will double by August"; who looks back says "had doubled"
    if (tense)
        time.reading[Slot::tense] = static_cast<std::int32_t>(*tense);
}

/// The entry that ends right before the expression, the longest first; an article may stand between.
TimeRelation TimeContext::relation_before(const std::vector<Piece>& pieces, std::size_t end) const {
    const auto& vocabulary = rules_.vocabulary;
    const auto first = end > farthest_preposition ? end - farthest_preposition : 0;
    for (; end > first; --end) {
        std::size_t longest = 0;
        auto found = TimeRelation::at;
        for (const auto& [id, relation] : relations_) {
            if (longest == 0 && vocabulary.has(pieces[end - 1].symbol, id)) {
                longest = 1;
                found = relation;
            }
            for (const auto& phrase : vocabulary.phrases(id))
                if (phrase.keys.size() > longest && ends_with(pieces, first, end, phrase.keys)) {
                    longest = phrase.keys.size();
                    found = relation;
                }
        }
        if (longest)
            return found;
        if (!article_ || !vocabulary.has(pieces[end - 1].symbol, *article_))
            break;
    }
    return TimeRelation::at;
}

} // namespace timeloom::timing
