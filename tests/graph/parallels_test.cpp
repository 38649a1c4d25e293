#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

using Roles = std::vector<std::pair<Role, std::string>>;

Article harbour(const std::string& published = "2024-03-05") {
    Article article("harbour", published, "en");
    article.tells(frames(), "launch", "Opened has Norden Lines a terminal at Kelp Harbour for 450 dockers.",
                  {{Role::agent, "Norden Lines"}, {Role::object, "Kelp Harbour"}});
    return article;
}

/// The same in Italian, whose verb the tables do not know.
Article porto(const std::string& published = "2024-03-06") {
    Article article("porto", published, "it");
    article.tells(frames(), "other", "Apre Norden Lines un terminal a Kelp Harbour per 450 portuali.",
                  {{Role::agent, "Norden Lines"}, {Role::object, "Kelp Harbour"}});
    article.last().trigger_lemma = "aprire";
    return article;
}

} // namespace

TEST_CASE("parallel sentences tell one event, even where one of them got no type") {
    const auto timeline = weave({harbour(), porto()});
    REQUIRE(timeline.events.size() == 1);
    CHECK(timeline.events[0].type == "launch");
    CHECK(timeline.events[0].languages == std::vector<std::string>{"en", "it"});
}

TEST_CASE("sentences of two languages are parallel when the same happens in both") {
    const auto count = [](const std::string& type) {
        const Roles lines = {{Role::agent, "Norden Lines"}};
        Article one("a", "2024-03-05", "en"), two("b", "2024-03-06", "de");
        for (const auto* thing : {"Grain", "Wood", "Salt"})
            one.tells(frames(), "sale", std::string(thing) + " sold well in Kelp Harbour.",
                      {{Role::place, "Kelp Harbour"}});
        for (const auto* thing : {"Mord", "Brand", "Unfall"})
            two.tells(frames(), "death", std::string(thing) + " geschah in Kelp Harbour.",
                      {{Role::place, "Kelp Harbour"}});
        one.tells(
            frames(), "closure",
            "Closed were both terminals while angry dockers walked out over bonus cuts of Norden Lines.",
            lines);
        one.tells(frames(), "strike", "", {}).last().sentence = 3;
        two.tells(frames(), "other",
                  "Leer standen beide Anleger, denn wegen gestrichener Prämien streikten Matrosen gegen "
                  "Norden Lines.",
                  lines);
        two.last().trigger_lemma = "leer";
        two.tells(frames(), type, "", {}).last().sentence = 3;
        return events_of(weave({one, two}), "closure").at(0)->mentions.size();
    };
    CHECK(count("strike") == 2);
    CHECK(count("award") == 1);
}

TEST_CASE("articles months apart are not laid side by side") {
    CHECK(weave({harbour(), porto("2024-07-01")}).events.size() == 2);
}

TEST_CASE("what one article tells as two is two") {
    auto two = harbour();
    two.tells(frames(), "dispute", "Opposed is Kelp Harbour to Brio Ferries over wages.",
              {{Role::agent, "Kelp Harbour"}, {Role::patient, "Brio Ferries"}});
    const auto timeline = weave({two, porto()});
    CHECK(timeline.events.size() == 2);
    for (const auto& event : timeline.events)
        CHECK(event.mentions.size() == (event.type == "launch" ? 2 : 1));
}

TEST_CASE("sentences of another year are not the same, however alike") {
    auto dated = harbour(), other = porto();
    dated.last().trigger_lemma = "open";
    dated.when("terminal", "2021-05");
    other.when("terminal", "2024-03");
    CHECK(weave({dated, other}).events.size() == 2);
}

TEST_CASE("events without a type are told apart by their words") {
    const std::vector<std::pair<Role, std::string>> both{{Role::agent, "Norden Lines"},
                                                         {Role::object, "Kelp Harbour"}};
    const auto told = [&](const std::string& first, const std::string& second) {
        Article article("dredging", "2024-03-05");
        article.tells(frames(), "other", "Dredges Norden Lines the basin of Kelp Harbour.", both);
        article.last().trigger_lemma = first;
        article.tells(frames(), "other", "Paints Norden Lines the cranes of Kelp Harbour.", both);
        article.last().trigger_lemma = second;
        return weave({article}).events.size();
    };
    CHECK(told("dredge", "paint") == 2);
    CHECK(told("dredge", "dredge") == 1);
}

TEST_CASE("what a lead tells as past is not an event of long ago") {
    Article article("again", "2024-03-05");
    const std::vector<std::pair<Role, std::string>> both{{Role::agent, "Norden Lines"},
                                                         {Role::counterparty, "Tern Motors"}};
    article.tells(frames(), "agreement", "Signed have Norden Lines and Tern Motors a new contract.", both);
    article.tells(frames(), "agreement", "Signed had Norden Lines and Tern Motors one in 2021.", both)
        .when("in 2021", "2021");
    CHECK(events_of(weave({article}), "agreement").size() == 2);
}

TEST_CASE("a state whose end the lead tells ends about the day of the report") {
    Article article("rights", "2024-03-05");
    article.tells(frames(), "exclusivity", "Loses has Norden Lines the sole use of Kelp Harbour.",
                  {{Role::holder, "Norden Lines"}, {Role::counterparty, "Kelp Harbour"}},
                  ClauseTense::present);
    article.last().ends = true;
    const auto timeline = weave({article});
    const auto states = events_of(timeline, "exclusivity");
    REQUIRE(states.size() == 1);
    CHECK(states[0]->time.edtf == "../2024-03-05~");
}

TEST_CASE("a name that a person and a place share stays two entities; an alias carries over") {
    Article person("person", "2024-03-05"), place("place", "2024-03-06"), short_form("short", "2024-03-06");
    person
        .tells(frames(), "statement", "Said Lorne that Norden Shipping Lines is well.",
               {{Role::agent, "Lorne"}, {Role::object, "Norden Shipping Lines"}})
        .is("Lorne", EntityType::person)
        .also_called("Norden Shipping Lines", "NSL");
    place.tells(frames(), "closure", "Closed is the bridge at Lorne.", {{Role::object, "Lorne"}})
        .is("Lorne", EntityType::place);
    short_form.tells(frames(), "closure", "Closed has NSL its yard.", {{Role::agent, "NSL"}});
    const auto timeline = weave({person, place, short_form});
    const auto named = [&](const std::string& name) {
        return std::count_if(timeline.entities.begin(), timeline.entities.end(),
                             [&](const TimelineEntity& entity) { return entity.name == name; });
    };
    CHECK(named("Lorne") == 2);
    CHECK(named("Norden Shipping Lines") == 1);
    CHECK(named("NSL") == 0);
}

TEST_CASE("a name of several words that hardly anything calls a person is the firm's of another article") {
    const auto count = [](const std::string& name, std::uint16_t evidence) {
        Article one("a", "2024-03-05"), two("b", "2024-03-06", "it");
        for (auto* article : {&one, &two})
            article->tells(frames(), "closure", "Closed has " + name + " its yard.", {{Role::agent, name}});
        one.is(name, EntityType::organization, 12);
        two.is(name, EntityType::person, evidence);
        return weave({one, two}).entities.size();
    };
    CHECK(count("Aurora Sur", 5) == 1);
    CHECK(count("Aurora Sur", 11) == 2);
    CHECK(count("Aurora", 5) == 2);
}
