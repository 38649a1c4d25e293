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

/// Names of what the last pronoun of the text, written as `word`, is a mention of.
std::vector<std::string> meant_by(const std::string& language, std::string_view text, std::string_view word) {
    auto telling = read_telling(language, text);
    read(language, telling);
    std::vector<std::string> names;
    for (const auto& mention : telling.entities.mentions)
        if (mention.span.of(telling.document.text) == word)
            names.push_back(telling.entities.entities[mention.entity].name);
    CHECK(std::ranges::is_sorted(telling.entities.mentions, {},
                                 [](const EntityMention& m) { return m.span.begin; }));
    return names;
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

TEST_CASE("pronouns, relatives and possessives that the tree resolves are mentions") {
    struct {
        const char *language, *text, *word;
        std::vector<std::string> names;
    } const rows[] = {
        {"en", "[Quellon] built [Brandt]. [Arvo] bought it.", "it", {"Brandt"}},
        {"en", "[Quellon], which bought [Arvo], closed a plant.", "which", {"Quellon"}},
        {"en", "[Quellon] sold their plant.", "their", {"Quellon"}},
        {"en", "[Quellon] and [Arvo] sold their plant.", "their", {"Quellon", "Arvo"}},
        {"en", "[Ana Ruiz] sold its plant.", "its", {}},
        {"en", "[Ana Ruiz] told [Quellon] that she sold its plant.", "its", {}},
        {"es", "[Quellon], que compró [Arvo], cerró una planta.", "que", {"Quellon"}},
        {"it", "[Quellon] ha venduto il proprio stabilimento.", "proprio", {"Quellon"}},
        {"it", "Ieri [Quellon] ha mostrato un vero e proprio miracolo.", "proprio", {}},
        {"de", "[Quellon] hat seine Fabrik verkauft.", "seine", {"Quellon"}},
        {"de", "[Quellon] soll verkauft worden sein.", "sein", {}},
        {"fr", "[Quellon] et [Arvo] ont vendu leur usine.", "leur", {"Quellon", "Arvo"}},
        {"fr", "[Quellon] a vendu leur usine.", "leur", {}},
        {"pt", "A [Quellon] vendeu a sua fábrica.", "sua", {"Quellon"}},
    };
    for (const auto& row : rows) {
        if (!has_model(row.language)) {
            MESSAGE("SKIPPED: no model for " << row.language);
            continue;
        }
        CAPTURE(row.text);
        CHECK(meant_by(row.language, row.text, row.word) == row.names);
    }
}

TEST_CASE("whom only a quotation names does not go on to speak") {
    check({"de",
           "Der Senator [Rudi Kranz] sagte: „Der Streit geht zurück, seit [Hans Brandt] weg ist.“ Er fügte "
           "hinzu: „Das ist gut für die Stadt.“",
           "statement", Role::agent, "Rudi Kranz"});
}
