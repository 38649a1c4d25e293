#include "graph/days.hpp"
#include "graph/finish.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("events stand in the order of the first day that is known of them, undated ones last") {
    Timeline timeline;
    const auto event = [&](const char* id, const char* edtf, std::optional<Day> start,
                           std::optional<Day> end) {
        auto& added = timeline.events.emplace_back();
        added.id = id;
        added.time.edtf = edtf;
        added.time.start.earliest = start;
        added.time.end.earliest = end;
    };
    const auto day = [](const char* text) { return bounds_of(text).earliest; };
    event("a", "", {}, {});
    event("b", "2025-03-01/..", day("2025-03-01"), {});
    event("c", "2025-02-01~", {}, {});
    event("d", "", {}, day("2025-01-01"));
    event("e", "", {}, {});
    event("f", "2025-02-20~", {}, {});
    timeline.events.back().time.start.latest = day("2025-12-01");
    sort_timeline(timeline);
    std::string order;
    for (const auto& sorted : timeline.events)
        order += sorted.id;
    CHECK(order == "dcfbae");
}
