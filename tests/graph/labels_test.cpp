#include "graph/labels.hpp"

#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

TEST_CASE("a label names who fills the roles and leaves out what nobody fills") {
    constexpr struct {
        const char* type;
        std::vector<std::pair<Role, std::string>> (*roles)();
        const char* label;
    } tests[] = {
        {"acquisition",
         [] {
             return std::vector<std::pair<Role, std::string>>{{Role::agent, "Norden Lines"},
                                                              {Role::patient, "Kelp Yards"}};
         },
         "Acquisition of Kelp Yards by Norden Lines"},
        {"acquisition",
         [] {
             return std::vector<std::pair<Role, std::string>>{{Role::patient, "Kelp Yards"}};
         },
         "Acquisition of Kelp Yards: “Told of Norden Lines, Kelp Yards, Ash, Birch, Cedar, Dogwood”"},
        {"merger",
         [] {
             return std::vector<std::pair<Role, std::string>>{{Role::party, "Ash"},
                                                              {Role::party, "Birch"},
                                                              {Role::party, "Cedar"},
                                                              {Role::party, "Dogwood"}};
         },
         "Merger of Ash, Birch, Cedar and others"},
        {"layoffs", [] { return std::vector<std::pair<Role, std::string>>{}; },
         "Layoffs: “Told of Norden Lines, Kelp Yards, Ash, Birch, Cedar, Dogwood”"},
    };
    for (const auto& test : tests) {
        Article article("a", "2024-01-01");
        article.tells(frames(), test.type, "Told of Norden Lines, Kelp Yards, Ash, Birch, Cedar, Dogwood.",
                      test.roles());
        CHECK(weave({article}).events.at(0).label == test.label);
    }
}

TEST_CASE("what is not a fact says so first") {
    Article article("a", "2024-01-01");
    article.tells(frames(), "merger", "Planned by Ash and Birch.",
                  {{Role::party, "Ash"}, {Role::party, "Birch"}});
    article.last().modality = Modality::planned;
    article.last().tense = ClauseTense::future;
    CHECK(weave({article}).events.at(0).label == "Planned: Merger of Ash and Birch");
    article.last().polarity = Polarity::negative;
    CHECK(weave({article}).events.at(0).label == "Denied: Merger of Ash and Birch");
}

TEST_CASE("the text's own words follow a noun that does not tell what happened") {
    Article article("a", "2024-01-01");
    article.tells(frames(), "statement", "Ash told Birch that the mill would close.",
                  {{Role::agent, "Ash"}, {Role::object, "Birch"}});
    CHECK(weave({article}).events.at(0).label ==
          "Statement by Ash on Birch: “Ash told Birch that the mill would close”");
}

TEST_CASE("of a statement what was said is quoted, not who said it") {
    Article article("a", "2024-01-01");
    article.tells(frames(), "statement", "“The mill and yard will close in May”, said Ash.",
                  {{Role::agent, "Ash"}});
    auto& told = article.last();
    const auto said = static_cast<std::uint32_t>(article.reading.document.text.find("said"));
    told.trigger = {said, said + 4};
    told.clause.begin = said;
    CHECK(weave({article}).events.at(0).label ==
          "Statement by Ash: “The mill and yard will close in May”, said Ash”");
    // Of another event the clause that tells it.
    Article other("b", "2024-01-01");
    other.tells(frames(), "production", "The mill and the yard close in May, makes Ash.",
                {{Role::agent, "Ash"}});
    other.last().trigger = {other.last().clause.begin + 36, other.last().clause.begin + 41};
    other.last().clause.begin += 36;
    CHECK(weave({other}).events.at(0).label == "Production by Ash: “makes Ash”");
}

TEST_CASE("who is only named beside stands in no label") {
    Article article("a", "2024-01-01");
    article.tells(frames(), "merger", "The merger of Ash and Birch, says Pine.",
                  {{Role::party, "Ash"}, {Role::party, "Birch"}, {Role::object, "Pine"}});
    article.last().participants[1].tier = Tier::nearest;
    CHECK(weave({article}).events.at(0).label == "Merger of Ash: “The merger of Ash and Birch, says Pine”");
}

TEST_CASE("an event that no frame knows is told by its own words") {
    Article article("a", "2024-01-01");
    article.tells(frames(), "other", "Danced with Birch has Ash.",
                  {{Role::agent, "Ash"}, {Role::counterparty, "Birch"}});
    CHECK(weave({article}).events.at(0).label == "“Danced with Birch has Ash”");
}

TEST_CASE("what is quoted begins at the trigger or the first participant and ends between words") {
    Article article("a", "2024-01-01");
    article.tells(frames(), "statement",
                  "It was yesterday at\nnoon that Ash said it would close the mill, the saw and the yard one "
                  "after the other, "
                  "for want of wood",
                  {{Role::agent, "Ash"}});
    auto& told = article.last();
    told.trigger = {told.clause.begin + 34, told.clause.begin + 38};
    CHECK(weave({article}).events.at(0).label ==
          "Statement by Ash: “Ash said it would close the mill, the saw and the yard one after the…”");
    told.trigger = {told.clause.begin + 7, told.clause.begin + 16};
    CHECK(weave({article}).events.at(0).label ==
          "Statement by Ash: “yesterday at noon that Ash said it would close the mill, the saw and the…”");
}
