// Extended Date/Time Format (ISO 8601-2:2019; the Library of Congress's specification of February 2019):
// values, reading, writing, and the days that a value admits. Levels 0, 1 and 2.
#pragma once

#include "base/error.hpp"
#include "time/timex.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace timeloom::edtf {

/// Text that is no EDTF. what() says which part is wrong: "2025-13-45: month 13 (months are 01 to 12, …)".
class SyntaxError : public InputError {
  public:
    using InputError::InputError;
};

/// '?' is uncertain, '~' approximate, '%' both.
enum class Qualifier : std::uint8_t { none, uncertain, approximate, both };

/// A number of which some decimal digits are not given: "201X", "1X".
struct Digits {
    std::int64_t value = 0;       ///< unspecified digits count as 0
    std::uint8_t unspecified = 0; ///< bit i set: the digit of 10^i is X
    std::int64_t least() const { return value; }
    std::int64_t most() const;
    bool operator==(const Digits&) const = default;
};

struct Clock {
    int hour = 0, minute = 0;
    int second = -1;                   ///< -1: not said
    std::optional<int> offset_minutes; ///< from UTC; absent: local time
    bool in_hours = false;             ///< the offset is written without minutes: "-04"
    bool utc = false;                  ///< written 'Z'
    bool operator==(const Clock&) const = default;
};

/// Qualifiers where they are written: `before` speaks of one component, `after` of it and all to its left.
struct Qualifiers {
    Qualifier before = Qualifier::none;
    Qualifier after = Qualifier::none;
    bool operator==(const Qualifiers&) const = default;
};

/// A year, a month or part of a year (21 to 41: seasons, quarters, thirds, halves), or a day, with clock time
/// or not.
struct Date {
    bool negative = false;       ///< before the year 0000 (1 BC)
    Digits year;                 ///< without its sign
    bool long_year = false;      ///< written with 'Y'
    int exponent = 0;            ///< "Y-17E7"; the value is year × 10^exponent
    int significant = 0;         ///< "1950S2": digits to be trusted; 0: not said
    std::optional<Digits> month; ///< 1 to 12, or 21 to 41
    std::optional<Digits> day;
    std::optional<Clock> clock;
    std::array<Qualifiers, 3> qualifiers{}; ///< of year, month, day
    bool operator==(const Date&) const = default;

    /// The days that this admits; absent outside the years -32767 to 32767 that the calendar library holds.
    DayBounds bounds() const;
    bool approximate() const;
    bool uncertain() const;
};

enum class End : std::uint8_t { open, unknown };
/// One end of an interval: a date, ".." (open), or nothing (unknown).
using Endpoint = std::variant<Date, End>;

struct Interval {
    Endpoint start;
    Endpoint end;
    bool operator==(const Interval&) const = default;
};

/// "[1667,1760-12]" is one of its members, "{1667,1760-12}" all of them. A member may be a run "1667..1670".
struct Set {
    struct Member {
        Endpoint first;
        std::optional<Endpoint> last;
        bool operator==(const Member&) const = default;
    };
    bool all = false;
    std::vector<Member> members;
    bool operator==(const Set&) const = default;
};

using Value = std::variant<Date, Interval, Set>;

/// Throws SyntaxError.
Value parse(std::string_view text);
std::string print(const Value& value);
std::string print(const Date& date);

/// First and last day that the value admits; absent where it is open, unknown, or outside the calendar's
/// years.
std::optional<Day> earliest(const Value& value);
std::optional<Day> latest(const Value& value);
DayBounds bounds(const Value& value);

/// Years of more than four digits are written with Y, and no month or day may follow them.
constexpr bool stands_alone(int year) {
    return year > 9999 || year < -9999;
}

/// A whole day, month or year as EDTF text; of a month or day in a year that stands alone, that year:
/// "Y12025".
std::string print_day(Day day);
std::string print_year(int year);
std::string print_month(int year, unsigned month);

} // namespace timeloom::edtf
