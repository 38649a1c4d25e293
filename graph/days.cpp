#include "graph/days.hpp"

#include "time/edtf.hpp"

namespace timeloom {

DayBounds bounds_of(std::string_view text) {
    if (text.empty())
        return {};
    try {
        return edtf::bounds(edtf::parse(text));
    } catch (const edtf::SyntaxError&) {
        return {};
    }
}

void narrow(DayBounds& into, const DayBounds& other) {
    if (other.earliest && (!into.earliest || *other.earliest > *into.earliest))
        into.earliest = other.earliest;
    if (other.latest && (!into.latest || *other.latest < *into.latest))
        into.latest = other.latest;
}

std::string edtf_day(Day day) {
    return edtf::print_day(day);
}

std::string edtf_between(Day first, Day last) {
    const date::year_month_day a(first), b(last);
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
    const date::year_month_day a(first), b(last);
    if (a.year() != b.year())
        return "";
    return date::format(a.month() == b.month() ? "%Y-%m" : "%Y", first);
}

} // namespace timeloom
