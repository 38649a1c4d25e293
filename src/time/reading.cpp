#include "time/reading.hpp"

#include <charconv>
#include <iterator>

namespace timeloom::timing {

namespace {

constexpr std::string_view slot_names[] = {
    "year",    "year2",    "month",    "day",          "weekday",    "week",      "weekend", "season",
    "quarter", "half",     "decade",   "century",      "millennium", "holiday",   "part",    "hour",
    "minute",  "second",   "meridiem", "zone",         "era",        "unit",      "count",   "unit2",
    "count2",  "fraction", "relation", "anchor",       "modifier",   "reference", "open",    "tense",
    "shift",   "nowadays", "follows",  "exchangeable", "onward",     "exact",     "update",  "hhmm"};
static_assert(std::size(slot_names) == static_cast<std::size_t>(Slot::count_of_slots));

struct Symbol {
    std::string_view name;
    std::int32_t value;
};

template <typename E>
constexpr Symbol symbol(std::string_view name, E value) {
    return {name, static_cast<std::int32_t>(value)};
}

constexpr Symbol symbols[] = {symbol("unit.second", Unit::second),
                              symbol("unit.minute", Unit::minute),
                              symbol("unit.hour", Unit::hour),
                              symbol("unit.day", Unit::day),
                              symbol("unit.week", Unit::week),
                              symbol("unit.weekend", Unit::weekend),
                              symbol("unit.month", Unit::month),
                              symbol("unit.quarter", Unit::quarter),
                              symbol("unit.season", Unit::season),
                              symbol("unit.half", Unit::half),
                              symbol("unit.year", Unit::year),
                              symbol("unit.decade", Unit::decade),
                              symbol("unit.century", Unit::century),
                              symbol("unit.millennium", Unit::millennium),
                              symbol("unit.time", Unit::time),
                              symbol("morning", Part::morning),
                              symbol("noon", Part::noon),
                              symbol("afternoon", Part::afternoon),
                              symbol("evening", Part::evening),
                              symbol("night", Part::night),
                              symbol("midnight", Part::midnight),
                              symbol("daytime", Part::daytime),
                              symbol("spring", Season::spring),
                              symbol("summer", Season::summer),
                              symbol("autumn", Season::autumn),
                              symbol("winter", Season::winter),
                              symbol("present", Reference::present),
                              symbol("past", Reference::past),
                              symbol("future", Reference::future),
                              symbol("start", Modifier::start),
                              symbol("middle", Modifier::middle),
                              symbol("end", Modifier::end),
                              symbol("about", Modifier::about),
                              symbol("more", Modifier::more),
                              symbol("less", Modifier::less),
                              {"some", vague},
                              {"published", 0},
                              {"narrated", 1},
                              {"either", 2},
                              {"am", 0},
                              {"pm", 1},
                              {"bc", 1},
                              {"ad", 0},
                              {"signed", 2},
                              {"last", -1},
                              {"this", 0},
                              {"next", 1}};

constexpr std::string_view weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};

std::optional<std::int32_t> integer(std::string_view text) {
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

std::optional<std::int32_t> feast(std::string_view text) {
    if (text.substr(0, 6) == "easter") {
        const auto days = text.size() == 6 ? std::optional<std::int32_t>(0) : integer(text.substr(6));
        return days ? std::optional(feast_of_easter + *days) : std::nullopt;
    }
    if (const auto dash = text.find('-', 1); dash != std::string_view::npos) {
        const auto month = integer(text.substr(0, dash)), day = integer(text.substr(dash + 1));
        if (month && day && *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31)
            return *month * 100 + *day;
    }
    const auto first = text.find('.'), second = text.rfind('.');
    if (first == std::string_view::npos || first == second)
        return std::nullopt;
    const auto nth = integer(text.substr(0, first)), month = integer(text.substr(second + 1));
    for (std::int32_t i = 0; i < 7; ++i)
        if (nth && month && *nth >= -1 && *nth <= 5 &&
            text.substr(first + 1, second - first - 1) == weekdays[i])
            return feast_of_weekday + 1000 * (*nth + 1) + 100 * (i + 1) + *month;
    return std::nullopt;
}

} // namespace

std::optional<Slot> slot_named(std::string_view name) {
    for (std::size_t i = 0; i < std::size(slot_names); ++i)
        if (slot_names[i] == name)
            return static_cast<Slot>(i);
    return std::nullopt;
}

std::optional<Reading::Kind> kind_named(std::string_view name) {
    constexpr std::string_view names[] = {"none", "date", "duration", "set", "reference"};
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (names[i] == name)
            return static_cast<Reading::Kind>(i);
    return std::nullopt;
}

std::optional<std::int32_t> slot_value(std::string_view text) {
    if (const auto number = integer(text))
        return number;
    for (const auto& known : symbols)
        if (known.name == text)
            return known.value;
    return feast(text);
}

} // namespace timeloom::timing
