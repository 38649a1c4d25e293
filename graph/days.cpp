#include "graph/days.hpp"

#include <charconv>
#include <cstdio>

namespace timeloom {

namespace {

using date::year_month_day;

DayBounds bounds_of_date(std::string_view text) {
    while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%'))
        text.remove_suffix(1);
    const auto number = [&](std::size_t at, std::size_t length) -> std::optional<int> {
        int value = 0;
        if (text.size() < at + length)
            return std::nullopt;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, value);
        return error == std::errc() && end == text.data() + at + length ? std::optional(value) : std::nullopt;
    };
    const auto y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (!y || (text.size() > 4 && !m) || (text.size() > 7 && !d))
        return {};
    const date::year year(*y);
    if (!m)
        return {Day(year / 1 / 1), Day(year / 12 / 31)};
    const auto month = year / *m;
    if (!month.month().ok())
        return {};
    if (!d)
        return {Day(month / 1), Day(month / date::last)};
    const auto day = month / *d;
    return day.ok() ? DayBounds{Day(day), Day(day)} : DayBounds{};
}

} // namespace

DayBounds bounds_of(std::string_view edtf) {
    const auto slash = edtf.find('/');
    if (slash == std::string_view::npos)
        return bounds_of_date(edtf);
    return {bounds_of_date(edtf.substr(0, slash)).earliest, bounds_of_date(edtf.substr(slash + 1)).latest};
}

bool intersect(const DayBounds& a, const DayBounds& b) {
    return !(a.latest && b.earliest && *a.latest < *b.earliest) &&
           !(b.latest && a.earliest && *b.latest < *a.earliest);
}

void narrow(DayBounds& into, const DayBounds& other) {
    if (other.earliest && (!into.earliest || *other.earliest > *into.earliest))
        into.earliest = other.earliest;
    if (other.latest && (!into.latest || *other.latest < *into.latest))
        into.latest = other.latest;
}

std::string edtf_day(Day day) {
    return date::format("%F", day);
}

std::string edtf_between(Day first, Day last) {
    const year_month_day a(first), b(last);
    if (first == last)
        return edtf_day(first);
    const bool whole_months = unsigned(a.day()) == 1 && Day(b.year() / b.month() / date::last) == last;
    if (!whole_months)
        return edtf_day(first) + "/" + edtf_day(last);
    const bool whole_years = unsigned(a.month()) == 1 && unsigned(b.month()) == 12;
    const char* const format = whole_years ? "%Y" : "%Y-%m";
    const auto from = date::format(format, first), to = date::format(format, last);
    return from == to ? from : from + "/" + to;
}

std::string edtf_unit(Day first, Day last) {
    const auto exact = edtf_between(first, last);
    if (exact.find('/') == std::string::npos)
        return exact;
    const year_month_day a(first), b(last);
    if (a.year() != b.year())
        return "";
    return date::format(a.month() == b.month() ? "%Y-%m" : "%Y", first);
}

} // namespace timeloom
