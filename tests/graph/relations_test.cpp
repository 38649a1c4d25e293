#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

using Roles = std::vector<std::pair<Role, std::string>>;

const Roles both = {{Role::agent, "Norden Lines"}, {Role::counterparty, "Kelp Yards"}};
const Roles holder = {{Role::holder, "Norden Lines"}, {Role::counterparty, "Kelp Yards"}};

/// Relations of a type, as "from-type to-type", in order.
std::vector<std::string> related(const Timeline& timeline, RelationType type) {
    std::vector<std::string> out;
    for (const auto& relation : timeline.relations)
        if (relation.type == type)
            out.push_back(timeline.events[relation.from].type + " " + timeline.events[relation.to].type);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("what is over before the next begins stands before it") {
    Article article("a", "2024-03-05");
    article.tells(frames(), "agreement", "Agreed had Norden Lines with Kelp Yards in May 2022.", both)
        .when("in May 2022", "2022-05");
    article
        .tells(frames(), "lawsuit", "Sued has Norden Lines the owners of Kelp Yards in 2023.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .when("in 2023", "2023");
    CHECK(related(weave({article}), RelationType::before) == std::vector<std::string>{"agreement lawsuit"});
}

TEST_CASE("states of the same two that follow one another by halves overlap") {
    const Roles party = {{Role::party, "Norden Lines"}, {Role::party, "Kelp Yards"}};
    Article article("a", "2024-03-05");
    article.tells(frames(), "partnership", "Partners were Norden Lines and Kelp Yards since 2010.", party)
        .when("since 2010", "2010", TimeRelation::since);
    article.tells(frames(), "partnership", "Partners were Norden Lines and Kelp Yards until 2018.", party)
        .when("until 2018", "2018", TimeRelation::until);
    article.tells(frames(), "license", "Licensed was Norden Lines by Kelp Yards since 2015.", holder)
        .when("since 2015", "2015", TimeRelation::since);
    article.tells(frames(), "license", "Licensed was Norden Lines by Kelp Yards until 2021.", holder)
        .when("until 2021", "2021", TimeRelation::until);
    CHECK(related(weave({article}), RelationType::overlaps) ==
          std::vector<std::string>{"partnership license"});
}

TEST_CASE("a state that an event begins supersedes the one that the same event ends") {
    Article article("a", "2025-01-22");
    article
        .tells(frames(), "agreement", "Signed have Norden Lines and Kelp Yards a contract on Tuesday.", both)
        .when("on Tuesday", "2025-01-21");
    article.tells(frames(), "exclusivity", "Exclusive no more is Norden Lines at the docks of Kelp Yards.",
                  holder);
    article.last().ends = true;
    article.tells(frames(), "right-of-first-refusal",
                  "First refusal gets Norden Lines from Kelp Yards instead.", holder, ClauseTense::future);
    const auto timeline = weave({article});
    CHECK(related(timeline, RelationType::ends) == std::vector<std::string>{"agreement exclusivity"});
    CHECK(related(timeline, RelationType::causes) ==
          std::vector<std::string>{"agreement right-of-first-refusal"});
    CHECK(related(timeline, RelationType::supersedes) ==
          std::vector<std::string>{"right-of-first-refusal exclusivity"});
}

TEST_CASE("what happens but once, dated by two sources to two days, is a contradiction") {
    const Roles buyer = {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}};
    Article one("a", "2024-03-05"), two("b", "2024-03-05");
    one.tells(frames(), "acquisition", "Bought had Norden Lines the Kelp Yards on 1 March.", buyer)
        .when("on 1 March", "2024-03-01");
    two.tells(frames(), "acquisition", "Bought: Norden Lines took Kelp Yards on 3 March.", buyer)
        .when("on 3 March", "2024-03-03");
    const auto timeline = weave({one, two});
    REQUIRE(related(timeline, RelationType::contradicts) ==
            std::vector<std::string>{"acquisition acquisition"});
    for (const auto& relation : timeline.relations)
        if (relation.type == RelationType::contradicts)
            CHECK(relation.why.front().rfind("it happens but once, and is dated to 2024-03-0", 0) == 0);
    // one of the two days is wrong: neither is before the other
    CHECK(related(timeline, RelationType::before).empty());
}

TEST_CASE("what one source tells on two days is no contradiction") {
    const Roles buyer = {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}};
    Article one("a", "2024-03-05");
    one.tells(frames(), "acquisition", "Bought had Norden Lines the Kelp Yards on 1 March.", buyer)
        .when("on 1 March", "2024-03-01");
    one.tells(frames(), "acquisition", "Bought has Norden Lines the rest of Kelp Yards on 3 March.", buyer)
        .when("on 3 March", "2024-03-03");
    CHECK(related(weave({one}), RelationType::contradicts).empty());
}

TEST_CASE("two articles that give one event different amounts contradict each other, in words for people") {
    const auto paid = [](const char* name, double euros) {
        Article article(name, "2024-03-05");
        article
            .tells(frames(), "acquisition", "Bought has Norden Lines the owners of Kelp Yards on Monday.",
                   {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
            .costs(euros);
        return article;
    };
    const auto timeline = weave({paid("a", 25e9), paid("b", 1.2e9)});
    REQUIRE(timeline.conflicts.size() == 1);
    CHECK(timeline.conflicts[0].kind == TimelineConflict::Kind::participant);
    REQUIRE(timeline.conflicts[0].why.size() == 2);
    CHECK(timeline.conflicts[0].why[0].ends_with(" says 1,200,000,000 EUR"));
    CHECK(timeline.conflicts[0].why[1].ends_with(" says 25,000,000,000 EUR"));
}
