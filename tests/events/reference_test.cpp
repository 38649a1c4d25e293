// How a mention stands to what was told before it.
#include "telling.hpp"

#include <doctest/doctest.h>

#include <optional>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

struct Row {
    const char* language;
    const char* text;
    const char* type; ///< of the last event of the text that has it
};

/// Nothing without the language's model.
std::optional<EventMention> last_of(const Row& row) {
    CAPTURE(row.text);
    if (!has_model(row.language)) {
        MESSAGE("SKIPPED: no model for " << row.language);
        return {};
    }
    auto telling = read_telling(row.language, row.text);
    const auto events = read(row.language, telling);
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const EventMention& event) {
        return frames()[event.frame].type == row.type;
    });
    REQUIRE(found != events.rend());
    return *found;
}

} // namespace

TEST_CASE("what is told as another one, or as one more") {
    const Row further[] = {
        {"en", "[Quellon] also sued [Brandt].", "lawsuit"},
        {"en", "[Ana Rubio] added that [Brandt] will pay.", "statement"},
        {"de", "Auch [Quellon] verklagte [Brandt].", "lawsuit"},
        {"es", "[Quellon] también demandó a [Brandt].", "lawsuit"},
        {"fr", "[Quellon] a également racheté [Brandt].", "acquisition"},
        {"it", "[Quellon] ha inoltre acquistato [Brandt].", "acquisition"},
        {"pt", "A [Quellon] também comprou a [Brandt].", "acquisition"},
    };
    for (const auto& row : further)
        if (const auto event = last_of(row))
            CHECK(event->further);
    const Row first[] = {
        {"en", "[Quellon] sued [Brandt].", "lawsuit"},
        {"de", "[Quellon] verklagte [Brandt], die auch Schiffe baut.", "lawsuit"},
        {"es", "[Quellon] demandó a [Brandt].", "lawsuit"},
    };
    for (const auto& row : first)
        if (const auto event = last_of(row))
            CHECK_FALSE(event->further);
}

TEST_CASE("a definite noun names what is known already") {
    const Row known[] = {{"en", "[Quellon] praised the takeover of [Brandt].", "acquisition"},
                         {"de", "[Quellon] lobte die Übernahme von [Brandt].", "acquisition"}};
    for (const auto& row : known)
        if (const auto event = last_of(row))
            CHECK(event->definite);
    const Row other[] = {{"en", "[Quellon] praised a takeover of [Brandt].", "acquisition"},
                         {"en", "[Quellon] bought [Brandt].", "acquisition"}};
    for (const auto& row : other)
        if (const auto event = last_of(row))
            CHECK_FALSE(event->definite);
}

TEST_CASE("who does it and is nobody by name") {
    const auto analysts = last_of({"en", "Analysts praised [Brandt].", "statement"});
    const auto unions = last_of({"en", "Unions praised [Brandt].", "statement"});
    const auto quellon = last_of({"en", "[Quellon] bought [Brandt].", "acquisition"});
    if (!analysts || !unions || !quellon)
        return;
    CHECK(analysts->doer != 0);
    CHECK(unions->doer != 0);
    CHECK(unions->doer != analysts->doer);
    CHECK(quellon->doer == 0);
}
