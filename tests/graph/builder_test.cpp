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
    const auto told = [](timing::Unit unit, int count, bool back, const char* day) {
        Article article("a", "2024-03-06");
        article.tells(frames(), "acquisition", "Bought has Norden Lines in winter the docks of Kelp Yards.",
                      {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
        article.when("in winter", day);
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
    for (const auto* event : events_of(timeline, "resignation"))
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
