#include "graph/length.hpp"

#include "time/period.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using timing::Unit;

/// Days of a unit, and by how many a count of it is mostly rounded.
struct Scale {
    int days;
    int rounded;
};

std::optional<Scale> scale_of(Unit unit) {
    switch (unit) {
    case Unit::day:
        return Scale{1, 0};
    case Unit::week:
        return Scale{7, 3};
    case Unit::month:
        return Scale{30, 15};
    case Unit::quarter:
        return Scale{91, 45};
    case Unit::half:
        return Scale{182, 91};
    case Unit::year:
        return Scale{365, 183};
    default:
        return {};
    }
}

} // namespace

std::optional<Length> length_of(const Timex& time, bool back) {
    constexpr int longest = 1000; // units
    using timing::Slot;
    const auto unit = static_cast<Unit>(time.reading.get(Slot::unit, int(Unit::time)));
    const int count = time.reading.get(Slot::count, 1);
    if (count <= 0 || count > longest || time.reading.has(Slot::fraction) || time.reading.has(Slot::unit2))
        return {};
    Length length;
    if (unit == Unit::hour) { // "less than 48 hours": the day before or two days
        const int days = (count + 23) / 24;
        length = {Unit::day, days, std::max(0, days - 1), days};
    } else if (const auto scale = scale_of(unit)) {
        const std::int64_t days = std::int64_t(count) * scale->days;
        length = {unit, count, days - scale->rounded, days + scale->rounded};
    } else {
        return {};
    }
    return back ? length.reversed() : length;
}

DayBounds Length::away_from(const DayBounds& days) const {
    if (unit <= Unit::week || !days.earliest || !days.latest) {
        DayBounds out = days;
        if (out.earliest)
            *out.earliest += date::days(least);
        if (out.latest)
            *out.latest += date::days(most);
        return out;
    }
    const auto first = timing::period_of(unit, *days.earliest).shifted(count);
    const auto last = timing::period_of(unit, *days.latest).shifted(count);
    return {first.first, last.last()};
}

} // namespace timeloom
