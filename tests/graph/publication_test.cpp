#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

const std::vector<std::pair<Role, std::string>> pact = {{Role::agent, "Norden Lines"},
                                                        {Role::counterparty, "Kelp Yards"}};
const std::vector<std::pair<Role, std::string>> supply = {{Role::agent, "Kelp Yards"},
                                                          {Role::counterparty, "Tern Motors"}};

/// Says "Tuesday (21)", and that something happened in June 2024.
Article dated_by_weekday() {
    Article article("a");
    article
        .tells(frames(), "agreement", "Signed on Tuesday (21): Norden Lines and Kelp Yards are partners.",
               pact)
        .clue("Tuesday (21)", 2, 21);
    article.tells(frames(), "agreement", "Agreed with Tern Motors had Kelp Yards in June 2024.", supply)
        .when("in June 2024", "2024-06");
    return article;
}

Article undated() {
    Article article("b");
    article.tells(frames(), "agreement", "Signed: Norden Lines and Kelp Yards are partners.", pact);
    article.tells(frames(), "agreement", "Agreed with Tern Motors had Kelp Yards in June.", supply)
        .relative("in June", "XXXX-06");
    return article;
}

} // namespace

TEST_CASE("weekday and day of the month date an article, after what it tells as past") {
    const auto timeline = weave({dated_by_weekday()});
    const auto& published = timeline.documents[0].published;
    CHECK(published.basis == Basis::inferred);
    CHECK(published.edtf ==
          "2025-01-21/2025-01-27"); // 21 May 2024 was a Tuesday too, but lies before June 2024
    REQUIRE(published.why.size() == 2);
    CHECK(published.why[0] == "the text tells 2024-06 as past");
    CHECK(
        published.why[1] ==
        "\"Tuesday (21)\" fits a publication from 2025-01-21 to 2025-01-27, the first such days after that");
}

TEST_CASE("a dateline dates its article") {
    Article article("a");
    article
        .tells(frames(), "agreement", "Signed on Tuesday (21): Norden Lines and Kelp Yards are partners.",
               pact)
        .clue("Tuesday (21)", 2, 21);
    article.tells(frames(), "agreement", "KELP BAY, January 22, 2025 -- Norden Lines and Kelp Yards", pact)
        .when("January 22, 2025", "2025-01-22");
    article.reading.events.pop_back();
    article.reading.document.sentences.back().kind = SentenceKind::dateline;
    const auto timeline = weave({article});
    const auto& published = timeline.documents[0].published;
    CHECK(published.basis == Basis::stated);
    CHECK(published.edtf == "2025-01-22");
    CHECK(published.why == std::vector<std::string>{"its dateline says \"January 22, 2025\""});
}

TEST_CASE(
    "an undated article gets bounds from the events that it shares with a dated one, and its June its year") {
    const auto timeline = weave({dated_by_weekday(), undated()});
    const auto& published = timeline.documents[1].published;
    CHECK(published.basis == Basis::inferred);
    CHECK(bounds_of(published.edtf).earliest);
    const auto deals = events_of(timeline, "agreement");
    REQUIRE(deals.size() == 2);
    CHECK(deals[0]->time.edtf == "2024-06");
    CHECK(deals[0]->mentions.size() == 2);
}

TEST_CASE("two articles that could only date each other stay undated") {
    auto other = undated();
    other.reading.document.id = "doc:c";
    const auto timeline = weave({undated(), other});
    CHECK(timeline.documents[0].published.edtf == "");
    CHECK(timeline.documents[1].published.edtf == "");
    for (const auto& event : timeline.events)
        CHECK(event.time.edtf == "");
}

TEST_CASE("a given date is left alone") {
    auto article = dated_by_weekday();
    article.reading.document.published.edtf = "2025-02-01";
    const auto timeline = weave({article});
    CHECK(timeline.documents[0].published.edtf == "2025-02-01");
    CHECK(timeline.documents[0].published.basis == Basis::given);
}
