#include "time/period.hpp"

#include "time/calendar.hpp"
#include "time/edtf.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

int floor_div(int a, int b) {
    return a / b - (a % b < 0);
}

std::string padded(int number, int width) {
    const auto text = std::to_string(number);
    return std::string(static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0') +
           text;
}

int season_index(Day day) {
    return month_of(day) < 3 ? 4 : month_of(day) / 3;
}

int span_of(Unit unit) {
    return unit == Unit::decade ? 10 : unit == Unit::century ? 100 : unit == Unit::millennium ? 1000 : 1;
}

/// Years before Christ count from 1: the astronomical year 0 is 1 BC. `dropped` final digits are left out.
std::string timex_year(int year, bool before_christ, int dropped = 0) {
    const auto digits = padded(before_christ ? 1 - year : year, 4);
    return (before_christ ? "BC" : "") + digits.substr(0, digits.size() - static_cast<std::size_t>(dropped));
}

} // namespace

Period period_of(Unit unit, Day day) {
    const int year = year_of(day), month = month_of(day);
    switch (unit) {
    case Unit::week:
        return {unit, monday_of(day)};
    case Unit::weekend:
        return {unit, monday_of(day) + date::days(5)};
    case Unit::month:
        return {unit, first_of_month(year, month)};
    case Unit::quarter:
        return {unit, first_of_month(year, (month - 1) / 3 * 3 + 1)};
    case Unit::half:
        return {unit, first_of_month(year, month > 6 ? 7 : 1)};
    case Unit::season:
        return period_in(month < 3 ? year - 1 : year, unit, season_index(day));
    case Unit::year:
    case Unit::decade:
    case Unit::century:
    case Unit::millennium:
        return {unit, first_of_month(floor_div(year, span_of(unit)) * span_of(unit), 1)};
    default:
        return {Unit::day, day};
    }
}

Period period_in(int year, Unit unit, int index) {
    const int month = unit == Unit::month     ? index
                      : unit == Unit::season  ? index * 3
                      : unit == Unit::quarter ? index * 3 - 2
                                              : index * 6 - 5;
    return {unit, first_of_month(year, month)};
}

Day Period::last() const {
    if (unit == Unit::day)
        return first;
    if (unit == Unit::weekend)
        return first + date::days(1);
    return shifted(1).first - date::days(1);
}

Period Period::shifted(int count) const {
    switch (unit) {
    case Unit::week:
    case Unit::weekend:
        return {unit, first + date::days(7 * count)};
    case Unit::month:
        return {unit, add_months(first, count)};
    case Unit::quarter:
    case Unit::season:
        return {unit, add_months(first, 3 * count)};
    case Unit::half:
        return {unit, add_months(first, 6 * count)};
    case Unit::year:
    case Unit::decade:
    case Unit::century:
    case Unit::millennium:
        return {unit, add_months(first, 12 * span_of(unit) * count)};
    default:
        return {Unit::day, first + date::days(count)};
    }
}

std::string Period::timex() const {
    const int month = month_of(first);
    const bool before_christ = year_of(last()) <= 0;
    const int year = year_of(before_christ ? last() : first);
    static constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
    switch (unit) {
    case Unit::week:
    case Unit::weekend: {
        const auto week = iso_week_of(first);
        return timex_year(week.year, before_christ) + "-W" + padded(week.week, 2) +
               (unit == Unit::weekend ? "-WE" : "");
    }
    case Unit::decade:
        return timex_year(year, before_christ, 1);
    case Unit::century:
        return timex_year(year, before_christ, 2);
    case Unit::millennium:
        return timex_year(year, before_christ, 3);
    default:
        break;
    }
    const auto text = timex_year(year, before_christ);
    switch (unit) {
    case Unit::year:
        return text;
    case Unit::month:
        return text + "-" + padded(month, 2);
    case Unit::quarter:
        return text + "-Q" + std::to_string((month + 2) / 3);
    case Unit::half:
        return text + "-H" + std::to_string(month > 6 ? 2 : 1);
    case Unit::season:
        return timex_year(year_of(first), before_christ) + "-" + seasons[season_index(first) - 1];
    default:
        return text + "-" + padded(month, 2) + "-" + padded(day_of(first), 2);
    }
}

std::string Period::edtf() const {
    const int year = year_of(first), month = month_of(first);
    const auto grouped = [&](int code) {
        const auto text = edtf::print_year(year);
        return edtf::stands_alone(year) ? text : text + "-" + std::to_string(code);
    };
    switch (unit) {
    case Unit::day:
        return edtf::print_day(first);
    case Unit::month:
        return edtf::print_month(year, static_cast<unsigned>(month));
    case Unit::quarter:
        return grouped(33 + (month - 1) / 3);
    case Unit::half:
        return grouped(40 + (month > 6));
    case Unit::season:
        return grouped(20 + season_index(first));
    case Unit::year:
        return edtf::print_year(year);
    case Unit::decade:
    case Unit::century:
        if (year > 0 && !edtf::stands_alone(year)) {
            auto text = edtf::print_year(year).substr(0, unit == Unit::decade ? 3 : 2);
            return text + (unit == Unit::decade ? "X" : "XX");
        }
        [[fallthrough]];
    case Unit::millennium:
        return edtf::print_year(year) + "/" + edtf::print_year(year_of(last()));
    default:
        return edtf::print_day(first) + "/" + edtf::print_day(last());
    }
}

std::optional<Day> feast_day(std::int32_t feast, int year) {
    if (feast >= feast_of_weekday) {
        const int code = feast - feast_of_weekday, nth = code / 1000 - 1, weekday = code / 100 % 10,
                  month = code % 100;
        if (nth < 0) {
            const Day last = last_of_month(year, month);
            return last - date::days((iso_weekday(last) - weekday + 7) % 7);
        }
        const Day first = first_of_month(year, month);
        return first + date::days((weekday - iso_weekday(first) + 7) % 7 + 7 * (nth - 1));
    }
    if (feast > 10000)
        return easter(year) + date::days(feast - feast_of_easter);
    const int month = feast / 100, day = feast % 100;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(is_leap(year), month))
        return std::nullopt;
    return first_of_month(year, month) + date::days(day - 1);
}

} // namespace timeloom::timing
