// Whether two mentions tell other times: what one puts on its days, or as over, the other cannot mean.
// Private to Likeness.
#pragma once

#include "graph/telling.hpp"

#include <algorithm>
#include <cstdint>

namespace timeloom {

/// Told as over here, as holding or to come there: an exclusivity that is lost and one that stays.
inline bool turns_differ(const Telling& a, const Telling& b) {
    return a.kind == EventKind::state && b.kind == EventKind::state &&
           ((a.ends && b.stays) || (b.ends && a.stays));
}

inline bool intersect(const TellingDays& a, const TellingDays& b) {
    return a.last >= b.first && b.last >= a.first;
}

/// What happened on a day, and a state that holds since or until another time. Of what lasts by its type, a
/// partnership, an event of any day is what changed it, and not the state. A strike since Thursday and one
/// that begins on Thursday are one.
inline bool kinds_differ(const Telling& a, const Telling& b, bool lasts_by_type) {
    const auto happened = [&](const Telling& x) {
        return x.kind == EventKind::event && (x.placed || lasts_by_type);
    };
    const auto lasts = [](const Telling& x) { return x.kind == EventKind::state && x.dated && !x.placed; };
    return ((happened(a) && lasts(b)) || (happened(b) && lasts(a))) &&
           !(a.placed != b.placed && intersect(a.when, b.when));
}

/// The days that the two give, or that the one gives and the other has as news, exclude each other. Of some
/// types, a headline may tell in the present what is to come: "Brandt closes its mill", next year.
inline bool days_differ(const Telling& a, const Telling& b, bool may_come) {
    const auto news_of = [&](const Telling& x) {
        auto days = x.news;
        if (x.headline && may_come)
            days.last = TellingDays().last;
        return days;
    };
    return (a.placed && b.placed && !intersect(a.when, b.when)) ||
           (a.placed && !intersect(a.when, news_of(b))) || (b.placed && !intersect(b.when, news_of(a))) ||
           !intersect(a.news, b.news);
}

/// Whether they name the same two that did it to, or with, each other, or the one nobody that the other does
/// not: in one document it need not name anybody.
inline bool may_be_stages(const Telling& a, const Telling& b) {
    const auto &lesser = a.core().size() < b.core().size() ? a.core() : b.core(),
               &greater = a.core().size() < b.core().size() ? b.core() : a.core();
    const auto shared = std::count_if(lesser.begin(), lesser.end(), [&](std::uint32_t entity) {
        return std::find(greater.begin(), greater.end(), entity) != greater.end();
    });
    return shared >= 2 ||
           ((shared || a.document == b.document) && static_cast<std::size_t>(shared) == lesser.size());
}

/// Two sources date what is done to days so near that they cannot be stages: one of them is wrong.
inline bool dated_otherwise(const Telling& a, const Telling& b) {
    constexpr int near_days = 31;
    return a.document != b.document && a.placed && b.placed && a.over && b.over &&
           !intersect(a.when, b.when) &&
           std::max(a.when.first - std::int64_t{b.when.last}, b.when.first - std::int64_t{a.when.last}) <=
               near_days;
}

/// One sentence counts the days from one to the other: "nine days after the fire that killed two".
inline bool are_days_apart(const Telling& a, const Telling& b) {
    return a.document == b.document && a.sentence == b.sentence && (a.counted || b.counted);
}

/// One article dates both, years apart: what was sold in 2016 is not what will be sold by the end of this
/// year.
inline bool are_years_apart(const Telling& a, const Telling& b) {
    constexpr std::int64_t long_apart = 300; // days
    return a.document == b.document && a.kind == EventKind::event && b.kind == EventKind::event && a.dated &&
           b.dated && (a.placed || b.placed) && a.when.has_both() && b.when.has_both() &&
           std::max(a.when.first - std::int64_t{b.when.last}, b.when.first - std::int64_t{a.when.last}) >
               long_apart;
}

/// Days between two tellings of different documents; what has no date lies not long before its publication,
/// or, told as to come, in a headline, or as long over, within `long_time` days of it.
inline std::int64_t days_between(const Tellings& tellings, const Telling& a, const Telling& b,
                                 std::int32_t long_time) {
    const auto days_of = [&](const Telling& x) {
        auto days = x.placed && x.when.has_both() ? x.when : tellings.published(x);
        if ((x.awaited || x.headline) && !x.placed && days.has_both())
            days.last += long_time;
        if (x.anterior && !x.placed && days.has_both())
            days.first -= long_time;
        return days;
    };
    const auto days_a = days_of(a), days_b = days_of(b);
    if (!days_a.has_both() || !days_b.has_both())
        return 0;
    return std::max({std::int64_t{0}, std::int64_t{days_a.first} - days_b.last,
                     std::int64_t{days_b.first} - days_a.last});
}

} // namespace timeloom
