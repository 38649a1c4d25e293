// From what an expression says to where it lies on the calendar.
#pragma once

#include "time/period.hpp"
#include "time/reading.hpp"
#include "time/timex.hpp"

#include <optional>
#include <string>

namespace timeloom::timing {

/// What relative expressions count from.
struct Anchors {
    std::optional<Day> published;
    std::string published_as;       ///< as Timex::why names it: "2025-01-22", or "2025-01" where that is all
    std::optional<Period> narrated; ///< the date that the text told last
    /// The day told last, for an hour that follows it closely (Slot::follows); untold behind "some days ago".
    std::optional<Period> nearby_day;
    bool day_untold = false;
    /// The date that a text of times gone by has come to: its "in June" is of that year.
    std::optional<Period> chronicle;
    std::optional<Period> reported; ///< the quarter or half-year of the company's report that is being told
    bool day_by_day = true; ///< the text counts in days ("yesterday", "on Friday"), so "today" is a day
};

/// Fills type, anchor, resolved, value, edtf, bounds and why of `time` from time.reading.
/// Returns the period that the text now tells of, for what follows ("two days later"); nothing where there is
/// none.
std::optional<Period> normalise(Timex& time, const Anchors& anchors);

} // namespace timeloom::timing
