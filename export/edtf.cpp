#include "export/edtf.hpp"

#include "graph/knowledge_graph.hpp"

#include <array>
#include <charconv>

namespace timeloom {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// ISO 8601-2 sub-year groupings: code, words, first month, number of months.
struct Grouping {
    unsigned code;
    std::string_view words;
    unsigned first_month;
    unsigned months;
};
constexpr Grouping groupings[] = {
    {21, "spring", 3, 3},           {22, "summer", 6, 3},
    {23, "autumn", 9, 3},           {24, "winter", 12, 3},
    {25, "spring (north)", 3, 3},   {26, "summer (north)", 6, 3},
    {27, "autumn (north)", 9, 3},   {28, "winter (north)", 12, 3},
    {29, "spring (south)", 9, 3},   {30, "summer (south)", 12, 3},
    {31, "autumn (south)", 3, 3},   {32, "winter (south)", 6, 3},
    {33, "first quarter of", 1, 3}, {34, "second quarter of", 4, 3},
    {35, "third quarter of", 7, 3}, {36, "fourth quarter of", 10, 3},
    {37, "first third of", 1, 4},   {38, "second third of", 5, 4},
    {39, "last third of", 9, 4},    {40, "first half of", 1, 6},
    {41, "second half of", 7, 6},
};
const Grouping* grouping(unsigned code) {
    for (const auto& each : groupings)
        if (each.code == code)
            return &each;
    return nullptr;
}

/// Takes one or more digits off the front; nullopt when there are none or they are too many.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits)
        return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, number);
    if (error != std::errc() || end != text.data() + digits || text[0] == '-')
        return std::nullopt;
    text.remove_prefix(digits);
    return number;
}

bool take_year(std::string_view& text, EdtfDate& date) {
    const bool wide = text.starts_with('Y');
    if (wide)
        text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    std::size_t masked = 0;
    while (digits + masked < 4 && digits + masked < text.size() && text[digits + masked] == 'X')
        ++masked;
    // The calendar ends at ±32767; five digits are read with and without "Y".
    if (digits + masked < 4 || digits > 5 || masked == 4)
        return false;
    std::string year(text.substr(0, digits));
    year.append(masked, '0');
    text.remove_prefix(digits + masked);
    std::string_view rest = year;
    const auto number = take_number(rest, year.size());
    if (!number || *number > 32000)
        return false;
    for (std::size_t i = 0; i < masked; ++i)
        date.year_span *= 10;
    date.year = negative ? -*number : *number;
    if (negative && masked)
        date.year = -(*number + date.year_span - 1);
    return true;
}

/// "-06", "-XX" (said to be unknown, as if not said).
bool take_part(std::string_view& text, unsigned& part) {
    if (!text.starts_with('-'))
        return true;
    text.remove_prefix(1);
    if (text.starts_with("XX")) {
        text.remove_prefix(2);
        return true;
    }
    const auto number = take_number(text, 2);
    if (!number || *number == 0)
        return false;
    part = static_cast<unsigned>(*number);
    return true;
}

void take_qualifier(std::string_view& text, EdtfDate& date, bool front) {
    if (text.empty())
        return;
    const char mark = front ? text.front() : text.back();
    if (mark != '~' && mark != '?' && mark != '%')
        return;
    date.approximate = mark != '?';
    date.uncertain = mark != '~';
    if (front)
        text.remove_prefix(1);
    else
        text.remove_suffix(1);
}

std::string year_words(int year) {
    return year < 0 ? "−" + std::to_string(-year) : std::to_string(year);
}

} // namespace

std::optional<EdtfDate> read_edtf_date(std::string_view text) {
    EdtfDate date;
    take_qualifier(text, date, true);
    take_qualifier(text, date, false);
    if (const auto time = text.find('T'); time != std::string_view::npos)
        text = text.substr(0, time);
    if (!take_year(text, date) || !take_part(text, date.month))
        return std::nullopt;
    if (date.month > 12 && (!grouping(date.month) || !text.empty()))
        return std::nullopt;
    if (!take_part(text, date.day) || !text.empty())
        return std::nullopt;
    if (date.day && !date.month)
        return std::nullopt;
    if (date.day &&
        !date::year_month_day(date::year(date.year), date::month(date.month), date::day(date.day)).ok())
        return std::nullopt;
    return date;
}

DayBounds days_of(const EdtfDate& date) {
    using namespace date;
    if (date.day) {
        const Day day = sys_days(year(date.year) / month(date.month) / date::day(date.day));
        return {day, day};
    }
    unsigned first = 1, months = 12;
    if (date.has_month()) {
        first = date.month;
        months = 1;
    } else if (const auto* part = grouping(date.month)) {
        first = part->first_month;
        months = part->months;
    }
    const year_month begin = year(date.year) / month(first);
    const auto last = begin + date::months(months - 1) + years(date.year_span - 1);
    return {sys_days(begin / 1), sys_days(last / date::last)};
}

bool is_edtf(std::string_view text) {
    const auto good = [](std::string_view end) { return end.empty() || end == ".." || read_edtf_date(end); };
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return read_edtf_date(text).has_value();
    return good(text.substr(0, slash)) && good(text.substr(slash + 1));
}

std::string date_words(std::string_view edtf) {
    const auto date = read_edtf_date(edtf);
    if (!date)
        return std::string(edtf);
    std::string words = date->uncertain && date->approximate ? "possibly about "
                        : date->uncertain                    ? "possibly "
                        : date->approximate                  ? "about "
                                                             : "";
    if (date->year_span == 10)
        return words + "the " + year_words(date->year) + "s";
    if (date->year_span > 1)
        return words + "between " + year_words(date->year) + " and " +
               year_words(date->year + date->year_span - 1);
    if (date->day)
        words += std::to_string(date->day) + " ";
    if (date->has_month())
        words += std::string(month_names[date->month - 1]) + " ";
    else if (const auto* part = grouping(date->month))
        words += std::string(part->words) + " ";
    return words + year_words(date->year);
}

std::string time_words(const TimelineTime& time, EventKind kind) {
    const auto [from, to] = ends_of(time, kind);
    if (from.empty() && to.empty())
        return "undated";
    const bool begins = !from.empty() && from != "..";
    const bool ends = !to.empty() && to != "..";
    if (!begins && !ends)
        return "at an unknown time";
    if (from == to)
        return date_words(from);
    if (!begins)
        return (kind == EventKind::state ? "until " : "by ") + date_words(to);
    if (!ends)
        return (kind == EventKind::state ? "since " : "from ") + date_words(from);
    return date_words(from) + " – " + date_words(to);
}

std::optional<DayBounds> days_without_bounds(const TimelineTime& time, EventKind kind) {
    if (time.start != DayBounds() || time.end != DayBounds())
        return std::nullopt;
    const auto [from, to] = ends_of(time, kind);
    const auto first = read_edtf_date(from), last = read_edtf_date(to);
    if (!first && !last)
        return std::nullopt;
    return DayBounds{days_of(first ? *first : *last).earliest, days_of(last ? *last : *first).latest};
}

std::string plain_date(const EdtfDate& date) {
    if (date.year_span > 1 || date.month > 12)
        return {};
    const auto day = day_text(*days_of(date).earliest);
    return date.day ? day : day.substr(0, day.size() - (date.month ? 3 : 6));
}

} // namespace timeloom
