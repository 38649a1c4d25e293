#include "time/calendar.hpp"
#include "time/edtf.hpp"
#include "time/period.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace timeloom;

namespace {

Day day(int year, int month, int number) {
    return first_of_month(year, month) + date::days(number - 1);
}

std::string bounds_text(const std::string& text) {
    const auto bounds = edtf::bounds(edtf::parse(text));
    return (bounds.earliest ? edtf::print_day(*bounds.earliest) : "-") + " " +
           (bounds.latest ? edtf::print_day(*bounds.latest) : "-");
}

} // namespace

TEST_CASE("the specification's examples are read, and written as they were") {
    for (const std::string text :
         {// level 0
          "1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z",
          "1985-04-12T23:20:30-04:00", "1985-04-12T23:20:30+04:30", "1964/2008", "2004-06/2006-08",
          "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02",
          // level 1
          "Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX",
          "2004-XX", "1985-04-XX", "1985-XX-XX", "1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12",
          "../1985-04", "../1985", "1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985",
          "-1985", "1984~/2004-06", "1984?/2004%", "2001-21/2003", "-0009/0003",
          // level 2
          "Y-17E7", "1950S2", "Y171010000S3", "Y3388E2S3", "2001-34", "[1667,1668,1670..1672]",
          "[..1760-12-03]", "[1760-12..]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]",
          "{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}", "2004-06-11%", "2004-06~-11", "2004?-06-11",
          "?2004-06-~11", "2004-%06-11", "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12",
          "1984-1X", "2004-06-~01/2004-06-~20", "2004-06-XX/2004-07-03", "1985-04-12T23:20:30-04",
          "[1667,1668]", "[..1983-12-31,1984-10-10..1984-11-01]", "1560-XX-25", "1XXX-XX", "156X-12-25",
          "2011-~06-~04", "1984-06-02?/2004-08-08~", "1984-06-02?/..", "-1985/..", "2011-23~", "2010-24?",
          "1000/2000-32"}) {
        CAPTURE(text);
        CHECK(edtf::print(edtf::parse(text)) == text);
    }
}

TEST_CASE("a value admits the days from its first to its last") {
    CHECK(bounds_text("2024-06") == "2024-06-01 2024-06-30");
    CHECK(bounds_text("2024-02") == "2024-02-01 2024-02-29");
    CHECK(bounds_text("201X") == "2010-01-01 2019-12-31");
    CHECK(bounds_text("2001-34") == "2001-04-01 2001-06-30");
    CHECK(bounds_text("2001-41") == "2001-07-01 2001-12-31");
    CHECK(bounds_text("1985-04-12/..") == "1985-04-12 -");
    CHECK(bounds_text("../2030") == "- 2030-12-31");
    CHECK(bounds_text("[1667,1760-12]") == "1667-01-01 1760-12-31");
    CHECK(bounds_text("[..1984]") == "- 1984-12-31");
    CHECK(bounds_text("1950S2") == "1900-01-01 1999-12-31");
    CHECK(bounds_text("XXXX-02-29").substr(0, 10) == "0000-02-29");
    CHECK(bounds_text("-0001") == "-0001-01-01 -0001-12-31");
    CHECK(bounds_text("Y10000") == "Y10000 Y10000");
    CHECK(bounds_text("Y170000002") == "- -");
}

TEST_CASE("every year is written as it is read; months and days of years that stand alone give the year") {
    CHECK(edtf::print_day(day(-44, 3, 15)) == "-0044-03-15");
    CHECK(edtf::print_day(day(0, 2, 29)) == "0000-02-29");
    CHECK(edtf::print_day(day(9999, 12, 31)) == "9999-12-31");
    CHECK(edtf::print_day(day(12025, 1, 22)) == "Y12025");
    CHECK(edtf::print_month(12025, 1) == "Y12025");
    CHECK(edtf::print_month(-10000, 1) == "Y-10000");
    using timing::Unit;
    for (const int year : {-12000, -10000, -9999, -44, -1, 0, 1, 9999, 10000, 12025})
        for (const auto unit :
             {Unit::day, Unit::week, Unit::weekend, Unit::month, Unit::quarter, Unit::season, Unit::half,
              Unit::year, Unit::decade, Unit::century, Unit::millennium}) {
            const auto period = timing::period_of(unit, day(year, 5, 17));
            CAPTURE(period.edtf());
            const auto bounds = edtf::bounds(edtf::parse(period.edtf()));
            CHECK(bounds.earliest <= period.first);
            CHECK(bounds.latest >= period.last());
        }
}

