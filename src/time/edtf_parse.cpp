// Reads EDTF text. A cursor walks over the text once; every refusal names the part and what would be right.
#include "time/edtf.hpp"

#include "time/calendar.hpp"

#include <algorithm>

namespace timeloom::edtf {

namespace {

class Reader {
  public:
    explicit Reader(std::string_view text) : whole_(text), rest_(text) {}

    Value value() {
        if (rest_.empty())
            fail("nothing to read", "give a date such as 2025-01-22, 2025-01 or 2025");
        if (peek() == '[' || peek() == '{')
            return set();
        if (whole_.find('/') == std::string_view::npos) {
            Date result = date();
            finish();
            return result;
        }
        Interval interval{endpoint(), {}};
        if (!take('/'))
            fail("'" + std::string(rest_) + "' after the start", "an interval is START/END");
        interval.end = endpoint();
        finish();
        check_order(interval.start, interval.end);
        return interval;
    }

  private:
    std::string_view whole_, rest_;

    [[noreturn]] void fail(const std::string& problem, const std::string& remedy) const {
        throw SyntaxError(std::string(whole_), problem, remedy);
    }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool take(char c) {
        if (peek() != c)
            return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_dots() {
        if (rest_.substr(0, 2) != "..")
            return false;
        rest_.remove_prefix(2);
        return true;
    }
    void finish() const {
        if (!rest_.empty())
            fail("'" + std::string(rest_) + "' after the value", "remove it");
    }

    Qualifier qualifier() {
        if (take('?'))
            return Qualifier::uncertain;
        if (take('~'))
            return Qualifier::approximate;
        return take('%') ? Qualifier::both : Qualifier::none;
    }

    Digits digits(std::size_t width, const char* what) {
        Digits result;
        for (std::size_t i = 0; i < width; ++i) {
            const char c = peek();
            if (c != 'X' && (c < '0' || c > '9'))
                fail(std::string(what) + " with " + std::to_string(i) + " digits",
                     "write " + std::to_string(width) + " digits, X for one that is not known");
            result.value = result.value * 10 + (c == 'X' ? 0 : c - '0');
            result.unspecified = static_cast<std::uint8_t>(result.unspecified << 1 | (c == 'X'));
            rest_.remove_prefix(1);
        }
        return result;
    }

    int number(int most, const char* what) {
        int result = 0;
        std::size_t length = 0;
        for (; peek() >= '0' && peek() <= '9' && length < 6; ++length, rest_.remove_prefix(1))
            result = result * 10 + (peek() - '0');
        if (length == 0 || result > most)
            fail(std::string(what) + " " + (length ? std::to_string(result) : "missing"),
                 "it is a number up to " + std::to_string(most));
        return result;
    }

    void long_year(Date& date) {
        date.long_year = true;
        date.negative = take('-');
        std::size_t length = 0;
        for (; peek() >= '0' && peek() <= '9'; ++length, rest_.remove_prefix(1)) {
            if (length == 12)
                fail("a year of more than 12 digits", "shorten it with an exponent: Y17E7");
            date.year.value = date.year.value * 10 + (peek() - '0');
        }
        if (length == 0)
            fail("no digits after Y", "write a year such as Y170000");
        if (take('E'))
            date.exponent = number(9, "exponent");
    }

    Date date() {
        Date result;
        auto& q = result.qualifiers;
        q[0].before = qualifier();
        if (take('Y')) {
            long_year(result);
        } else {
            result.negative = take('-');
            result.year = digits(4, "a year");
            if (result.negative && !result.year.unspecified && result.year.value == 0)
                fail("year -0000", "the year 0000 (1 BC) has no sign");
        }
        if (take('S')) {
            result.significant = number(12, "count of significant digits");
            if (result.significant == 0)
                fail("no significant digit", "give 1 or more after S");
        }
        q[0].after = qualifier();
        if (!take('-'))
            return result;
        if (result.long_year)
            fail("a month after a year with Y", "years of more than four digits stand alone");
        q[1].before = qualifier();
        result.month = digits(2, "a month");
        check_month(*result.month);
        q[1].after = qualifier();
        if (take('-')) {
            if (!result.month->unspecified && result.month->value > 12)
                fail("a day after the part of a year " + std::to_string(result.month->value),
                     "leave the day out");
            q[2].before = qualifier();
            result.day = digits(2, "a day");
            check_day(result);
            q[2].after = qualifier();
            if (take('T'))
                result.clock = clock();
        }
        return result;
    }

    void check_month(const Digits& month) const {
        bool possible = false;
        for (int m = 1; m <= 41; m += (m == 12 ? 9 : 1))
            possible |= agrees(month, m);
        if (!possible)
            fail("month " + written(month),
                 "months are 01 to 12, seasons 21 to 32, quarters 33 to 36, thirds 37 to "
                 "39, halves 40 and 41");
    }

    void check_day(const Date& date) const {
        bool possible = false;
        int length = 31;
        if (date.month && !date.month->unspecified) {
            const bool leap = date.year.unspecified || is_leap(signed_year(date));
            length = days_in_month(leap, static_cast<int>(date.month->value));
        }
        for (int d = 1; d <= length; ++d)
            possible |= agrees(*date.day, d);
        if (!possible)
            fail("day " + written(*date.day),
                 "days are 01 to " + std::to_string(length) + (length < 31 ? " in this month" : ""));
    }

    static std::int64_t signed_year(const Date& date) {
        return date.negative ? -date.year.value : date.year.value;
    }

    static bool agrees(const Digits& digits, int number) {
        const bool units = (digits.unspecified & 1) || digits.value % 10 == number % 10;
        return units && ((digits.unspecified & 2) || digits.value / 10 == number / 10);
    }

    static std::string written(const Digits& digits) {
        std::string text{static_cast<char>('0' + digits.value / 10),
                         static_cast<char>('0' + digits.value % 10)};
        if (digits.unspecified & 2)
            text[0] = 'X';
        if (digits.unspecified & 1)
            text[1] = 'X';
        return text;
    }

    int two_digits(int most, const char* what) {
        const Digits read = digits(2, what);
        if (read.unspecified || read.value > most)
            fail(std::string(what) + " " + written(read),
                 "it is a number from 00 to " + std::to_string(most));
        return static_cast<int>(read.value);
    }

    Clock clock() {
        Clock result;
        result.hour = two_digits(24, "hour");
        if (!take(':'))
            fail("an hour without minutes", "write T" + std::to_string(result.hour) + ":00");
        result.minute = two_digits(59, "minute");
        if (take(':'))
            result.second = two_digits(60, "second");
        if (result.hour == 24 && (result.minute || result.second > 0))
            fail("a time after 24:00", "use the next day");
        if (take('Z')) {
            result.utc = true;
        } else if (peek() == '+' || peek() == '-') {
            const int sign = take('-') ? -1 : (take('+'), 1);
            const int hours = two_digits(18, "zone hour");
            result.in_hours = !take(':');
            const int minutes = result.in_hours ? 0 : two_digits(59, "zone minute");
            result.offset_minutes = sign * (hours * 60 + minutes);
        }
        return result;
    }

    Endpoint endpoint() {
        if (take_dots())
            return End::open;
        if (rest_.empty() || peek() == '/')
            return End::unknown;
        return date();
    }

    Value set() {
        Set result;
        const char close = peek() == '[' ? ']' : '}';
        result.all = close == '}';
        rest_.remove_prefix(1);
        do {
            Set::Member member;
            if (take_dots()) {
                member = {End::open, Endpoint(date())};
            } else {
                member.first = date();
                if (take_dots())
                    member.last = peek() == ',' || peek() == close ? Endpoint(End::open) : Endpoint(date());
                if (member.last)
                    check_order(member.first, *member.last);
            }
            result.members.push_back(std::move(member));
        } while (take(','));
        if (!take(close))
            fail("the set does not end", std::string("close it with ") + close);
        finish();
        return result;
    }

    void check_order(const Endpoint& start, const Endpoint& end) const {
        const auto *first = std::get_if<Date>(&start), *last = std::get_if<Date>(&end);
        if (!first || !last)
            return;
        const auto low = first->bounds().earliest, high = last->bounds().latest;
        if (low && high && *low > *high)
            fail("it ends before it starts", "exchange start and end");
    }
};

} // namespace

Value parse(std::string_view text) {
    return Reader(text).value();
}

} // namespace timeloom::edtf
