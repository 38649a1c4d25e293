#include "story.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

using Roles = std::vector<std::pair<Role, std::string>>;

const Roles buyer = {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}};

std::size_t count_of(const std::vector<Article>& articles, std::string_view type) {
    return events_of(weave(articles), type).size();
}

/// Sentences that tell something else.
void add_gap(Article& article, std::size_t sentences) {
    constexpr const char* things[] = {"Grain", "Oil", "Wood", "Salt", "Coal"};
    for (std::size_t i = 0; i < sentences; ++i)
        article.tells(frames(), "statement", std::string(things[i]) + " matters, they say.", {});
}

} // namespace

TEST_CASE("what the headline calls by a noun and the body by a verb is one event") {
    Article article("a", "2024-03-05");
    article.tells(frames(), "acquisition", "Takeover of Kelp Yards in the northern harbour.",
                  {{Role::patient, "Kelp Yards"}});
    article.reading.document.sentences.back().kind = SentenceKind::title;
    article.tells(frames(), "acquisition", "Took over has Norden Lines the Kelp Yards in the harbour.",
                  buyer);
    CHECK(count_of({article}, "acquisition") == 1);
}

TEST_CASE("two deals of one buyer are two") {
    Article article("a", "2024-03-05");
    article.tells(frames(), "acquisition", "Bought has Norden Lines the docks of Kelp Yards.", buyer);
    article.tells(frames(), "acquisition", "Earlier Norden Lines had acquired Brio Ferries.",
                  {{Role::agent, "Norden Lines"}, {Role::patient, "Brio Ferries"}});
    CHECK(count_of({article}, "acquisition") == 2);
}

TEST_CASE("what two articles tell of two firms that were bought is two deals") {
    const auto count = [](const std::string& bought, const std::string& buyer_there) {
        Article one("a", "2024-03-05"), two("b", "2024-03-06");
        one.tells(frames(), "acquisition", "Bought has Norden Lines the docks of Kelp Yards.", buyer);
        two.tells(frames(), "acquisition", "Bought has " + buyer_there + " the docks of " + bought + ".",
                  {{Role::agent, buyer_there}, {Role::patient, bought}});
        return count_of({one, two}, "acquisition");
    };
    CHECK(count("Kelp Yards", "Norden Lines") == 1);
    CHECK(count("Brio Ferries", "Norden Lines") == 2);
}

TEST_CASE("three people who resign side by side do so three times") {
    Article article("a", "2024-03-05");
    for (const auto* who : {"Ada Holm", "Kai Roth", "Jon Vester"})
        article.tells(frames(), "resignation", std::string(who) + " has resigned from the board.",
                      {{Role::agent, who}});
    CHECK(count_of({article}, "resignation") == 3);
}

TEST_CASE("who has not signed is no party to what others signed") {
    Article article("a", "2024-03-05");
    article.tells(frames(), "agreement", "Norden Lines has signed the agreement on the harbour.",
                  {{Role::agent, "Norden Lines"}});
    article.tells(frames(), "agreement", "Brio Ferries has not signed the agreement on the harbour.",
                  {{Role::agent, "Brio Ferries"}});
    article.last().polarity = Polarity::negative;
    CHECK(count_of({article}, "agreement") == 2);
}

TEST_CASE("two sums of one article are two investments") {
    Article article("a", "2024-03-05");
    article
        .tells(frames(), "investment", "Norden Lines puts 400 million into the harbour.",
               {{Role::agent, "Norden Lines"}})
        .costs(400e6);
    article.last().trigger_lemma = "put";
    article
        .tells(frames(), "investment", "Newer ferries cost Norden Lines 90 million.",
               {{Role::agent, "Norden Lines"}})
        .costs(90e6);
    article.last().trigger_lemma = "cost";
    CHECK(count_of({article}, "investment") == 2);
}

TEST_CASE("two doers with an undergoer each, in one sentence, do two things") {
    Article article("a", "2024-03-05");
    article.tells(frames(), "investment", "Norden Lines holds 27 percent of Kelp Yards", buyer);
    article.tells(frames(), "investment", "and Kelp Yards puts a sum into Brio Ferries.",
                  {{Role::agent, "Kelp Yards"}, {Role::object, "Brio Ferries"}});
    article.last().sentence = 0;
    CHECK(count_of({article}, "investment") == 2);
}

