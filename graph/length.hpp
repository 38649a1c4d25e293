// How long before or after one event another one was, as texts say it: "two days", "about a month".
#pragma once

#include "time/timex.hpp"

#include <optional>

namespace timeloom {

/// A length as told: weeks and longer units are rounded, as in "two months later".
struct Length {
    timing::Unit unit = timing::Unit::day;
    int count = 0;          ///< units; negative: before
    std::int64_t least = 0; ///< days, negative before
    std::int64_t most = 0;

    Length reversed() const { return {unit, -count, -most, -least}; }
    /// The days that lie so far from those.
    DayBounds away_from(const DayBounds& days) const;
};

/// Of an expression such as "two days" or "the day after"; nothing where it does not say how many.
std::optional<Length> length_of(const Timex& time, bool back);

} // namespace timeloom
