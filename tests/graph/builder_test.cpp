#include "story.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

/// Two houses merge a shipyard deal, told in two languages; a third article is of something else.
std::vector<Article> shipyard() {
    Article first("a", "2024-03-05", "en");
    first
        .tells(frames(), "acquisition", "Bought was the yard: Norden Lines took over Kelp Yards on Monday.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .when("on Monday", "2024-03-04");
    first.tells(frames(), "statement", "Said Norden Lines: we are glad.", {{Role::agent, "Norden Lines"}});
    Article second("b", "2024-03-06", "de");
    second.tells(frames(), "acquisition", "Übernommen hat Norden Lines die Werft Kelp Yards.",
                 {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
    Article third("c", "2024-03-06", "en");
    third.tells(frames(), "launch", "Launched was Brio by Tern Motors.",
                {{Role::agent, "Tern Motors"}, {Role::object, "Brio"}});
    return {first, second, third};
}

std::string told(const Timeline& timeline) {
    std::ostringstream out;
    for (const auto& document : timeline.documents)
        out << document.id << ' ' << document.published.edtf << ' ' << document.copies_of << '\n';
    for (const auto& entity : timeline.entities) {
        out << entity.id << ' ' << entity.name << ' ' << int(entity.type);
        for (const auto& mention : entity.mentions)
            out << ' ' << timeline.documents[mention.document].id << mention.begin << '-' << mention.end;
        out << '\n';
    }
    for (const auto& event : timeline.events) {
        out << event.id << ' ' << event.type << ' ' << event.label << ' ' << event.time.edtf << ' '
            << event.confidence;
        for (const auto& why : event.time.why)
            out << " | " << why;
        for (const auto& participant : event.participants)
            out << ' ' << name_of(participant.role) << '='
                << (participant.entity == no_index ? participant.unit
                                                   : timeline.entities[participant.entity].id);
        out << '\n';
    }
    for (const auto& relation : timeline.relations)
        out << relation.id << ' ' << timeline.events[relation.from].id << ' '
            << timeline.events[relation.to].id << '\n';
    return out.str();
}

} // namespace

TEST_CASE("one event told in two languages is one event, with both sources") {
    const auto timeline = weave(shipyard());
    const auto deals = events_of(timeline, "acquisition");
    REQUIRE(deals.size() == 1);
    CHECK(deals[0]->mentions.size() == 2);
    CHECK(deals[0]->languages == std::vector<std::string>{"de", "en"});
    CHECK(deals[0]->source_documents == 2);
    CHECK(deals[0]->time.edtf == "2024-03-04");
    CHECK(deals[0]->time.basis == TimelineTime::From::stated);
    CHECK(deals[0]->mentions[1].quote.text() == "Übernommen hat Norden Lines die Werft Kelp Yards.");
    CHECK(deals[0]->mentions[1].quote.end == 49); // code points, not bytes
}

TEST_CASE("neither the order of the readings nor the number of threads counts") {
    auto articles = shipyard();
    const auto expected = told(weave(articles));
    std::mt19937 random(1);
    for (unsigned i = 0; i < 5; ++i) {
        std::shuffle(articles.begin(), articles.end(), random);
        CHECK(told(weave(articles, i + 1)) == expected);
    }
}

TEST_CASE("an unrelated article changes no id") {
    auto articles = shipyard();
    const auto with = weave(articles);
    articles.pop_back();
    const auto without = weave(articles);
    for (const auto& event : without.events)
        CHECK(std::any_of(with.events.begin(), with.events.end(),
                          [&](const TimelineEvent& other) { return other.id == event.id; }));
    for (const auto& entity : without.entities)
        CHECK(std::any_of(with.entities.begin(), with.entities.end(),
                          [&](const TimelineEntity& other) { return other.id == entity.id; }));
}

TEST_CASE("the same article twice is one document") {
    auto articles = shipyard();
    articles.push_back(articles[0]);
    CHECK(told(weave(articles)) == told(weave(shipyard())));
}

TEST_CASE("an exclusivity that is lost and one that stays are two") {
    const std::vector<std::pair<Role, std::string>> roles = {{Role::holder, "Norden Lines"},
                                                             {Role::counterparty, "Kelp Yards"}};
    Article lost("a", "2024-03-05"), stays("b", "2024-03-05");
    lost.tells(frames(), "exclusivity", "Lost has Norden Lines its sole right to the docks of Kelp Yards.",
               roles);
    lost.last().ends = true;
    stays.tells(frames(), "exclusivity",
                "Keeps does Norden Lines its sole right to the cranes of Kelp Yards.", roles,
                ClauseTense::present);
    CHECK(events_of(weave({lost, stays}), "exclusivity").size() == 2);
    stays.last().tense = ClauseTense::past;
    CHECK(events_of(weave({lost, stays}), "exclusivity").size() == 1);
}

TEST_CASE("reports further apart than such an event takes to happen again tell two events") {
    const std::vector<std::pair<Role, std::string>> roles = {{Role::agent, "Norden Lines"},
                                                             {Role::counterparty, "Kelp Yards"}};
    Article one("a", "2024-03-05"), soon("b", "2024-03-09"), late("c", "2025-03-05");
    for (auto* article : {&one, &soon, &late})
        article->tells(frames(), "agreement", "Agreed have Norden Lines and Kelp Yards.", roles);
    const auto deals = weave({one, soon, late});
    CHECK(events_of(deals, "agreement").size() == 2);
}

TEST_CASE("the same words in two articles tell one event, even when nobody is named") {
    Article one("a", "2024-03-05"), two("b", "2024-03-05");
    for (auto* article : {&one, &two})
        article->tells(frames(), "statement",
                       "Said was that the harbour would stay closed until the storm had passed.", {});
    CHECK(weave({one, two}).events.size() == 1);
}

TEST_CASE("an exit that another article calls a dismissal is one, and who left was dismissed") {
    const auto timeline = weave({Article("a", "2024-03-05")
                                     .tells(frames(), "dismissal", "Kelp Yards dismissed Ana Roth.",
                                            {{Role::agent, "Kelp Yards"}, {Role::patient, "Ana Roth"}}),
                                 Article("b", "2024-03-05")
                                     .tells(frames(), "resignation", "Exit of Ana Roth from Kelp Yards.",
                                            {{Role::agent, "Ana Roth"}, {Role::source, "Kelp Yards"}}),
                                 Article("c", "2024-03-05")
                                     .tells(frames(), "resignation", "Ana Roth left Kelp Yards.",
                                            {{Role::agent, "Ana Roth"}, {Role::source, "Kelp Yards"}})});
    CHECK(events_of(timeline, "resignation").empty());
    const auto exits = events_of(timeline, "dismissal");
    REQUIRE(exits.size() == 1);
    CHECK(exits[0]->mentions.size() == 3);
    for (const auto& participant : exits[0]->participants)
        if (timeline.entities[participant.entity].name == "Ana Roth")
            CHECK(participant.role == Role::patient);
}

TEST_CASE("nothing in, nothing out") {
    const auto timeline = weave({});
    CHECK(timeline.documents.empty());
    CHECK(timeline.events.empty());
}
