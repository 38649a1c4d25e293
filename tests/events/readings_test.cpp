// What a word tells where its arguments, its place or the mood of its sentence decide.
#include "telling.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

struct Row {
    const char* language;
    const char* text; ///< one name in brackets is a person if it has two words, else an organisation
    const char* type; ///< "" for none
};

bool tells(const Row& row) {
    auto telling = read_telling(row.language, row.text);
    const auto events = read(row.language, telling);
    const auto same = [&](const EventMention& event) { return frames()[event.frame].type == row.type; };
    return row.type[0] ? std::ranges::any_of(events, same) : events.empty();
}

} // namespace

TEST_CASE("one word, several events: the types of its arguments decide") {
    const Row rows[] = {
        {"en", "[Ana Rubio] joined [Quellon] in May.", "appointment"},
        {"en", "[Quellon] joined [Brandt] in May.", "participation"},
        {"en", "[Ana Rubio] took over from [Ina Roth] in May.", "replacement"},
        {"en", "[Quellon] took over [Brandt] in May.", "acquisition"},
        {"en", "The club suspended [Ana Rubio] in May.", "dismissal"},
        {"en", "[Quellon] suspended the project in May.", "delay"},
        {"en", "[Quellon] reported a profit of $3 million.", "financial-result"},
        {"en", "[Quellon] reported that [Brandt] had left.", "report"},
        {"es", "[Ana Rubio] dejó [Quellon] en mayo.", "resignation"},
        {"es", "[Quellon] abandonó [Brandt] en mayo.", "termination"},
        {"es", "El club suspendió a [Ana Rubio] en mayo.", "dismissal"},
        {"it", "[Ana Rubio] è entrata in [Quellon] a maggio.", "appointment"},
        {"it", "[Quellon] è entrata in [Brandt] a maggio.", "participation"},
        {"it", "Il ponte di [Quellon] è crollato.", "accident"},
        {"pt", "A polícia deteve [Ana Rubio] em maio.", "arrest"},
        {"pt", "[Ana Rubio] deixou a [Quellon] em maio.", "resignation"},
        {"de", "[Quellon] verlässt [Brandt] im Mai.", "termination"},
        {"de", "[Ana Rubio] verlässt [Quellon] im Mai.", "resignation"},
        {"en", "[Quellon] sold a 40 % stake in [Arvo] to [Brandt].", "sale"},
        {"fr", "[Quellon] a vendu une participation de 40 % dans [Arvo] à [Brandt].", "sale"},
        {"de", "[Quellon] trennt sich von [Ana Rubio].", "dismissal"},
        {"de", "[Quellon] trennt sich von [Brandt].", "termination"},
        {"en", "[Ana Rubio] was injured in May.", "accident"},
        {"fr", "[Ana Rubio] a rejoint [Quellon] en mai.", "appointment"},
        {"fr", "[Quellon] a rejoint [Brandt] en mai.", "participation"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(tells(row));
    }
}

TEST_CASE("words that only look like an event tell none") {
    const Row rows[] = {
        {"es", "Sin embargo, [Quellon] es grande.", "other"},
        {"en", "The Brontia Fine Foundation is near [Quellon].", "other"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.text));
        CHECK(tells(row));
    }
    CHECK_FALSE(tells({"es", "Sin embargo, [Quellon] es grande.", "sanction"}));
    CHECK_FALSE(tells({"en", "The Brontia Fine Foundation is near [Quellon].", "fine"}));
}

TEST_CASE("the verb of a sentence or headline is found where it looks like a noun or adjective") {
    CHECK(tells({"es", "[Quellon] planifica abrir una fábrica.", "plan"}));
    CHECK(tells({"en", "[Velotron] cuts 900 jobs\n\nThe company is big.", "layoffs"}));
    CHECK(tells({"en", "Judge blocks sale of [Harlow]\n\nIt is big.", "ruling"}));
    CHECK(tells({"de", "[Nordamt] prüft Übernahme von [Brandt]\n\nEs regnet.", "consideration"}));
}

TEST_CASE("what a question asks is possible") {
    auto telling = read_telling("en", "Will [Quellon] buy [Brandt]?");
    const auto events = read("en", telling);
    REQUIRE(!events.empty());
    CHECK(events.front().modality == Modality::possible);
}

TEST_CASE("nobody spoken of before is arrested in a clause that says who arrests") {
    auto telling = read_telling("en", "[Ana Rubio] left [Quellon] in May. The police arrested a guard.");
    const auto events = read("en", telling);
    const auto arrest = std::ranges::find_if(
        events, [](const EventMention& event) { return frames()[event.frame].type == "arrest"; });
    REQUIRE(arrest != events.end());
    CHECK(arrest->participants.empty());
}

TEST_CASE("what is expected of somebody is told, not that it is expected") {
    const char* text = "[Ana Rubio] is expected to sign a deal with [Brandt].";
    CHECK(tells({"en", text, "agreement"}));
    CHECK_FALSE(tells({"en", text, "statement"}));
}