TEST_CASE("what is no EDTF is refused, naming the part") {
    const auto problem = [](const char* text) -> std::string {
        try {
            edtf::parse(text);
        } catch (const edtf::SyntaxError& error) {
            return error.what();
        }
        return "accepted";
    };
    CHECK(problem("2025-13-45") ==
          "2025-13-45: month 13 (months are 01 to 12, seasons 21 to 32, quarters 33 to 36, "
          "thirds 37 to 39, halves 40 and 41)");
    CHECK(problem("2025-02-30") == "2025-02-30: day 30 (days are 01 to 28 in this month)");
    CHECK(problem("2025-6") == "2025-6: a month with 1 digits (write 2 digits, X for one that is not known)");
    CHECK(problem("") == ": nothing to read (give a date such as 2025-01-22, 2025-01 or 2025)");
    CHECK(problem("2025-01-22 ") == "2025-01-22 : ' ' after the value (remove it)");
    CHECK(problem("2025/2024") == "2025/2024: it ends before it starts (exchange start and end)");
    CHECK(problem("2025-21-03") == "2025-21-03: a day after the part of a year 21 (leave the day out)");
    CHECK(problem("2025-01-22T25:00") == "2025-01-22T25:00: hour 25 (it is a number from 00 to 24)");
    CHECK(problem("[2020,2021") == "[2020,2021: the set does not end (close it with ])");
    CHECK(problem("-0000") == "-0000: year -0000 (the year 0000 (1 BC) has no sign)");
    for (const char* text :
         {"X", "20-01", "2025-", "2025-01-", "/", "..", "{}", "[", "2025//2026", "T10:00", "Y", "1984??x",
          "2025-01-01T", "2025-01-01T10", "99999", "2025-00", "2025-01-00", "\xff"})
        if (std::string(text) != "/")
            CHECK_MESSAGE(problem(text) != "accepted", text);
}

TEST_CASE("days, weeks and quarters agree with counting day by day over 400 years") {
    Day today = day(1799, 12, 30); // a Monday: the first week of 1800
    int year = 1799, month = 12, number = 30, weekday = 1, week = 1, week_year = 1800;
    for (int i = 0; i < 146'097; ++i) {
        REQUIRE(year_of(today) == year);
        REQUIRE(month_of(today) == month);
        REQUIRE(day_of(today) == number);
        REQUIRE(iso_weekday(today) == weekday);
        REQUIRE(iso_week_of(today) == IsoWeek{week_year, week});
        REQUIRE(monday_of(IsoWeek{week_year, week}) == today - date::days(weekday - 1));
        const auto text = edtf::print_day(today);
        REQUIRE(edtf::bounds(edtf::parse(text)) == DayBounds{today, today});
        if (number == 1)
            REQUIRE(edtf::earliest(edtf::parse(text.substr(0, 7))) == today);
        if (number == 1 && month % 3 == 1)
            REQUIRE(edtf::earliest(edtf::parse(text.substr(0, 5) + std::to_string(33 + month / 3))) == today);
        if (number == 1 && month % 6 == 1)
            REQUIRE(edtf::earliest(edtf::parse(text.substr(0, 5) + std::to_string(40 + month / 6))) == today);

        const bool leap = year % 4 == 0 && (year % 100 || year % 400 == 0);
        constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool month_ends = number == lengths[month - 1] + (month == 2 && leap);
        if (month_ends)
            REQUIRE(edtf::latest(edtf::parse(text.substr(0, 7))) == today);
        if (month_ends && month % 3 == 0)
            REQUIRE(edtf::latest(edtf::parse(text.substr(0, 5) + std::to_string(32 + month / 3))) == today);
        if (month_ends && month % 6 == 0)
            REQUIRE(edtf::latest(edtf::parse(text.substr(0, 5) + std::to_string(39 + month / 6))) == today);
        number = month_ends ? 1 : number + 1;
        if (month_ends)
            month = month == 12 ? 1 : month + 1;
        if (month_ends && month == 1)
            ++year;
        today += date::days(1);
        weekday = weekday % 7 + 1;
        // A week that holds 4 January is the first of its year.
        if (weekday == 1) {
            const bool first = (month == 12 && number >= 29) || (month == 1 && number <= 4);
            week = first ? 1 : week + 1;
            if (first)
                week_year = month == 12 ? year + 1 : year;
        }
    }
}

TEST_CASE("Easter: known Sundays") {
    CHECK(edtf::print_day(easter(1818)) == "1818-03-22"); // the earliest possible
    CHECK(edtf::print_day(easter(1943)) == "1943-04-25"); // the latest possible
    CHECK(edtf::print_day(easter(2024)) == "2024-03-31");
    CHECK(edtf::print_day(easter(2025)) == "2025-04-20");
}

