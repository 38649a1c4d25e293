#include "export/edtf.hpp"
#include "graph/knowledge_graph.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

namespace {
std::string span_of(const char* text) {
    const auto date = read_edtf_date(text);
    if (!date)
        return "no date";
    return day_text(*date->days.earliest) + " " + day_text(*date->days.latest);
}
} // namespace

TEST_CASE("a date stands for its days") {
    constexpr struct {
        const char* text;
        const char* days;
    } rows[] = {
        {"2025-01-21", "2025-01-21 2025-01-21"},
        {"2024-02", "2024-02-01 2024-02-29"},
        {"2025", "2025-01-01 2025-12-31"},
        {"2029~", "2029-01-01 2029-12-31"},
        {"202X", "2020-01-01 2029-12-31"},
        {"19XX?", "1900-01-01 1999-12-31"},
        {"XXXX", "0000-01-01 9999-12-31"},
        {"2024-XX-XX", "2024-01-01 2024-12-31"},
        {"2024-21", "2024-03-01 2024-06-30"},
        {"2024-24", "2024-12-01 2025-03-31"},
        {"2024-34", "2024-04-01 2024-06-30"},
        {"2025-01-21T09:30", "2025-01-21 2025-01-21"},
        {"-0044-03-15", "-0044-03-15 -0044-03-15"},
        {"Y12025", "12025-01-01 12025-12-31"},
        {"2025-13-45", "no date"},
        {"2025-02-29", "no date"},
        {"2025-1-2", "no date"},
        {"1/2/2025", "no date"},
        {"202", "no date"},
        {"2025-00", "no date"},
        {"2025-01-21x", "no date"},
        {"Y12025-03", "no date"},
        {"Y170000", "no date"},
        {"[2024,2026]", "no date"},
        {"", "no date"},
    };
    for (const auto& row : rows)
        CHECK_MESSAGE(span_of(row.text) == row.days, row.text);
}

TEST_CASE("a day reads back as it was written") {
    for (const char* text : {"2025-01-21", "-0044-03-15", "12025-03-01", "0000-02-29"}) {
        REQUIRE_MESSAGE(read_day(text), text);
        CHECK(day_text(*read_day(text)) == text);
    }
    for (const char* text : {"", "2025", "2025-01", "2025-13-45", "2025-02-29", "2025-1-021", "x2025-01-21",
                             "2025-01-21~", "112025-03-01", "2025-+1-01", "+2025-01-01", "--025-01-01"})
        CHECK_MESSAGE(!read_day(text), text);
}

TEST_CASE("intervals have two ends, each a date or open") {
    CHECK(is_edtf("2025-01-21/2029~"));
    CHECK(is_edtf("../2025-01-21"));
    CHECK(is_edtf("2025/"));
    CHECK(is_edtf("{2024,2026}"));
    CHECK(is_edtf("Y170000"));
    CHECK_FALSE(is_edtf(".."));
    CHECK_FALSE(is_edtf("2025-01-21/2029/2030"));
    CHECK_FALSE(is_edtf("2025-01-21/soon"));
}

TEST_CASE("times in words") {
    constexpr struct {
        const char* edtf;
        EventKind kind;
        const char* words;
    } rows[] = {
        {"", EventKind::event, "undated"},
        {"2025-01-21", EventKind::event, "21 January 2025"},
        {"2024-06", EventKind::event, "June 2024"},
        {"2019~", EventKind::event, "about 2019"},
        {"2019?", EventKind::event, "possibly 2019"},
        {"2019%", EventKind::event, "possibly about 2019"},
        {"202X", EventKind::event, "the 2020s"},
        {"2024-21", EventKind::event, "spring 2024"},
        {"2024-34", EventKind::event, "second quarter of 2024"},
        {"XXXX-12-25", EventKind::event, "XXXX-12-25"},
        {"20X5", EventKind::event, "between 2005 and 2095"},
        {"Y12025", EventKind::event, "12025"},
        {"../2025-01-21", EventKind::event, "by 21 January 2025"},
        {"../2025-01-21", EventKind::state, "until 21 January 2025"},
        {"2025-01-21/..", EventKind::state, "since 21 January 2025"},
        {"2026/..", EventKind::event, "from 2026"},
        {"2025-01-21/2029~", EventKind::state, "21 January 2025 – about 2029"},
        {"../..", EventKind::state, "at an unknown time"},
        {"-0044-03-15", EventKind::event, "15 March −44"},
    };
    for (const auto& row : rows) {
        TimelineTime time;
        time.edtf = row.edtf;
        CHECK_MESSAGE(time_words(time, row.kind) == row.words, row.edtf);
    }
}

TEST_CASE("a time without a value is told by what is proved of it") {
    const auto words = [](std::optional<Day> from, std::optional<Day> by, std::optional<Day> ends_after,
                          EventKind kind) {
        TimelineTime time;
        time.start = {from, by};
        time.end = {ends_after, std::nullopt};
        return time_words(time, kind);
    };
    const auto day = *read_day("2025-01-21"), later = *read_day("2025-01-27");
    CHECK(words({}, later, day, EventKind::state) == "as of 27 January 2025");
    CHECK(words({}, {}, day, EventKind::state) == "as of 21 January 2025");
    CHECK(words({}, day, later, EventKind::state) == "at least 21 January 2025 – 27 January 2025");
    CHECK(words({}, later, {}, EventKind::event) == "by 27 January 2025");
    CHECK(words(day, {}, {}, EventKind::event) == "from 21 January 2025");
    CHECK(words({}, {}, {}, EventKind::state) == "undated");
}

TEST_CASE("where a time lies: its bounds, else the days that its EDTF names") {
    const auto first = [](std::string edtf, DayBounds start = {}, DayBounds end = {}) {
        TimelineTime time;
        time.edtf = std::move(edtf);
        time.start = start;
        time.end = end;
        const auto day = extent_of(time, EventKind::event).first();
        return day ? day_text(*day) : "";
    };
    CHECK(first("") == "");
    CHECK(first("2025-09-24~") == "2025-09-24");
    CHECK(first("2019~/..") == "2019-01-01");
    CHECK(first("../2025", {}, {{}, read_day("2025-12-31")}) == "2025-12-31");
    CHECK(first("2025", {{}, read_day("2025-06-30")}) == "2025-06-30");
}
