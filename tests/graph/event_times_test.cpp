#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

using Roles = std::vector<std::pair<Role, std::string>>;

} // namespace

TEST_CASE("a right held since May that today's news ends lasts from May until about today") {
    Article article("a", "2024-10-28");
    article.tells(frames(), "termination", "Ended has the right of Norden Lines and Kelp Yards.",
                  {{Role::object, "Norden Lines"}});
    article.tells(frames(), "right-of-first-refusal", "Held had Norden Lines the docks since May.",
                  {{Role::holder, "Norden Lines"}});
    article.when("May", "2024-05", TimeRelation::since);
    const auto story = weave({article});
    const auto time = events_of(story, "right-of-first-refusal").at(0)->time;
    CHECK(time.edtf == "2024-05/2024-10-28~");
    CHECK(time.end.latest == bounds_of("2024-10-28").latest);
    // that it came after May dates no news
    CHECK(events_of(story, "termination").at(0)->time.edtf == "2024-10-28~");
    CHECK_FALSE(events_of(story, "termination").at(0)->time.start.earliest);
}

TEST_CASE(
    "where an article's dates and its tense disagree, the dates count, and nobody contradicts anybody") {
    Article article("a", "2024-03-05");
    article
        .tells(frames(), "acquisition", "Bought: Norden Lines took over Kelp Yards on 4 May 2024.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .when("on 4 May 2024", "2024-05-04");
    const auto timeline = weave({article});
    CHECK(timeline.conflicts.empty());
    CHECK(timeline.events[0].time.edtf == "2024-05-04");
    CHECK(*(timeline.events[0].time.why.end() - 1) ==
          "set aside: told as past by \"a\", published 2024-03-05");
}

TEST_CASE("words whose days are known but by their bounds are explained by these") {
    Article article("a", "2024-03-05");
    article
        .tells(frames(), "acquisition", "Bought: Norden Lines took over Kelp Yards in the past days.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .when("in the past days", "2024-03-01/2024-03-05");
    article.reading.times.back().edtf = "";
    article.reading.times.back().value = "PXD";
    const auto timeline = weave({article});
    CHECK(timeline.events[0].time.why[0] == "\"in the past days\" in \"a\": 2024-03-01/2024-03-05");
}

TEST_CASE("words of time that name no day say so, and what nobody dates says that") {
    Article article("a", "");
    article.tells(frames(), "acquisition", "Bought: Norden Lines took over Kelp Yards.",
                  {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
    const auto timeline = weave({article});
    CHECK(timeline.events[0].time.edtf.empty());
    CHECK(timeline.events[0].time.why == std::vector<std::string>{"no article says when"});

    Article other("b", "");
    other
        .tells(frames(), "acquisition", "Bought: Norden Lines took over Kelp Yards on Tuesday.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .relative("on Tuesday", "XXXX-WXX-2");
    other.reading.times.back().why = "needs the publication date";
    CHECK(weave({other}).events[0].time.why ==
          std::vector<std::string>{
              "\"on Tuesday\" in \"b\": XXXX-WXX-2, no day of the calendar, needs the publication date"});
}

TEST_CASE("what is told without a day is of the day of the news, which the lead names") {
    Article article("a", "2024-03-06");
    article.tells(frames(), "meeting", "Met have Ada Holm and Kai Brandt on Monday.",
                  {{Role::party, "Ada Holm"}, {Role::party, "Kai Brandt"}});
    article.when("on Monday", "2024-03-04");
    article.tells(frames(), "criticism", "Criticised has Ada Holm the yard of Tern Motors.",
                  {{Role::agent, "Ada Holm"}, {Role::patient, "Tern Motors"}});
    const auto timeline = weave({article});
    REQUIRE(events_of(timeline, "criticism").size() == 1);
    CHECK(events_of(timeline, "criticism")[0]->time.edtf == "2024-03-04~");
}

TEST_CASE("what a later article dates by its year is of the day on which it was news") {
    const Roles holm = {{Role::patient, "Ada Holm"}};
    const auto dated = [&](const std::string& published) {
        Article news("a", published), later("b", "2024-10-28");
        news.tells(frames(), "dismissal", "Dismissed was Ada Holm by the board.", holm);
        later.tells(frames(), "sale", "Sold were the docks.", {});
        later.tells(frames(), "dismissal", "Dismissed was Ada Holm by the board in 2023.", holm)
            .when("in 2023", "2023");
        const auto story = weave({news, later});
        const auto found = events_of(story, "dismissal");
        return found.size() == 1 ? found[0]->time : TimelineTime{};
    };
    const auto time = dated("2023-11-17");
    CHECK(time.edtf == "2023-11-17~");
    REQUIRE(!time.why.empty());
    CHECK(*(time.why.end() - 1) == "told as news by \"a\", published 2023-11-17");
    CHECK(time.start.earliest == bounds_of("2023").earliest);
}

TEST_CASE("what a story tells on happened about when it has come to, by then in the pluperfect") {
    Article article("a", "2024-03-06");
    article.tells(frames(), "acquisition", "Bought has Norden Lines in 2019 the docks of Kelp Yards.",
                  {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
    article.when("in 2019", "2019");
    article.tells(frames(), "resignation", "Resigned has Ada Holm.", {{Role::agent, "Ada Holm"}});
    article.last().narrated = 0;
    const auto told_on = weave({article});
    const auto& time = events_of(told_on, "resignation")[0]->time;
    CHECK(time.edtf == "2019~");
    CHECK(time.basis == TimelineTime::From::inferred);
    CHECK(time.why[0] == "told along with \"in 2019\" in \"a\": 2019");

    article.last().anterior = true;
    const auto looked_back = weave({article});
    CHECK(events_of(looked_back, "resignation")[0]->time.edtf == "../2019-12-31");
}

TEST_CASE("an event whose day is counted from another's is as far from it") {
    const auto told = [](timing::Unit unit, int count, bool back, const char* day,
                         TimeRelation relation = TimeRelation::at) {
        Article article("a", "2024-03-06");
        article.tells(frames(), "acquisition", "Bought has Norden Lines in winter the docks of Kelp Yards.",
                      {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
        article.when("in winter", day, relation);
        article.tells(frames(), "resignation", "So long from there resigned has Ada Holm.",
                      {{Role::agent, "Ada Holm"}});
        article.when("So long", "");
        auto& length = article.reading.times.back();
        length.reading[timing::Slot::unit] = static_cast<int>(unit);
        length.reading[timing::Slot::count] = count;
        article.last().time = no_index;
        article.last().distance = {0, 1, back};
        return weave({article});
    };
    using timing::Unit;
    const auto time = [](const Timeline& timeline) { return events_of(timeline, "resignation")[0]->time; };
    const auto later = told(Unit::day, 2, false, "2024-01-30");
    CHECK(time(later).edtf == "2024-02-01~");
    CHECK(time(later).basis == TimelineTime::From::inferred);
    CHECK(time(later).why[0].find(" is \"So long\" after event:") != std::string::npos);
    CHECK(time(told(Unit::day, 2, true, "2024-01-30")).edtf == "2024-01-28~");
    CHECK(time(told(Unit::week, 1, true, "2024-01-30")).edtf == "2024-01-20/2024-01-26");
    // longer units go by the calendar, as rounded as they are told
    CHECK(time(told(Unit::month, 2, true, "2024-01-30")).edtf == "2023-11~");
    CHECK(time(told(Unit::year, 2, true, "2020")).edtf == "2018~");
    CHECK(time(told(Unit::month, 3, false, "2020")).edtf == "2020-04/2021-03");
    // "less than 48 hours" is the next day or the one after
    CHECK(time(told(Unit::hour, 48, false, "2024-01-30")).edtf == "2024-01-31/2024-02-01");
    // of the other event only a bound is known
    CHECK(time(told(Unit::day, 2, false, "2024-01-30", TimeRelation::by)).edtf == "../2024-02-01");
    CHECK(time(told(Unit::day, 2, false, "2024-01-30", TimeRelation::after)).edtf == "2024-02-02/2024-03-06");
    // a length that is not told counts nothing
    CHECK(time(told(Unit::day, timing::vague, false, "2024-01-30")).basis == TimelineTime::From::published);
}

TEST_CASE("a range of time has its beginning and its end") {
    Article article("a", "2024-03-06");
    article.tells(frames(), "partnership", "From 2011 to 2015 worked Tern Motors and Ada Holm together.",
                  {{Role::party, "Tern Motors"}, {Role::party, "Ada Holm"}});
    article.when("2011", "2011", TimeRelation::since);
    article.when("2015", "2015", TimeRelation::until);
    article.last().time = 0;
    article.last().time_relation = TimeRelation::since;
    article.last().until = 1;
    const auto timeline = weave({article});
    const auto& time = events_of(timeline, "partnership")[0]->time;
    CHECK(time.edtf == "2011/2015");
    CHECK(std::ranges::any_of(time.why,
                              [](const std::string& why) { return why.starts_with("until \"2015\""); }));
}

TEST_CASE("a story that has come to the news tells on news") {
    Article article("a", "2024-03-06");
    article.tells(frames(), "acquisition", "Bought has Norden Lines today the docks of Kelp Yards.",
                  {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
    article.when("today", "2024-03-06");
    article.tells(frames(), "resignation", "Resigned has Ada Holm.", {{Role::agent, "Ada Holm"}});
    article.last().narrated = 0;
    const auto timeline = weave({article});
    CHECK(events_of(timeline, "resignation")[0]->time.basis == TimelineTime::From::published);
}

TEST_CASE("time to come does not date what is told as done; time gone by dates what is told in the present") {
    Article article("a", "2024-06-08");
    article.tells(frames(), "agreement", "Signed has Norden Lines with Kelp Yards for the next five years.",
                  {{Role::agent, "Norden Lines"}, {Role::counterparty, "Kelp Yards"}});
    article.when("the next five years", "2024-06-08/2029-06-08", TimeRelation::over);
    article.tells(frames(), "partnership", "In 2019 work Tern Motors and Ada Holm together.",
                  {{Role::party, "Tern Motors"}, {Role::party, "Ada Holm"}}, ClauseTense::present);
    article.when("2019", "2019");
    const auto timeline = weave({article});
    CHECK(events_of(timeline, "agreement")[0]->time.edtf == "2024-06-08~");
    CHECK(events_of(timeline, "partnership")[0]->time.edtf == "2019");
}

TEST_CASE("what the present speaks of is of the day of the news, wherever it stands") {
    Article article("a", "2024-03-06");
    for (const auto* filler : {"Nothing", "Little", "Less"})
        article.tells(frames(), "plan", std::string(filler) + " plans Ada Holm.",
                      {{Role::agent, "Ada Holm"}});
    article.tells(frames(), "resignation", "Departure of Kai Brandt marks an era.",
                  {{Role::agent, "Kai Brandt"}}, ClauseTense::present);
    const auto timeline = weave({article});
    CHECK(events_of(timeline, "resignation")[0]->time.edtf == "2024-03-06~");
}

TEST_CASE("what has a date ahead is yet to come, though its announcement is told as done") {
    const auto announced = [] {
        Article article("a", "2024-06-08");
        article.tells(frames(), "layoffs", "Cuts has announced Norden Lines at Kelp Yards.",
                      {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
        article.tells(frames(), "layoffs", "Cuts will Norden Lines make at Kelp Yards by 2026.",
                      {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}}, ClauseTense::future);
        article.last().modality = Modality::planned;
        return article.when("2026", "2026", TimeRelation::by);
    };
    const auto timeline = weave({announced()});
    REQUIRE(events_of(timeline, "layoffs").size() == 1);
    const auto& time = events_of(timeline, "layoffs")[0]->time;
    CHECK(time.edtf == "2024-06-08/2026");
    CHECK(edtf_day(*time.start.earliest) == "2024-06-08");
    CHECK(edtf_day(*time.end.latest) == "2026-12-31");
}

TEST_CASE("the EDTF of an event goes no further than its bounds") {
    Article article("a", "2024-06-08");
    article
        .tells(frames(), "acquisition", "Bought has Norden Lines after 2 May the docks of Kelp Yards.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .when("2 May", "2024-05-02", TimeRelation::after);
    const auto timeline = weave({article});
    const auto& time = events_of(timeline, "acquisition")[0]->time;
    CHECK(edtf_day(*time.start.earliest) == "2024-05-03");
    CHECK(edtf_day(*time.end.latest) == "2024-06-08");
    CHECK(time.edtf == "2024-05-03/2024-06-08");
}

TEST_CASE("what runs until a day ends then, and held when it was told") {
    Article article("a", "2024-06-08");
    article
        .tells(frames(), "acquisition", "Extends until 2030 the work of Norden Lines with Kelp Yards.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}}, ClauseTense::present)
        .when("2030", "2030", TimeRelation::until);
    const auto timeline = weave({article});
    const auto& event = *events_of(timeline, "acquisition")[0];
    CHECK(event.kind == EventKind::state);
    CHECK(event.time.edtf == "../2030");
    CHECK(edtf_day(*event.time.start.latest) == "2024-06-08");
}

TEST_CASE("what is told in the imperfect is no news by itself") {
    const auto told = [](bool ongoing) {
        Article article("a", "2024-03-06");
        article.tells(frames(), "criticism", "Criticised has Ada Holm the yard of Tern Motors.",
                      {{Role::agent, "Ada Holm"}, {Role::patient, "Tern Motors"}});
        article.last().ongoing = ongoing;
        const auto timeline = weave({article});
        return events_of(timeline, "criticism")[0]->time.edtf;
    };
    CHECK(told(false) == "2024-03-06~");
    CHECK(told(true) == "../2024-03-06");
}

TEST_CASE("an article whose lead names no day takes the one named right behind it") {
    Article article("a", "2024-03-06");
    for (const auto* who : {"Ada Holm", "Kai Brandt", "Tern Motors"})
        article.tells(frames(), "resignation", "Resigned has " + std::string(who) + ".",
                      {{Role::agent, who}});
    article.tells(frames(), "criticism", "Criticised has Ada Holm on Monday the yard of Tern Motors.",
                  {{Role::agent, "Ada Holm"}, {Role::patient, "Tern Motors"}});
    article.when("on Monday", "2024-03-04");
    const auto timeline = weave({article});
    const auto resignations = events_of(timeline, "resignation");
    REQUIRE(!resignations.empty());
    for (const auto* event : resignations)
        CHECK(event->time.edtf == "2024-03-04~");
}

TEST_CASE("what happened this year happened this year, although the year is not over") {
    Article article("a", "2024-06-08");
    article
        .tells(frames(), "acquisition", "Bought has Norden Lines this year the docks of Kelp Yards.",
               {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}})
        .when("this year", "2024");
    CHECK(weave({article}).events[0].time.edtf == "2024");
}
