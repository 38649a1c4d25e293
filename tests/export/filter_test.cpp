#include "export/filter.hpp"
#include "export/json.hpp"
#include "export/read_json.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

namespace {
std::string ids_of(const Timeline& timeline) {
    std::string ids;
    for (const auto& event : timeline.events)
        ids += std::string(event.id).substr(6) + " ";
    return ids;
}
Day day(int year, unsigned month, unsigned day) {
    return date::sys_days(date::year(year) / month / day);
}
} // namespace

TEST_CASE("each question keeps the events that answer it") {
    const auto story = sample_timeline();
    const auto kept = [&](const Filter& filter) { return ids_of(filtered(story, filter)); };
    CHECK(Filter().asks_nothing());
    CHECK(kept({}) == "01 02 03 04 05 06 07 08 09 ");
    CHECK(kept({.entities = {"RUTAS DEL SUR"}}) == "03 05 07 08 ");
    CHECK(kept({.entities = {"the Hamburg line"}, .types = {"sale", "exclusivity"}}) == "02 06 ");
    CHECK(kept({.languages = {"es"}}) == "02 03 ");
    CHECK(kept({.sources = {"Hafenblatt"}}) == "01 03 04 ");
    CHECK(kept({.sources = {"nordlinie verliert ihr vorrecht"}}) == "01 03 04 ");
    CHECK(kept({.sources = {"articles/b2.txt"}}) == "01 03 04 ");
    CHECK(kept({.modalities = {Modality::planned, Modality::possible}}) == "05 07 ");
    CHECK(kept({.denied = true}) == "06 ");
    CHECK(kept({.modalities = {Modality::planned}, .denied = true}) == "05 06 ");
    CHECK(kept({.minimum_sources = 2}) == "03 ");
    CHECK(kept({.most_prominent = 2}) == "01 03 ");
    CHECK(kept({.from = day(2025, 2, 1)}) == "04 05 06 08 ");
    CHECK(kept({.from = day(2019, 6, 1), .to = day(2020, 1, 1)}) == "01 07 ");
}

TEST_CASE("a date without proved bounds counts by the days that it names") {
    auto story = sample_timeline();
    story.events.resize(1);
    story.relations.clear();
    story.conflicts.clear();
    story.events[0].time = {};
    story.events[0].time.edtf = "2025-09-24~";
    CHECK(filtered(story, {.from = day(2025, 9, 1), .to = day(2025, 9, 30)}).events.size() == 1);
    CHECK(filtered(story, {.from = day(2025, 10, 1)}).events.empty());
}

TEST_CASE("what may still hold, or may have been before, is in range") {
    auto story = sample_timeline();
    story.events.resize(1);
    story.relations.clear();
    story.conflicts.clear();
    auto& event = story.events[0];
    const auto kept = [&](const Filter& filter) { return !filtered(story, filter).events.empty(); };
    event.kind = EventKind::state; // since 2019
    event.time.start = {day(2019, 1, 1), day(2019, 12, 31)};
    event.time.end = {day(2019, 1, 1), {}};
    CHECK(kept({.from = day(2025, 1, 1)}));
    CHECK_FALSE(kept({.to = day(2018, 12, 31)}));
    event.kind = EventKind::event; // by 21 January 2025
    event.time.start = event.time.end = {{}, day(2025, 1, 21)};
    CHECK(kept({.to = day(2018, 12, 31)}));
    CHECK_FALSE(kept({.from = day(2025, 1, 22)}));
}

TEST_CASE("names that the timeline does not know are answered with the nearest") {
    const auto story = sample_timeline();
    CHECK(unknown_names(story, {.entities = {"the hamburg line", "entity:vega"},
                                .types = {"sale"},
                                .languages = {"de"},
                                .sources = {"Hafenblatt"}})
              .empty());
    CHECK(
        unknown_names(
            story,
            {.entities = {"Nordlinje"}, .types = {"sail"}, .languages = {"frr"}, .sources = {"Hafenblat"}}) ==
        std::vector<std::string>{
            "--entity Nordlinje: nobody here is called so (did you mean “Nordlinie”?)",
            "--type sail: no event here is of this type (did you mean “sale”?)",
            "--told-in frr: no document here is in this language (they are in de, en, es, fr)",
            "--source Hafenblat: no document or publisher here is called so (did you mean “Hafenblatt”?)"});
    CHECK(unknown_names(Timeline(), {.types = {"sale"}}) ==
          std::vector<std::string>{"--type sale: no event here is of this type"});
}

TEST_CASE("what is left is a whole timeline: it reads back, and holds nothing that nobody refers to") {
    const auto story = sample_timeline();
    const auto part = filtered(story, {.types = {"launch"}});
    const auto json = written([&](const Sink& sink) { write_json(part, sink); });
    const auto again = parse_timeline(json, "part.json");
    CHECK(again.documents.size() == 2); // the copy and its original
    CHECK(again.entities.size() == 2);
    CHECK(again.relations.size() == 1);
    CHECK(again.conflicts.size() == 1);
    CHECK(ids_of(again) == "07 08 ");
}

TEST_CASE("one timeline an entity") {
    const auto story = sample_timeline();
    std::string names;
    for (const auto& each : by_entity(story))
        names += each.name + ": " + ids_of(each.timeline);
    CHECK(names ==
          "Inés Vega: 05 09 Nordlinie: 01 02 04 06 Puerto Claro: 01 02 03 04 05 07 08 Rutas del Sur: "
          "03 05 07 08 ");
}
