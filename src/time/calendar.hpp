// Calendar arithmetic on top of Howard Hinnant's date: months, quarters, ISO weeks, Easter. Proleptic
// Gregorian.
#pragma once

#include "time/timex.hpp"

#include <cstdint>

namespace timeloom {

constexpr bool is_leap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Days of month 1 to 12.
constexpr int days_in_month(bool leap, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap ? 29 : lengths[month - 1];
}

/// `month` may lie outside 1 to 12: month 13 is January of the next year, month 0 December of the last.
inline Day first_of_month(int year, int month) {
    const int years = month > 0 ? (month - 1) / 12 : -((12 - month) / 12);
    return Day(date::year(year + years) / static_cast<unsigned>(month - 12 * years) / 1u);
}
inline Day last_of_month(int year, int month) {
    return first_of_month(year, month + 1) - date::days(1);
}

inline int year_of(Day day) {
    return static_cast<int>(date::year_month_day(day).year());
}
inline int month_of(Day day) {
    return static_cast<int>(static_cast<unsigned>(date::year_month_day(day).month()));
}
inline int day_of(Day day) {
    return static_cast<int>(static_cast<unsigned>(date::year_month_day(day).day()));
}
/// 1 Monday to 7 Sunday.
inline int iso_weekday(Day day) {
    return static_cast<int>(date::weekday(day).iso_encoding());
}
inline Day monday_of(Day day) {
    return day - date::days(iso_weekday(day) - 1);
}

/// ISO 8601 week: its year may differ from the day's.
struct IsoWeek {
    int year;
    int week;
    bool operator==(const IsoWeek&) const = default;
};
IsoWeek iso_week_of(Day day);
Day monday_of(IsoWeek week);
/// 52 or 53.
int weeks_in_year(int year);

/// The same day `months` later, or the last of that month where it is shorter.
Day add_months(Day day, int months);

/// Easter Sunday, Gregorian (Meeus, Jones and Butcher).
Day easter(int year);

} // namespace timeloom
