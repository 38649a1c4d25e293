// What times, and tellings of another time, say of whether two mentions tell one event.
#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

using Roles = std::vector<std::pair<Role, std::string>>;

const Roles yard = {{Role::object, "Kelp Yards"}};

std::size_t count_of(const std::vector<Article>& articles, std::string_view type) {
    return events_of(weave(articles), type).size();
}

} // namespace

TEST_CASE("a headline may tell in the present what comes in years, prose tells what has happened") {
    const auto count = [](SentenceKind kind) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "closure", "Closes its harbour: Kelp Yards.", yard);
        article.reading.document.sentences.back().kind = kind;
        article.tells(frames(), "closure", "Shut will be Kelp Yards in 2026.", yard, ClauseTense::future)
            .when("in 2026", "2026");
        return count_of({article}, "closure");
    };
    CHECK(count(SentenceKind::title) == 1);
    CHECK(count(SentenceKind::prose) == 2);
}

TEST_CASE("a strike since the day on which one begins is that strike") {
    const auto count = [](const std::string& day) {
        Article one("a", "2024-03-05"), two("b", "2024-03-06", "de");
        const Roles hit = {{Role::patient, "Kelp Yards"}};
        one.tells(frames(), "strike", "Walkouts began on Monday at Kelp Yards.", hit)
            .when("on Monday", "2024-03-04");
        two.tells(frames(), "strike", "Bestreikt wird Kelp Yards seit Tagen.", hit, ClauseTense::present)
            .when("seit Tagen", day, TimeRelation::since);
        two.last().kind = EventKind::state;
        return weave({one, two}).events.size();
    };
    CHECK(count("2024-03-04") == 1);
    CHECK(count("2024-02-04") == 2);
}

TEST_CASE("what one article dates years apart is twice done") {
    const auto count = [](const std::string& sold) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "sale", "Ada Holm sold Kelp Yards then.", yard).when("then", sold);
        article
            .tells(frames(), "sale", "Ada Holm will sell Kelp Yards by December.", yard, ClauseTense::future)
            .when("by December", "2024-12", TimeRelation::by);
        return count_of({article}, "sale");
    };
    CHECK(count("2016") == 2);
    CHECK(count("2024-02") == 1);
}

TEST_CASE("a quarrel with another is another quarrel") {
    const auto count = [](const std::string& second) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "dispute", "Quarrel of Ada Holm and Bo Brandt over ferries.",
                      {{Role::party, "Ada Holm"}, {Role::party, "Bo Brandt"}});
        for (const auto* thing : {"Grain", "Oil", "Wood", "Salt"})
            article.tells(frames(), "sale", std::string(thing) + " was sold.", {});
        article.tells(frames(), "dispute",
                      "Clash about wages and early shifts sets " + second + " against Ada Holm.",
                      {{Role::party, "Ada Holm"}, {Role::party, second}});
        return count_of({article}, "dispute");
    };
    CHECK(count("Bo Brandt") == 1);
    CHECK(count("Cy Lorne") == 2);
}

TEST_CASE("background that a later article takes over tells what it told before") {
    const auto count = [](const std::string& later) {
        const Roles lines = {{Role::agent, "Norden Lines"}, {Role::object, "Kelp Yards"}};
        Article one("a", "2024-03-05"), two("b", "2024-03-25");
        one.tells(frames(), "statement",
                  "Promised has Norden Lines bonuses, pensions and shorter shifts to Kelp Yards.", lines);
        two.tells(frames(), "statement", later, lines);
        return count_of({one, two}, "statement");
    };
    CHECK(count("Bonuses, pensions and shorter shifts Norden Lines has promised to Kelp Yards.") == 1);
    CHECK(count("Regretted has Norden Lines an accident at Kelp Yards in strong winds.") == 2);
}