TEST_CASE("a quotation and the words that say who spoke tell one statement") {
    Article article("a", "2024-03-05");
    article.tells(frames(), "statement", "Proud of this harbour Ada Holm and her people are.",
                  {{Role::agent, "Ada Holm"}});
    article.last().attribution = {{0, article.last().participants[0].span}};
    article.tells(frames(), "statement", "Said Ada Holm, who runs the yard.", {{Role::agent, "Ada Holm"}});
    CHECK(count_of({article}, "statement") == 1);
}

TEST_CASE("what is told as one more is not what was told") {
    const auto count = [](bool further) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "meeting", "Met the governors of northern provinces Ada Holm.",
                      {{Role::agent, "Ada Holm"}});
        article.tells(frames(), "meeting", "Talks with unions and owners of smaller ferries Ada Holm had.",
                      {{Role::agent, "Ada Holm"}});
        article.last().further = further;
        article.last().trigger_lemma = "talk";
        return count_of({article}, "meeting");
    };
    CHECK(count(false) == 1);
    CHECK(count(true) == 2);
}

TEST_CASE("a definite noun that names nobody else is what was told before") {
    const auto count = [](bool definite) {
        Article article("a", "2024-03-05");
        for (const auto* gap : {"Grain", "Oil", "Wood"})
            article.tells(frames(), "strike", std::string(gap) + " stood still at Kelp Yards.",
                          {{Role::patient, "Kelp Yards"}});
        article.tells(frames(), "strike", "Walkout lasts until dawn.", {});
        article.last().trigger_lemma = "walkout";
        article.last().use = Use::nominal;
        article.last().definite = definite;
        return count_of({article}, "strike");
    };
    CHECK(count(true) < count(false));
}

TEST_CASE("a definite noun of one type takes up what was told far above, though it is told as to come") {
    const auto count = [](bool definite) {
        Article article("a", "2024-03-05");
        add_gap(article, 3);
        article.tells(frames(), "strike", "Stopped work have crews.", {});
        add_gap(article, 5);
        article.tells(frames(), "strike", "Walkout shall last until dawn.", {});
        article.last().trigger_lemma = "walkout";
        article.last().use = Use::nominal;
        article.last().definite = definite;
        article.last().modality = Modality::planned;
        return count_of({article}, "strike");
    };
    CHECK(count(true) == 1);
    CHECK(count(false) == 2);
}

TEST_CASE("a definite noun is what the lead told, though it names somebody more") {
    const auto count = [](std::size_t sentences_above) {
        Article article("a", "2024-03-05");
        add_gap(article, sentences_above);
        article.tells(frames(), "strike", "Stopped work have crews.", {});
        add_gap(article, 5);
        article.tells(frames(), "strike", "Walkout of Kelp Yards goes on.", {{Role::agent, "Kelp Yards"}});
        article.last().trigger_lemma = "walkout";
        article.last().use = Use::nominal;
        article.last().definite = true;
        return count_of({article}, "strike");
    };
    CHECK(count(0) == 1);
    CHECK(count(4) == 2);
}

TEST_CASE("what happens once in years and was awaited is what has come, or has not") {
    const auto count = [](Modality modality) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "acquisition", "Buying is what Norden Lines is after.",
                      {{Role::agent, "Norden Lines"}});
        article.last().modality = modality;
        article.last().trigger_lemma = "buy";
        add_gap(article, 3);
        article.tells(frames(), "acquisition", "Taken over was Kelp Yards not.",
                      {{Role::patient, "Kelp Yards"}});
        article.last().polarity = Polarity::negative;
        return count_of({article}, "acquisition");
    };
    CHECK(count(Modality::planned) == 1);
    CHECK(count(Modality::asserted) == 2);
}

TEST_CASE("two nouns that name nobody do two things") {
    const auto count = [](std::uint32_t doer) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "statement", "Welcome the plan they said.", {});
        article.last().doer = 1;
        article.last().trigger_lemma = "welcome";
        article.tells(frames(), "statement", "Doubtful it sounded, so others.", {});
        article.last().doer = doer;
        article.last().trigger_lemma = "doubt";
        return count_of({article}, "statement");
    };
    CHECK(count(1) == 1);
    CHECK(count(2) == 2);
}

TEST_CASE("a noun in the lead may name what was long ago") {
    const Roles holm = {{Role::agent, "Ada Holm"}};
    const auto count = [&](Use use) {
        Article one("a", "2024-01-10"), two("b", "2024-03-05");
        one.tells(frames(), "resignation", "Resigned has Ada Holm on Monday.", holm)
            .when("on Monday", "2024-01-08");
        two.tells(frames(), "resignation", "Resignation of Ada Holm.", holm);
        two.last().use = use;
        return count_of({one, two}, "resignation");
    };
    CHECK(count(Use::active) == 2);
    CHECK(count(Use::nominal) == 1);
}

