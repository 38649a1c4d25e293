#include "export/csv.hpp"
#include "export/dot.hpp"
#include "export/ftm.hpp"
#include "export/gexf.hpp"
#include "export/ical.hpp"
#include "export/markdown.hpp"
#include "export/output.hpp"
#include "export/tables.hpp"
#include "export/timelinejs.hpp"
#include "export/vis.hpp"
#include "export/words.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

using namespace timeloom;
namespace fs = std::filesystem;

namespace {
bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string neo4j_events(const Timeline& timeline) {
    const auto folder = fs::temp_directory_path() / ("timeloom-tables-" + std::to_string(::getpid()));
    {
        Output output(folder);
        write_neo4j({timeline, sample_types()}, output);
        output.commit();
    }
    std::ifstream in(folder / "neo4j" / "event.csv", std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    fs::remove_all(folder);
    return text;
}
} // namespace

TEST_CASE("Neo4j: years beyond four digits carry a sign") {
    const auto events = neo4j_events(generated_timeline(8, true));
    CHECK(has(events, ",+12025-01-01,"));
    CHECK(has(events, ",-0044-03-15,"));
}

TEST_CASE("FollowTheMoney: who is involved is a legal entity, a place is an address, roles are links") {
    const auto timeline = sample_timeline();
    const auto lines = written([&](const Sink& sink) { write_ftm({timeline, sample_types()}, sink); });
    CHECK(has(lines, "\"involved\":[\"entity:nordlinie\"],\"addressEntity\":[\"entity:puerto-claro\"]"));
    CHECK(has(
        lines,
        "\"schema\":\"UnknownLink\",\"properties\":{\"subject\":[\"entity:vega\"],\"object\":[\"event:03\"],"
        "\"role\":[\"CLAIMS\"],\"startDate\":[\"2025-01-21\"]"));
    CHECK(has(lines, "\"language\":[\"deu\"]"));
}

TEST_CASE("FollowTheMoney: years that its dates cannot say are left out") {
    const auto timeline = generated_timeline(8, false);
    const auto lines = written([&](const Sink& sink) { write_ftm({timeline, sample_types()}, sink); });
    CHECK_FALSE(has(lines, "-0044"));
    CHECK_FALSE(has(lines, "12025"));
    CHECK(has(lines, "\"startDate\":[\"2024-06\"]"));
}

TEST_CASE("DOT: a text too long for Graphviz stands in pieces") {
    Timeline timeline;
    timeline.entities.resize(1);
    timeline.entities[0].name = std::string(8'000, 'x') + "y\"z";
    const auto dot = written([&](const Sink& sink) { write_dot({timeline, sample_types()}, sink); });
    CHECK(has(dot, "xxx\" + \"y\\\"z\""));
}

TEST_CASE("GEXF: a spell is as wide as the time may be, open where nothing bounds it") {
    Timeline timeline;
    timeline.events.resize(1);
    auto& time = timeline.events[0].time;
    const auto spell = [&] {
        const auto gexf = written([&](const Sink& sink) { write_gexf({timeline, sample_types()}, sink); });
        const auto begin = gexf.find("<spell "), end = gexf.find("/>", begin);
        return begin == std::string::npos ? "none" : gexf.substr(begin + 7, end - begin - 7);
    };
    const auto day = [](unsigned of) { return date::sys_days(date::year(2025) / 1 / of); };
    CHECK(spell() == "none");
    time.start = {day(3), day(5)};
    time.end = {day(4), day(9)};
    CHECK(spell() == "start=\"2025-01-03\" end=\"2025-01-09\"");
    time.end.latest.reset(); // since early January
    CHECK(spell() == "start=\"2025-01-03\"");
    time.start.earliest.reset(); // held between the 4th and the 5th, whatever was before and after
    CHECK(spell() == "start=\"2025-01-04\" end=\"2025-01-05\"");
}

TEST_CASE("Markdown: an event stands under the year that its date names") {
    Timeline timeline;
    timeline.events.resize(1);
    timeline.events[0].label = "A *strike*";
    timeline.events[0].time.edtf = "2025-09-24~";
    const auto text = written([&](const Sink& sink) { write_markdown(timeline, sink); });
    CHECK(has(text, "\n## 2025\n\n- **about 24 September 2025**: A \\*strike\\*  \n"));
}

TEST_CASE("who says so, what contradicts it and why that date stand in every list of events") {
    const auto story = sample_timeline();
    const auto contradicted =
        "Contradicted by “First ship of Rutas del Sur arrives in March” on when it was: by 21 January "
        "2025; on 2 March 2025";
    CHECK(Disputes(story).of(6) == std::vector<std::string>{contradicted});
    CHECK(Disputes(story).of(2).empty());
    for (const auto& text : {written([&](const Sink& sink) { write_event_list(story, ',', sink); }),
                             written([&](const Sink& sink) { write_event_list(story, '\t', sink); }),
                             written([&](const Sink& sink) {
                                 write_ftm({story, sample_types()}, sink);
                             }),
                             written([&](const Sink& sink) { write_timelinejs(story, sink); }),
                             written([&](const Sink& sink) { write_vis(story, sink); }),
                             written([&](const Sink& sink) { write_ical(story, sink); })}) {
        auto plain = text; // iCalendar folds its lines and escapes ';'
        for (const auto fold : {"\r\n ", "\\"})
            for (auto at = plain.find(fold); at != std::string::npos; at = plain.find(fold))
                plain.erase(at, std::string_view(fold).size());
        CHECK(has(plain, contradicted));
        CHECK(has(plain, "Inés Vega"));
        if (!has(plain, "\"undated\"")) // vis-timeline's tooltip has no room for it
            CHECK(has(plain, "begins with the contract of 1 March 2020"));
    }
}

TEST_CASE(
    "an event whose own sources contradict each other conflicts with itself, in the graph and in words") {
    auto story = sample_timeline();
    story.conflicts = {{{2}, TimelineConflict::Kind::participant, {"“a” says 5 EUR", "“b” says 6 EUR"}}};
    CHECK(Disputes(story).of(2) ==
          std::vector<std::string>{
              "Sources contradict each other on who or how much: “a” says 5 EUR; “b” says 6 EUR"});
    std::size_t loops = 0;
    KnowledgeGraph(story, sample_types()).for_each_edge([&](const Edge& edge) {
        loops += edge.label == "CONFLICTS_WITH" && edge.from == "event:03" && edge.to == "event:03";
    });
    CHECK(loops == 1);
}
