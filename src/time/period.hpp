// A stretch of the calendar that a language has a word for: a day, a week, a month, a quarter, … a century.
#pragma once

#include "time/reading.hpp"
#include "time/timex.hpp"

#include <string>

namespace timeloom::timing {

struct Period {
    Unit unit = Unit::day; ///< day or longer
    Day first;

    bool operator==(const Period&) const = default;

    Day last() const;
    /// `count` units later (earlier when negative).
    Period shifted(int count) const;
    DayBounds bounds() const { return {first, last()}; }
    /// TIMEX3: "2016-W48", "1989-Q3", "196", "BC0511".
    std::string timex() const;
    /// EDTF: an interval of days for weeks and weekends, "1989-35" for a quarter, "196X" for a decade.
    std::string edtf() const;
};

Period period_of(Unit unit, Day day);
/// Part `index` (from 1) of a year: month, season, quarter, half.
Period period_in(int year, Unit unit, int index);
/// The day of a feast as slot_value writes it; nothing for 30 February and its like.
std::optional<Day> feast_day(std::int32_t feast, int year);

} // namespace timeloom::timing
