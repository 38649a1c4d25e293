// What is told at several stages, over months: bid, signing, clearance, closing.
#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

using Roles = std::vector<std::pair<Role, std::string>>;

const Roles buyer = {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}};

Article bid() {
    Article article("bid", "2024-03-05");
    article.tells(frames(), "acquisition", "Might buy Norden Lines the docks of Kelp Yards.", buyer,
                  ClauseTense::present);
    article.last().modality = Modality::possible;
    return article;
}

Article signing() {
    Article article("signing", "2024-04-10", "de");
    article.tells(frames(), "acquisition", "Kauft Norden Lines am Montag die Werft Kelp Yards.", buyer)
        .when("am Montag", "2024-04-08");
    return article;
}

/// "The office cleared the takeover on Friday": the day is the clearance's, and the noun has it as well.
Article clearance() {
    Article article("clearance", "2024-08-31");
    article
        .tells(frames(), "approval", "Cleared on Friday the office has what Norden Lines may do.",
               {{Role::beneficiary, "Norden Lines"}})
        .when("on Friday", "2024-08-30");
    const auto time = article.last().time;
    article.tells(frames(), "acquisition", "Takeover of Kelp Yards by Norden Lines, that is.", buyer);
    article.last().sentence = 0;
    article.last().use = Use::nominal;
    article.last().time = time;
    return article;
}

Article closing() {
    Article article("closing", "2024-10-17", "fr");
    article.tells(frames(), "acquisition", "Rachète mardi Norden Lines le chantier Kelp Yards.", buyer)
        .when("mardi", "2024-10-15");
    return article;
}

} // namespace

TEST_CASE("a takeover told at its bid, signing, clearance and closing is one, of the day it was done") {
    const auto timeline = weave({bid(), signing(), clearance(), closing()});
    const auto told = events_of(timeline, "acquisition");
    REQUIRE(told.size() == 1);
    CHECK(told[0]->mentions.size() == 4);
    CHECK(told[0]->time.edtf == "2024-10-15");
    CHECK(told[0]->modality == Modality::asserted);
    CHECK(timeline.conflicts.empty());
    REQUIRE(events_of(timeline, "approval").size() == 1);
    CHECK(events_of(timeline, "approval")[0]->time.edtf == "2024-08-30");
}

TEST_CASE("a day that is the verb's does not date the noun, where the noun is dated elsewhere") {
    const auto timeline = weave({signing(), clearance()});
    const auto told = events_of(timeline, "acquisition");
    REQUIRE(told.size() == 1);
    CHECK(told[0]->time.edtf == "2024-04-08");
    CHECK(timeline.conflicts.empty());
}

TEST_CASE("what two do years later they do again") {
    auto later = closing();
    later.reading.document.published.edtf = "2029-10-17";
    later.reading.times[0].edtf = later.reading.times[0].value = "2029-10-15";
    later.reading.times[0].bounds = bounds_of("2029-10-15");
    CHECK(events_of(weave({signing(), later}), "acquisition").size() == 2);
}

TEST_CASE("in one article the stages need not name everybody again") {
    const auto count = [](const std::string& type) {
        Article article("a", "2024-04-10");
        article.tells(frames(), type, "Taken over has Norden Lines the docks.",
                      {{Role::agent, "Norden Lines"}});
        article.tells(frames(), type, "Taking over is to be done in October.", {}, ClauseTense::future)
            .when("in October", "2024-10");
        article.last().modality = Modality::planned;
        return events_of(weave({article}), type).size();
    };
    CHECK(count("acquisition") == 1);
    CHECK(count("visit") == 2); // which takes a day
}

TEST_CASE("what was to come, and what came later, are one") {
    const Roles office = {{Role::approver, "Harbour Office"}, {Role::beneficiary, "Norden Lines"}};
    const auto count = [&](Modality modality) {
        Article before("a", "2024-04-10"), after("b", "2024-08-31", "de");
        before.tells(frames(), "approval", "Clearance of Harbour Office does Norden Lines need.", office,
                     ClauseTense::present);
        before.last().modality = modality;
        after.tells(frames(), "approval", "Genehmigt hat es Harbour Office der Norden Lines.", office);
        return events_of(weave({before, after}), "approval").size();
    };
    CHECK(count(Modality::planned) == 1);
    CHECK(count(Modality::asserted) == 2);
}

TEST_CASE("what is told as before the story may be long over") {
    const Roles judge = {{Role::agent, "Harbour Court"}, {Role::patient, "Ada Holm"}};
    const auto count = [&](bool anterior) {
        Article verdict("a", "2024-06-28"), appeal("b", "2024-08-25", "it");
        verdict.tells(frames(), "ruling", "Convicted has Harbour Court the owner Ada Holm.", judge);
        appeal.tells(frames(), "ruling", "Condannata era stata Ada Holm da Harbour Court.", judge);
        appeal.last().anterior = anterior;
        return events_of(weave({verdict, appeal}), "ruling").size();
    };
    CHECK(count(true) == 1);
    CHECK(count(false) == 2);
}

TEST_CASE("a headline leaves the date to the text") {
    Article article("a", "2024-04-03");
    article.tells(frames(), "ranking", "Norden Lines passes Kelp Yards as the largest owner.", buyer,
                  ClauseTense::present);
    article.last().kind = EventKind::event;
    article.reading.document.sentences.back().kind = SentenceKind::title;
    article.tells(frames(), "ranking", "Passed in February has Norden Lines its rival Kelp Yards.", buyer)
        .when("in February", "2024-02");
    article.last().kind = EventKind::event;
    CHECK(events_of(weave({article}), "ranking").size() == 1);
}