TEST_CASE("a noun that shares nobody with it does not recall what another article told long ago") {
    const auto count = [](const Roles& named) {
        Article one("a", "2023-01-10"), two("b", "2025-03-05");
        for (auto* article : {&one, &two}) {
            article->tells(frames(), "investment", "Investment in ferries, near Kelp Yards.",
                           article == &one ? Roles{{Role::patient, "Kelp Yards"}} : named);
            article->last().use = Use::nominal;
        }
        one.tells(frames(), "closure", "Closed was Kelp Yards.", {{Role::patient, "Kelp Yards"}});
        two.tells(frames(), "sale", "Sold was Kelp Yards.", {{Role::patient, "Kelp Yards"}});
        return count_of({one, two}, "investment");
    };
    CHECK(count({{Role::patient, "Kelp Yards"}}) == 1);
    CHECK(count({}) == 2);
}

TEST_CASE("deaths that name nobody are those of the fire that both articles are about") {
    const auto count = [](const std::string& ship) {
        Article one("a", "2024-03-05"), two("b", "2024-03-06", "it");
        one.tells(frames(), "death", "Three people lost their lives.", {});
        one.tells(frames(), "accident", "Burnt has the Kelp Star.", {{Role::patient, "Kelp Star"}});
        two.tells(frames(), "death", "Morti tre passeggeri.", {});
        two.tells(frames(), "sale", "Venduta fu la " + ship + ".", {{Role::patient, ship}});
        return count_of({one, two}, "death");
    };
    CHECK(count("Kelp Star") == 1);
    CHECK(count("Brio Star") == 2);
}

TEST_CASE("two investors with two sums tell two investments") {
    const auto count = [](const std::string& second, double sum) {
        Article one("a", "2024-05-05"), two("b", "2024-05-06", "it");
        one.tells(frames(), "investment", "Invested has Brio Ferries in Kelp Yards.",
                  {{Role::agent, "Brio Ferries"}, {Role::patient, "Kelp Yards"}})
            .costs(25e6);
        two.tells(frames(), "investment", "Investe " + second + " in Kelp Yards.",
                  {{Role::agent, second}, {Role::patient, "Kelp Yards"}})
            .costs(sum);
        return count_of({one, two}, "investment");
    };
    CHECK(count("Brio Ferries", 100e6) == 1);
    CHECK(count("Tern Motors", 25e6) == 1);
    CHECK(count("Tern Motors", 100e6) == 2);
}

TEST_CASE("who takes part in another role may still be the same") {
    const auto count = [](const std::string& place) {
        Article one("a", "2024-03-05"), two("b", "2024-05-25", "it");
        for (const std::string bought :
             {"Kelp Yards", "Tern Motors", "Holm Mills", "Oak Docks", "Elm Banks", "Ash Mines"})
            one.tells(frames(), "acquisition", "Bought was " + bought + ".", {{Role::patient, bought}});
        two.tells(frames(), "acquisition",
                  "Nulla si compra, scrivono in molti, forse mai, né Kelp Yards né Brio Ferries.",
                  {{Role::place, place}}, ClauseTense::future);
        two.last().modality = Modality::planned;
        two.last().polarity = Polarity::negative;
        return count_of({one, two}, "acquisition");
    };
    CHECK(count("Kelp Yards") == 6);
    CHECK(count("Brio Ferries") == 7);
}

TEST_CASE("only the first sentence is news of the day of the report") {
    const Roles holm = {{Role::agent, "Ada Holm"}};
    const auto count = [&](int sentences_before) {
        Article one("a", "2024-01-10"), two("b", "2024-03-05");
        one.tells(frames(), "resignation", "Resigned has Ada Holm on Monday.", holm)
            .when("on Monday", "2024-01-08");
        for (int i = 0; i < sentences_before; ++i)
            two.tells(frames(), "sale", "Sold were the docks.", {});
        two.tells(frames(), "resignation", "Resigned has Ada Holm.", holm);
        return count_of({one, two}, "resignation");
    };
    CHECK(count(0) == 2);
    CHECK(count(1) == 1);
}

