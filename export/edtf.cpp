#include "export/edtf.hpp"

#include "graph/knowledge_graph.hpp"
#include "time/edtf.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

namespace timeloom {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// ISO 8601-2 sub-year groupings.
struct Grouping {
    unsigned code;
    std::string_view words;
};
constexpr Grouping groupings[] = {
    {21, "spring"},           {22, "summer"},
    {23, "autumn"},           {24, "winter"},
    {25, "spring (north)"},   {26, "summer (north)"},
    {27, "autumn (north)"},   {28, "winter (north)"},
    {29, "spring (south)"},   {30, "summer (south)"},
    {31, "autumn (south)"},   {32, "winter (south)"},
    {33, "first quarter of"}, {34, "second quarter of"},
    {35, "third quarter of"}, {36, "fourth quarter of"},
    {37, "first third of"},   {38, "second third of"},
    {39, "last third of"},    {40, "first half of"},
    {41, "second half of"},
};
const Grouping* grouping(unsigned code) {
    for (const auto& each : groupings)
        if (each.code == code)
            return &each;
    return nullptr;
}

/// The years that a date names, whatever month and day it says.
DayBounds years_of(const edtf::Date& date) {
    edtf::Date year = date;
    year.month.reset();
    year.day.reset();
    return year.bounds();
}

int year_of(Day day) {
    return static_cast<int>(date::year_month_day(day).year());
}

/// 0 for what is not said or masked.
unsigned said(const std::optional<edtf::Digits>& part) {
    return part && !part->unspecified ? static_cast<unsigned>(part->value) : 0;
}

/// A day as day_text() writes it; nullopt for what is none in the calendar.
std::optional<date::year_month_day> read_civil(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto digits = text.substr(negative);
    const auto number = [](std::string_view part) {
        int value = 0;
        for (const char c : part) {
            if (c < '0' || c > '9')
                return -1;
            value = 10 * value + (c - '0');
        }
        return value;
    };
    if (digits.size() < 10 || digits.size() > 11 || digits[digits.size() - 6] != '-' ||
        digits[digits.size() - 3] != '-')
        return std::nullopt;
    const int year = number(digits.substr(0, digits.size() - 6));
    const int month = number(digits.substr(digits.size() - 5, 2)),
              day = number(digits.substr(digits.size() - 2));
    if (year < 0 || year > 32767 || month < 1 || day < 1)
        return std::nullopt;
    const date::year_month_day civil{date::year(negative ? -year : year),
                                     date::month(static_cast<unsigned>(month)),
                                     date::day(static_cast<unsigned>(day))};
    return civil.ok() ? std::optional(civil) : std::nullopt;
}

void append_number(std::string& out, unsigned number) {
    char digits[12];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_year(std::string& out, int year) {
    if (year < 0)
        out += "−";
    append_number(out, static_cast<unsigned>(std::abs(year)));
}

} // namespace

std::optional<EdtfDate> read_edtf_date(std::string_view text) try {
    if (text.empty() || text == "..") // the usual ends that are no dates need no exception
        return std::nullopt;
    EdtfDate date;
    if (const auto civil = text.size() == 10 ? read_civil(text) : std::nullopt) { // the commonest by far
        date.year = static_cast<int>(civil->year());
        date.month = static_cast<unsigned>(civil->month());
        date.day = static_cast<unsigned>(civil->day());
        date.days = {Day(*civil), Day(*civil)};
        return date;
    }
    const auto value = edtf::parse(text);
    const auto* read = std::get_if<edtf::Date>(&value);
    if (!read)
        return std::nullopt;
    date.days = read->bounds();
    const auto years = years_of(*read);
    if (!date.days.earliest || !date.days.latest || !years.earliest || !years.latest)
        return std::nullopt;
    date.year = year_of(*years.earliest);
    date.year_span = year_of(*years.latest) - date.year + 1;
    date.month = said(read->month);
    date.day = date.month ? said(read->day) : 0;
    date.approximate = read->approximate();
    date.uncertain = read->uncertain();
    return date;
} catch (const edtf::SyntaxError&) {
    return std::nullopt;
}

std::optional<Day> read_day(std::string_view text) {
    const auto civil = read_civil(text);
    return civil ? std::optional(Day(*civil)) : std::nullopt;
}

bool is_edtf(std::string_view text) {
    const auto good = [](std::string_view part) {
        if (part.empty() || part == "..")
            return true;
        if (part.find('/') != std::string_view::npos)
            return false;
        try {
            edtf::parse(part);
            return true;
        } catch (const edtf::SyntaxError&) {
            return false;
        }
    };
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return !text.empty() && text != ".." && good(text);
    return good(text.substr(0, slash)) && good(text.substr(slash + 1));
}

void append_date_words(std::string& out, std::string_view edtf) {
    const auto date = read_edtf_date(edtf);
    if (!date || date->year_span > 1000) {
        out += edtf;
        return;
    }
    if (date->uncertain)
        out += "possibly ";
    if (date->approximate)
        out += "about ";
    if (date->year_span == 10) {
        append_year(out += "the ", date->year);
        out += 's';
        return;
    }
    if (date->year_span > 1) {
        append_year(out += "between ", date->year);
        append_year(out += " and ", date->year + date->year_span - 1);
        return;
    }
    if (date->day) {
        append_number(out, date->day);
        out += ' ';
    }
    if (date->has_month())
        (out += month_names[date->month - 1]) += ' ';
    else if (const auto* part = grouping(date->month))
        (out += part->words) += ' ';
    append_year(out, date->year);
}

bool ends_before_start(std::string_view edtf) {
    const auto slash = edtf.find('/');
    if (slash == std::string_view::npos)
        return false;
    const auto from = read_edtf_date(edtf.substr(0, slash)), to = read_edtf_date(edtf.substr(slash + 1));
    return from && to && *to->days.latest < *from->days.earliest;
}

std::string date_words(std::string_view edtf) {
    std::string words;
    append_date_words(words, edtf);
    return words;
}

namespace {

/// What is proved of a time without a value: a state is known to hold on a day, or from one to another, an
/// event to be over or yet to come.
void append_bound_words(std::string& out, const TimelineTime& time, EventKind kind) {
    const auto& [earliest, latest] = time.start;
    if (kind == EventKind::state && latest && time.end.earliest && *latest < *time.end.earliest)
        out += "at least " + date_words(day_text(*latest)) + " – " + date_words(day_text(*time.end.earliest));
    else if (kind == EventKind::state && (latest || time.end.earliest))
        out += "as of " + date_words(day_text(std::max(latest, time.end.earliest).value()));
    else if (const auto last = time.end.latest ? time.end.latest : latest)
        out += "by " + date_words(day_text(*last));
    else if (earliest)
        out += "from " + date_words(day_text(*earliest));
    else
        out += "undated";
}

} // namespace

void append_time_words(std::string& out, const TimelineTime& time, EventKind kind) {
    const auto [from, to] = ends_of(time, kind);
    const bool begins = !from.empty() && from != "..";
    const bool ends = !to.empty() && to != "..";
    if (from.empty() && to.empty())
        append_bound_words(out, time, kind);
    else if (!begins && !ends)
        out += "at an unknown time";
    else if (from == to)
        append_date_words(out, from);
    else if (!begins)
        append_date_words(out += kind == EventKind::state ? "until " : "by ", to);
    else if (!ends)
        append_date_words(out += kind == EventKind::state ? "since " : "from ", from);
    else {
        append_date_words(out, from);
        append_date_words(out += " – ", to);
    }
}

std::string time_words(const TimelineTime& time, EventKind kind) {
    std::string words;
    append_time_words(words, time, kind);
    return words;
}

std::optional<DayBounds> days_without_bounds(const TimelineTime& time, EventKind kind) {
    if (time.start != DayBounds() || time.end != DayBounds())
        return std::nullopt;
    const auto [from, to] = ends_of(time, kind);
    const auto first = read_edtf_date(from), last = read_edtf_date(to);
    if (!first && !last)
        return std::nullopt;
    return DayBounds{(first ? first : last)->days.earliest, (last ? last : first)->days.latest};
}

std::optional<Day> Extent::first() const {
    return start.earliest ? start.earliest
           : start.latest ? start.latest
           : end.earliest ? end.earliest
                          : end.latest;
}

Extent extent_of(const TimelineTime& time, EventKind kind) {
    if (const auto days = days_without_bounds(time, kind))
        return {{days->earliest, {}}, {{}, days->latest}};
    return {time.start, time.end};
}

std::string plain_date(const EdtfDate& date) {
    if (date.year_span > 1 || date.month > 12)
        return {};
    const auto day = day_text(*date.days.earliest);
    return date.day ? day : day.substr(0, day.size() - (date.month ? 3 : 6));
}

} // namespace timeloom