TEST_CASE(
    "random values: reading what was written gives the value again, and it does not end before it starts") {
    std::mt19937 random(20250122); // NOLINT: the same every time
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    const auto random_date = [&] {
        edtf::Date made;
        made.negative = pick(0, 9) == 0;
        made.year.value = pick(1, 9999);
        made.qualifiers[0].after = static_cast<edtf::Qualifier>(pick(0, 3));
        if (pick(0, 4) == 0) {
            made.long_year = true;
            made.year.value = pick(10000, 2'000'000'000);
            return made;
        }
        if (pick(0, 5) == 0) {
            made.year.unspecified = 1;
            made.year.value = made.year.value / 10 * 10;
            if (made.year.value == 0)
                made.negative = false;
        }
        if (pick(0, 2) == 0)
            return made;
        made.month = edtf::Digits{pick(0, 3) ? pick(1, 12) : pick(21, 41), 0};
        made.qualifiers[1].before = static_cast<edtf::Qualifier>(pick(0, 3));
        if (made.month->value > 12 || pick(0, 2) == 0)
            return made;
        made.day = edtf::Digits{pick(1, 28), 0};
        if (pick(0, 3) == 0)
            made.day = edtf::Digits{0, 3};
        return made;
    };
    for (int i = 0; i < 20'000; ++i) {
        edtf::Value value = random_date();
        if (pick(0, 3) == 0) {
            const auto one = random_date(), other = random_date();
            const auto low = one.bounds().earliest, high = other.bounds().latest;
            value = low && high && *low <= *high ? edtf::Interval{one, other}
                                                 : edtf::Interval{one, edtf::End::open};
        }
        const auto text = edtf::print(value);
        CAPTURE(text);
        REQUIRE(edtf::parse(text) == value);
        const auto bounds = edtf::bounds(value);
        if (bounds.earliest && bounds.latest)
            REQUIRE(*bounds.earliest <= *bounds.latest);
    }
}

namespace {

/// "19X4-1X-0X": digits of which some are X.
struct Mask {
    std::string year, month, day; ///< month and day may be absent
    std::string text() const {
        return year + (month.empty() ? "" : "-" + month) + (day.empty() ? "" : "-" + day);
    }
};

bool fits(int number, const std::string& mask) {
    if (mask.empty())
        return true;
    for (auto digit = mask.rbegin(); digit != mask.rend(); ++digit, number /= 10)
        if (*digit != 'X' && *digit - '0' != number % 10)
            return false;
    return number == 0;
}

/// By counting the days of the years 1800 to 2199, with no calendar but the length of months.
DayBounds counted(const Mask& mask) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    DayBounds found;
    int passed = 0; // days since 1800-01-01
    for (int year = 1800; year < 2200; ++year)
        for (int month = 1; month <= 12; ++month) {
            const bool leap = year % 4 == 0 && (year % 100 || year % 400 == 0);
            const int length = lengths[month - 1] + (month == 2 && leap);
            if (fits(year, mask.year) && fits(month, mask.month))
                for (int number = 1; number <= length; ++number)
                    if (fits(number, mask.day)) {
                        const auto here = day(1800, 1, 1) + date::days(passed + number - 1);
                        if (!found.earliest)
                            found.earliest = here;
                        found.latest = here;
                    }
            passed += length;
        }
    return found;
}

} // namespace

TEST_CASE(
    "unknown digits and intervals admit from the first to the last day that counting finds in 400 years") {
    std::mt19937 random(18002199); // NOLINT: the same every time
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const auto blur = [&](std::string digits) {
        if (pick(0, 2) == 0)
            digits[1] = 'X';
        if (digits[1] == 'X' && pick(0, 1))
            digits[0] = 'X';
        return digits;
    };
    std::optional<Day> since;
    std::string since_text;
    for (int i = 0; i < 2'000; ++i) {
        Mask mask{std::to_string(pick(18, 21)) + blur(two(pick(0, 99))), "", ""};
        if (pick(0, 3))
            mask.month = blur(two(pick(1, 12)));
        if (!mask.month.empty() && pick(0, 2))
            mask.day = blur(two(pick(1, 28)));
        CAPTURE(mask.text());
        const auto days = counted(mask);
        REQUIRE(days.earliest);
        REQUIRE(edtf::bounds(edtf::parse(mask.text())) == days);
        if (since && *since <= *days.latest)
            REQUIRE(edtf::bounds(edtf::parse(since_text + "/" + mask.text())) ==
                    DayBounds{*since, *days.latest});
        since = days.earliest;
        since_text = mask.text();
    }
}

TEST_CASE("moving by weeks, months, quarters and years is what moving by one, again and again, gives") {
    using timing::Unit;
    for (const auto unit : {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::half, Unit::year})
        for (const auto start : {day(-1, 12, 31), day(1999, 2, 28), day(2024, 2, 29), day(9999, 12, 31)}) {
            auto ahead = timing::period_of(unit, start), back = ahead;
            const auto from = ahead;
            for (int count = 1; count <= 130; ++count) {
                ahead = timing::period_of(unit, ahead.last() + date::days(1));
                back = timing::period_of(unit, back.first - date::days(1));
                REQUIRE(from.shifted(count) == ahead);
                REQUIRE(from.shifted(-count) == back);
            }
        }
}