TEST_CASE("one verb tells one ruling where two verbs tell two") {
    const auto count = [](const std::string& lemma) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "ruling", "Rejected was the request of Ada Holm.",
                      {{Role::patient, "Ada Holm"}});
        article.last().trigger_lemma = "reject";
        article.tells(frames(), "sale", "Sold were the docks.", {});
        article.tells(frames(), "ruling", "So Harbour Court did in autumn.",
                      {{Role::agent, "Harbour Court"}});
        article.last().trigger_lemma = lemma;
        return count_of({article}, "ruling");
    };
    CHECK(count("reject") == 1);
    CHECK(count("uphold") == 2);
}

TEST_CASE("sums that differ by rounding alone tell one investment") {
    Article article("a", "2024-03-05");
    for (const double number : {500e6, 505e6})
        article.tells(frames(), "investment", "Puts Norden Lines so much into Kelp Yards.", buyer)
            .costs(number);
    CHECK(count_of({article}, "investment") == 1);
}

TEST_CASE("tellings on different days are two events, whatever else they share") {
    const Roles met = {{Role::party, "Norden Lines"}, {Role::party, "Kelp Yards"}};
    Article one("a", "2024-03-05"), two("b", "2024-03-09");
    one.tells(frames(), "meeting", "Met have Norden Lines and Kelp Yards on Monday in the harbour.", met)
        .when("on Monday", "2024-03-04");
    two.tells(frames(), "meeting", "Met have Norden Lines and Kelp Yards on Friday in the harbour.", met)
        .when("on Friday", "2024-03-08");
    CHECK(count_of({one, two}, "meeting") == 2);
}

TEST_CASE("a name more, or a name less, does not make it another event") {
    Article one("a", "2024-03-05"), two("b", "2024-03-06", "de");
    one.tells(frames(), "agreement", "Agreed have Norden Lines, Kelp Yards and Brio Ferries.",
              {{Role::agent, "Norden Lines"},
               {Role::counterparty, "Kelp Yards"},
               {Role::counterparty, "Brio Ferries"}});
    two.tells(frames(), "agreement", "Vereinbart haben es Norden Lines und Kelp Yards.",
              {{Role::agent, "Norden Lines"}, {Role::counterparty, "Kelp Yards"}});
    CHECK(count_of({one, two}, "agreement") == 1);
}

TEST_CASE("of many tellings alike, those that share most are joined, and each is told once") {
    std::vector<Article> articles;
    for (int day = 10; day < 30; ++day) {
        Article article("a" + std::to_string(day), "2024-03-05", day % 2 ? "en" : "de");
        article.tells(frames(), "acquisition", "Bought: Norden Lines took over Kelp Yards.", buyer);
        article.tells(frames(), "launch", "Launched was Brio by Tern Motors.",
                      {{Role::agent, "Tern Motors"}, {Role::object, "Brio"}});
        articles.push_back(article);
    }
    const auto timeline = weave(articles);
    REQUIRE(events_of(timeline, "acquisition").size() == 1);
    CHECK(events_of(timeline, "acquisition")[0]->mentions.size() == 20);
    CHECK(events_of(timeline, "launch").size() == 1);
}

TEST_CASE("an exit is the dismissal of who was dismissed, and no other's") {
    const auto count = [](const std::string& who) {
        Article article("a", "2024-03-05");
        article.tells(frames(), "dismissal", "Dismissed was Ada Holm by the owners.",
                      {{Role::patient, "Ada Holm"}});
        add_gap(article, 2);
        article.tells(frames(), "resignation", "Exit of " + who + " is bad for wages.", {{Role::agent, who}});
        article.last().use = Use::nominal;
        return events_of(weave({article}), "dismissal").size() +
               events_of(weave({article}), "resignation").size();
    };
    CHECK(count("Ada Holm") == 1);
    CHECK(count("Bo Brandt") == 2);
}

TEST_CASE("what changes a partnership is not the partnership until a year to come") {
    const auto count = [](EventKind kind) {
        const Roles both = {{Role::party, "Norden Lines"}, {Role::party, "Kelp Yards"}};
        Article one("a", "2024-03-05"), two("b", "2024-03-06", "de");
        one.tells(frames(), "partnership", "Mended have Norden Lines and Kelp Yards their alliance.", both);
        one.last().kind = kind;
        two.tells(frames(), "partnership", "Verbündet bleiben bis 2030 Norden Lines und Kelp Yards.", both,
                  ClauseTense::present)
            .when("bis 2030", "2030", TimeRelation::until);
        return count_of({one, two}, "partnership");
    };
    CHECK(count(EventKind::state) == 1);
    CHECK(count(EventKind::event) == 2);
}
