// Values: the days that they admit, and how they are written. Reading is in edtf_parse.cpp.
#include "time/edtf.hpp"

#include "time/calendar.hpp"

#include <algorithm>
#include <cstdlib>

namespace timeloom::edtf {

namespace {

std::int64_t power_of_ten(int exponent) {
    std::int64_t result = 1;
    while (exponent-- > 0)
        result *= 10;
    return result;
}

struct YearRange {
    std::int64_t first, last;
};

YearRange years_of(const Date& date) {
    std::int64_t least = date.year.least(), most = date.year.most();
    const auto scale = power_of_ten(date.exponent);
    least *= scale;
    most *= scale;
    if (date.significant > 0) { // the digits after the significant ones may be anything
        const auto width = static_cast<int>(std::to_string(most).size());
        const auto blur = power_of_ten(std::max(0, width - date.significant));
        least = least / blur * blur;
        most = most / blur * blur + blur - 1;
    }
    return date.negative ? YearRange{-most, -least} : YearRange{least, most};
}

/// First and last month of one of the groups 21 to 41, counted from January of the year; winter runs into the
/// next.
struct MonthRange {
    int first, last;
};
MonthRange months_of_group(std::int64_t code) {
    static constexpr MonthRange groups[] = {
        {3, 6},  {6, 9},   {9, 12}, {12, 15},           // 21-24 seasons, wherever: spring may end in June
        {3, 6},  {6, 9},   {9, 12}, {12, 15},           // 25-28 northern
        {9, 12}, {12, 15}, {3, 6},  {6, 9},             // 29-32 southern
        {1, 3},  {4, 6},   {7, 9},  {10, 12},           // 33-36 quarters
        {1, 4},  {5, 8},   {9, 12}, {1, 6},   {7, 12}}; // 37-39 thirds, 40-41 halves
    static_assert(std::size(groups) == 21);
    return groups[code - 21];
}

/// The values between `least` and `most` that agree with the digits given.
template <typename Found>
void each_match(const Digits& digits, std::int64_t least, std::int64_t most, Found found) {
    for (auto value = std::max(least, digits.least()); value <= std::min(most, digits.most()); ++value) {
        bool fits = true;
        auto left = value, given = digits.value;
        for (int i = 0; left || given; ++i, left /= 10, given /= 10)
            fits &= (digits.unspecified >> i & 1) || left % 10 == given % 10;
        if (fits)
            found(value);
    }
}

/// First and last day that month and day admit in one year; nothing when none does (XXXX-02-29 outside leap
/// years).
DayBounds days_in_year(const Date& date, int year) {
    DayBounds result;
    const auto admit = [&](Day first, Day last) {
        if (!result.earliest || first < *result.earliest)
            result.earliest = first;
        if (!result.latest || last > *result.latest)
            result.latest = last;
    };
    const auto admit_month = [&](int month) {
        if (!date.day)
            return admit(first_of_month(year, month), last_of_month(year, month));
        const auto length = (last_of_month(year, month) - first_of_month(year, month)).count() + 1;
        each_match(*date.day, 1, length, [&](std::int64_t day) {
            const auto found = first_of_month(year, month) + ::date::days(day - 1);
            admit(found, found);
        });
    };
    if (!date.month)
        return {first_of_month(year, 1), last_of_month(year, 12)};
    if (!date.month->unspecified && date.month->value > 12) {
        const auto [first, last] = months_of_group(date.month->value);
        return {first_of_month(year, first), last_of_month(year, last)};
    }
    each_match(*date.month, 1, 12, [&](std::int64_t month) { admit_month(static_cast<int>(month)); });
    return result;
}

std::string digits_text(const Digits& digits, int width) {
    std::string text;
    auto left = digits.value;
    for (int i = 0; i < width || left; ++i, left /= 10)
        text += (digits.unspecified >> i & 1) ? 'X' : static_cast<char>('0' + left % 10);
    std::reverse(text.begin(), text.end());
    return text;
}

std::string_view sign_of(Qualifier qualifier) {
    static constexpr std::string_view signs[] = {"", "?", "~", "%"};
    return signs[static_cast<int>(qualifier)];
}

std::string clock_text(const Clock& clock) {
    const auto two = [](int number) { return digits_text({number, 0}, 2); };
    std::string text = "T" + two(clock.hour) + ":" + two(clock.minute);
    if (clock.second >= 0)
        text += ":" + two(clock.second);
    if (clock.utc)
        return text + "Z";
    if (!clock.offset_minutes)
        return text;
    const auto offset = std::abs(*clock.offset_minutes);
    text += (*clock.offset_minutes < 0 ? "-" : "+") + two(offset / 60);
    return clock.in_hours ? text : text + ":" + two(offset % 60);
}

std::string endpoint_text(const Endpoint& endpoint) {
    if (const auto* date = std::get_if<Date>(&endpoint))
        return print(*date);
    return std::get<End>(endpoint) == End::open ? ".." : "";
}

DayBounds endpoint_bounds(const Endpoint& endpoint) {
    const auto* date = std::get_if<Date>(&endpoint);
    return date ? date->bounds() : DayBounds{};
}

DayBounds set_bounds(const Set& set) {
    DayBounds result;
    bool first = true;
    for (const auto& member : set.members) {
        const auto low = endpoint_bounds(member.first).earliest;
        const auto high = endpoint_bounds(member.last.value_or(member.first)).latest;
        if (first || !low || !result.earliest)
            result.earliest = first || !low ? low : result.earliest;
        else
            result.earliest = std::min(*result.earliest, *low);
        if (first || !high || !result.latest)
            result.latest = first || !high ? high : result.latest;
        else
            result.latest = std::max(*result.latest, *high);
        first = false;
    }
    return result;
}

} // namespace

std::int64_t Digits::most() const {
    auto result = value;
    for (int i = 0; i < 8; ++i)
        if (unspecified >> i & 1)
            result += 9 * power_of_ten(i);
    return result;
}

DayBounds Date::bounds() const {
    auto [first, last] = years_of(*this);
    constexpr std::int64_t limit = 32700; // winter of a year may end in the next
    if (first < -limit || last > limit)
        return {};
    DayBounds result;
    for (auto y = first; y <= last && !result.earliest; ++y)
        result.earliest = days_in_year(*this, static_cast<int>(y)).earliest;
    for (auto y = last; y >= first && !result.latest; --y)
        result.latest = days_in_year(*this, static_cast<int>(y)).latest;
    return result;
}

bool Date::approximate() const {
    return std::any_of(qualifiers.begin(), qualifiers.end(), [](const Qualifiers& q) {
        return static_cast<int>(q.before) >= 2 || static_cast<int>(q.after) >= 2;
    });
}

bool Date::uncertain() const {
    return std::any_of(qualifiers.begin(), qualifiers.end(), [](const Qualifiers& q) {
        return static_cast<int>(q.before) % 2 == 1 || static_cast<int>(q.after) % 2 == 1;
    });
}

std::string print(const Date& date) {
    std::string text(sign_of(date.qualifiers[0].before));
    if (date.long_year)
        text += "Y";
    if (date.negative)
        text += "-";
    text += digits_text(date.year, date.long_year ? 1 : 4);
    if (date.exponent)
        text += "E" + std::to_string(date.exponent);
    if (date.significant)
        text += "S" + std::to_string(date.significant);
    text += sign_of(date.qualifiers[0].after);
    const auto append = [&](const std::optional<Digits>& part, const Qualifiers& q) {
        if (!part)
            return;
        ((text += "-") += sign_of(q.before)) += digits_text(*part, 2);
        text += sign_of(q.after);
    };
    append(date.month, date.qualifiers[1]);
    append(date.day, date.qualifiers[2]);
    if (date.clock)
        text += clock_text(*date.clock);
    return text;
}

std::string print(const Value& value) {
    if (const auto* date = std::get_if<Date>(&value))
        return print(*date);
    if (const auto* interval = std::get_if<Interval>(&value))
        return endpoint_text(interval->start) + "/" + endpoint_text(interval->end);
    const auto& set = std::get<Set>(value);
    std::string text = set.all ? "{" : "[";
    for (const auto& member : set.members) {
        if (text.size() > 1)
            text += ",";
        const bool open_start = member.last && std::holds_alternative<End>(member.first);
        const bool open_end = member.last && std::holds_alternative<End>(*member.last);
        text += open_start ? "" : endpoint_text(member.first);
        if (member.last)
            text += "..";
        if (member.last && !open_end)
            text += endpoint_text(*member.last);
    }
    return text + (set.all ? "}" : "]");
}

DayBounds bounds(const Value& value) {
    if (const auto* date = std::get_if<Date>(&value))
        return date->bounds();
    if (const auto* interval = std::get_if<Interval>(&value))
        return {endpoint_bounds(interval->start).earliest, endpoint_bounds(interval->end).latest};
    return set_bounds(std::get<Set>(value));
}

std::optional<Day> earliest(const Value& value) {
    return bounds(value).earliest;
}
std::optional<Day> latest(const Value& value) {
    return bounds(value).latest;
}

std::string print_year(int year) {
    Date date;
    date.negative = year < 0;
    date.year.value = std::abs(year);
    date.long_year = stands_alone(year);
    return print(date);
}

std::string print_month(int year, unsigned month) {
    if (stands_alone(year))
        return print_year(year);
    return print_year(year) + "-" + digits_text({month, 0}, 2);
}

std::string print_day(Day day) {
    const ::date::year_month_day ymd(day);
    if (stands_alone(static_cast<int>(ymd.year())))
        return print_year(static_cast<int>(ymd.year()));
    return print_month(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month())) + "-" +
           digits_text({static_cast<unsigned>(ymd.day()), 0}, 2);
}

} // namespace timeloom::edtf
