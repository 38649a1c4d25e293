#include "export/timelinejs.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <set>

using namespace timeloom;

namespace {
rapidjson::Document timelinejs_of(const Timeline& timeline) {
    const auto json = written([&](const Sink& sink) { write_timelinejs(timeline, sink); });
    rapidjson::Document document;
    document.Parse(json.c_str(), json.size());
    REQUIRE_FALSE(document.HasParseError());
    return document;
}

/// A timeline of one state.
Timeline dated(std::string edtf) {
    Timeline timeline;
    timeline.events.resize(1);
    timeline.events[0].id = "event:1";
    timeline.events[0].kind = EventKind::state;
    timeline.events[0].time.edtf = std::move(edtf);
    return timeline;
}
} // namespace

TEST_CASE("every dated event is a slide; undated ones stand on the title slide") {
    const auto document = timelinejs_of(sample_timeline());
    CHECK(document["events"].Size() == 8);
    const auto& first = document["events"][0];
    CHECK(first["start_date"]["year"].GetInt() == 2019);
    CHECK_FALSE(first["start_date"].HasMember("month"));
    CHECK(std::string(first["display_date"].GetString()) == "about 2019");
    CHECK(std::string(document["title"]["text"]["text"].GetString()) ==
          "<p>Without a date:</p><ul><li>Inés Vega &amp; the crews &lt;quarrel&gt;</li></ul>");
}

TEST_CASE("an end that TimelineJS would drop is kept by saying the start in full") {
    const auto document = timelinejs_of(dated("2025/2025-06-30"));
    const auto& slide = document["events"][0];
    CHECK(slide["start_date"]["month"].GetInt() == 1);
    CHECK(slide["start_date"]["day"].GetInt() == 1);
    CHECK(slide["end_date"]["month"].GetInt() == 6);
    CHECK(std::string(slide["display_date"].GetString()) == "2025 – 30 June 2025");
}

TEST_CASE("only an end known: it is the date, and the words say so") {
    const auto document = timelinejs_of(dated("../2025-01-21"));
    const auto& slide = document["events"][0];
    CHECK(slide["start_date"]["day"].GetInt() == 21);
    CHECK_FALSE(slide.HasMember("end_date"));
    CHECK(std::string(slide["display_date"].GetString()) == "until 21 January 2025");
}

TEST_CASE("the five types that most events have are groups, as each takes a row from the slides; every slide "
          "says its type") {
    Timeline timeline;
    for (const char* type : {"agreement", "sale", "sale", "launch", "plan", "visit", "trial", "visit"}) {
        auto& event = timeline.events.emplace_back();
        event.id = "event:" + std::to_string(timeline.events.size());
        event.type = type;
        event.time.edtf = "2025";
    }
    const auto document = timelinejs_of(timeline);
    std::set<std::string> groups;
    for (const auto& slide : document["events"].GetArray())
        if (slide.HasMember("group"))
            groups.insert(slide["group"].GetString());
    CHECK(groups == std::set<std::string>{"sale", "visit", "agreement", "launch", "plan"});
    CHECK(std::string(document["events"][6]["text"]["text"].GetString()).starts_with("<p>trial · asserted"));
}
