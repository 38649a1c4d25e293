// Between days and EDTF: the bounds that a value sets, and the shortest honest value for bounds.
#pragma once

#include "time/timex.hpp"

#include <string>
#include <string_view>

namespace timeloom {

/// First and last day that an EDTF value admits; both absent for "" and for text that is no EDTF.
DayBounds bounds_of(std::string_view edtf);

/// Whether both can hold on one day; a bound that is not there excludes nothing.
inline bool intersect(const DayBounds& a, const DayBounds& b) {
    return !(a.latest && b.earliest && *a.latest < *b.earliest) &&
           !(b.latest && a.earliest && *b.latest < *a.earliest);
}

/// Keeps the tighter bound of each side.
void narrow(DayBounds& into, const DayBounds& other);

/// "2024-06-03", or "2024-06", "2024", "2020/2029" where the days are exactly a month, a year, years;
/// else "FIRST/LAST".
std::string edtf_between(Day first, Day last);

/// One end of an interval: the whole unit that the days are, else the shortest unit that holds both, else "".
std::string edtf_unit(Day first, Day last);

std::string edtf_day(Day day);

} // namespace timeloom
