#include "time/calendar.hpp"

#include <algorithm>

namespace timeloom {

IsoWeek iso_week_of(Day day) {
    const Day thursday = monday_of(day) + date::days(3); // the week belongs to the year of its Thursday
    const int year = year_of(thursday);
    return {year, static_cast<int>((thursday - first_of_month(year, 1)).count() / 7) + 1};
}

Day monday_of(IsoWeek week) {
    return monday_of(first_of_month(week.year, 1) + date::days(3)) + date::days(7 * (week.week - 1));
}

int weeks_in_year(int year) {
    return iso_week_of(last_of_month(year, 12) - date::days(3)).week;
}

Day add_months(Day day, int months) {
    const int month = month_of(day) + months;
    const Day first = first_of_month(year_of(day), month);
    return std::min(first + date::days(day_of(day) - 1), last_of_month(year_of(day), month));
}

Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return first_of_month(year, month) + date::days(day - 1);
}

} // namespace timeloom
