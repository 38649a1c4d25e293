// Whom the pronouns beside a verb stand for.
#include "telling.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

struct Row {
    const char* language;
    const char* text;
    const char* type; ///< of the last event that has it
    Role role;
    const char* name; ///< who has the role; "" for nobody
};

/// Whoever has the role, "" for nobody; what the row says where there is no model.
std::string holder(const Row& row) {
    if (!has_model(row.language)) {
        MESSAGE("SKIPPED: no model for " << row.language);
        return row.name;
    }
    auto telling = read_telling(row.language, row.text);
    const auto events = read(row.language, telling);
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const EventMention& event) {
        return frames()[event.frame].type == row.type;
    });
    REQUIRE(found != events.rend());
    for (const auto& participant : found->participants)
        if (participant.role == row.role && participant.is_entity())
            return std::string(telling.entities.entities[participant.entity].name);
    return {};
}

void check(const Row& row) {
    CAPTURE(row.text);
    CHECK(holder(row) == row.name);
}

} // namespace

TEST_CASE("an object pronoun stands for the object of the last sentence, not for its own subject") {
    for (const auto& row : {
             Row{"en", "[Quellon] built [Brandt]. [Arvo] bought it.", "acquisition", Role::patient, "Brandt"},
             Row{"es", "[Quellon] vendió [Brandt]. [Arvo] la compró.", "acquisition", Role::patient,
                 "Brandt"},
             Row{"it", "[Quellon] vende [Brandt]. [Arvo] l'ha comprata.", "acquisition", Role::patient,
                 "Brandt"},
             Row{"fr", "[Quellon] a vendu [Brandt]. [Arvo] l'a racheté.", "acquisition", Role::patient,
                 "Brandt"},
             Row{"es", "[Brandt] creció. [Arvo] quiere comprarla.", "acquisition", Role::patient, "Brandt"},
             Row{"pt", "A [Brandt] cresceu. A [Arvo] quer comprá-la.", "acquisition", Role::patient,
                 "Brandt"},
             Row{"pt", "A [Quellon] vendeu a [Brandt]. A [Arvo] comprou-a.", "acquisition", Role::patient,
                 "Brandt"},
             Row{"es", "[Brandt] creció. [Quellon] le vendió [Arvo].", "sale", Role::beneficiary, "Brandt"},
         })
        check(row);
}

TEST_CASE("a subject pronoun stands for the subject of the last sentence") {
    for (const auto& row : {
             Row{"en", "[Quellon] praised [Brandt]. It closed two plants.", "closure", Role::agent,
                 "Quellon"},
             Row{"de", "[Quellon] lobte [Brandt]. Es verklagte [Arvo].", "lawsuit", Role::agent, "Quellon"},
             Row{"fr", "[Quellon] a loué [Brandt]. Il a racheté [Arvo].", "acquisition", Role::agent,
                 "Quellon"},
         })
        check(row);
}

TEST_CASE("what may be somebody else, or a thing without a name, stays open") {
    for (const auto& row : {
             Row{"en", "[Quellon] showed the plant. [Arvo] bought it.", "acquisition", Role::patient, ""},
             Row{"en", "[Quellon] and [Brandt] met. [Arvo] bought it.", "acquisition", Role::patient, ""},
             Row{"en", "[Arvo] bought it after the talks with [Ana Rubio].", "acquisition", Role::patient,
                 ""},
         })
        check(row);
}

TEST_CASE("who was named together is meant together") {
    for (const auto& row : {
             Row{"en", "[Quellon] and [Brandt] met. They sued [Arvo].", "lawsuit", Role::agent, "Quellon"},
             Row{"es", "[Quellon] y [Brandt] hablaron. Demandaron a [Arvo].", "lawsuit", Role::agent,
                 "Quellon"},
             Row{"en", "[Quellon] grew. They sued [Arvo].", "lawsuit", Role::agent, ""},
         })
        check(row);
}
