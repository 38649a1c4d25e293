// Who takes part in an event that does not name them itself: what the sentences before it, or the clause
// around it, say.
#include "telling.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

struct Row {
    const char* language;
    const char* text;
    const char* type;
    std::set<std::string> participants;
};

} // namespace

TEST_CASE("participants that another clause or sentence names") {
    const Row rows[] = {
        // a definite event noun stands for the event told before
        {"en", "[Quellon] bought [Brandt] in May. The takeover was delayed.", "delay", {"Quellon", "Brandt"}},
        {"de",
         "[Quellon] hat [Brandt] gekauft. Die Übernahme wurde verschoben.",
         "delay",
         {"Quellon", "Brandt"}},
        {"es",
         "[Quellon] compró [Brandt] en mayo. La adquisición fue aplazada.",
         "delay",
         {"Quellon", "Brandt"}},
        {"fr", "[Quellon] a racheté [Brandt]. Ce rachat a été retardé.", "delay", {"Quellon", "Brandt"}},
        {"it",
         "[Quellon] ha comprato [Brandt]. L'acquisizione è stata rinviata.",
         "delay",
         {"Quellon", "Brandt"}},
        {"pt", "A [Quellon] comprou a [Brandt]. A aquisição foi adiada.", "delay", {"Quellon", "Brandt"}},
        // a dropped subject is who was spoken of
        {"es",
         "[Quellon] vendió [Arvo] en mayo. Después firmó un acuerdo con [Brandt].",
         "agreement",
         {"Quellon", "Brandt"}},
        {"it",
         "[Quellon] ha venduto [Arvo] in maggio. Poi ha firmato un accordo con [Brandt].",
         "agreement",
         {"Quellon", "Brandt"}},
        {"pt",
         "A [Quellon] vendeu a [Arvo] em maio. Depois comprou a [Brandt].",
         "acquisition",
         {"Quellon", "Brandt"}},
        // a statement is about the names in what is said
        {"en", "[Ana Rubio] said that [Brandt] will sell the plant.", "statement", {"Ana Rubio", "Brandt"}},
        {"de",
         "[Ana Rubio] sagte, dass [Brandt] das Werk verkaufen werde.",
         "statement",
         {"Ana Rubio", "Brandt"}},
        {"es", "[Ana Rubio] dijo que [Brandt] venderá la planta.", "statement", {"Ana Rubio", "Brandt"}},
        {"fr", "[Ana Rubio] a affirmé que [Brandt] vendra l'usine.", "statement", {"Ana Rubio", "Brandt"}},
        {"it",
         "[Ana Rubio] ha detto che [Brandt] venderà la fabbrica.",
         "statement",
         {"Ana Rubio", "Brandt"}},
        {"pt", "[Ana Rubio] disse que a [Brandt] venderá a fábrica.", "statement", {"Ana Rubio", "Brandt"}},
        // a person speaks for the body that they are described as heading
        {"en",
         "[Ana Rubio], {Ana Rubio|head of [Brandt]}, resigned.",
         "resignation",
         {"Ana Rubio", "Brandt"}},
        {"pt",
         "[Ana Rubio], {Ana Rubio|presidente da [Brandt]}, renunciou.",
         "resignation",
         {"Ana Rubio", "Brandt"}},
        // a relative clause behind the verb that closes the clause around it
        {"de",
         "[Quellon] wird die Nachfolge von [Brandt] antreten, die das Werk verkauft hatte.",
         "sale",
         {"Brandt"}},
        // a list is about whom its heading names
        {"en",
         "The plant of [Arvo] was closed in May.\n\n[Quellon]: the builder\n- Sold the plant in 2024\n- "
         "Hired 300 people\n",
         "sale",
         {"Quellon"}},
    };
    for (const auto& row : rows) {
        const std::string language = row.language;
        if (!has_model(language)) {
            MESSAGE("SKIPPED: no model for " << language);
            continue;
        }
        CAPTURE(language);
        CAPTURE(std::string(row.text));
        auto telling = read_telling(language, row.text);
        const auto events = read(language, telling);
        const auto event = std::ranges::find_if(
            events, [&](const EventMention& e) { return frames()[e.frame].type == row.type; });
        REQUIRE(event != events.end());
        std::set<std::string> found;
        for (const auto& participant : event->participants)
            if (participant.is_entity())
                found.insert(telling.entities.entities[participant.entity].name);
        CHECK(found == row.participants);
    }
}

TEST_CASE("beside another event a noun is told again where its like was told") {
    const std::pair<const char*, const char*> told[] = {
        {"en", "[Quellon] is investigating [Brandt]. The inquiry is expected to last a year."},
        {"de", "[Quellon] ermittelt gegen [Brandt]. Die Ermittlung verzögert den Verkauf."},
        {"es", "[Quellon] investiga a [Brandt]. La investigación retrasará la venta."},
        {"fr", "[Quellon] enquête sur [Brandt]. Cette enquête retardera la vente."},
        {"it", "[Quellon] indaga su [Brandt]. L'indagine ritarderà la vendita."},
        {"pt", "A [Quellon] investiga a [Brandt]. A investigação vai atrasar a venda."}};
    const auto count = [](const std::string& language, std::string_view text) {
        auto telling = read_telling(language, text);
        const auto events = read(language, telling);
        return std::ranges::count_if(
            events, [](const EventMention& e) { return frames()[e.frame].type == "investigation"; });
    };
    for (const auto& [code, text] : told) {
        const std::string language = code, sentence = text;
        if (!has_model(language)) {
            MESSAGE("SKIPPED: no model for " << language);
            continue;
        }
        CAPTURE(sentence);
        CHECK(count(language, sentence) == 2);
    }
    if (has_model("en")) // an accusation is only near to it
        CHECK(count("en", "[Quellon] sued [Brandt]. The inquiry delays the sale.") == 0);
}

TEST_CASE("a word with a subject of its own borrows none") {
    auto telling = read_telling("en", "[Quellon] sold the plant and the workers bought [Brandt].");
    if (!has_model("en")) {
        MESSAGE("SKIPPED: no model for en");
        return;
    }
    const auto events = read("en", telling);
    const auto bought = std::ranges::find_if(
        events, [](const EventMention& e) { return frames()[e.frame].type == "acquisition"; });
    REQUIRE(bought != events.end());
    CHECK(std::ranges::none_of(bought->participants,
                               [](const Participant& p) { return p.role == Role::agent; }));
}

TEST_CASE("a deal that makes somebody the largest is not made") {
    auto telling = read_telling("en", "[Ana Rubio] said the deal would make [Brandt] the largest insurer.");
    if (!has_model("en")) {
        MESSAGE("SKIPPED: no model for en");
        return;
    }
    const auto events = read("en", telling);
    CHECK(!events.empty());
    for (const auto& event : events)
        CHECK(frames()[event.frame].type != "agreement");
}

TEST_CASE("what an unnamed court bans is not banned by whoever was spoken of") {
    const std::pair<const char*, const char*> rows[] = {
        {"en", "[Ana Rubio] defended the reform. A court had banned the strike."},
        {"de", "[Ana Rubio] verteidigte die Reform. Ein Gericht hatte den Streik verboten."},
    };
    for (const auto& row : rows) {
        const auto *language = row.first, *text = row.second;
        if (!has_model(language)) {
            MESSAGE("SKIPPED: no model for " << language);
            continue;
        }
        CAPTURE(std::string(text));
        auto telling = read_telling(language, text);
        const auto events = read(language, telling);
        const auto ban = std::ranges::find_if(
            events, [](const EventMention& e) { return frames()[e.frame].type == "ban"; });
        REQUIRE(ban != events.end());
        CHECK(std::ranges::none_of(ban->participants,
                                   [](const Participant& p) { return p.role == Role::agent; }));
    }
}

TEST_CASE("the doer of a passive, though the same preposition names a source in the active") {
    const std::pair<const char*, const char*> rows[] = {
        {"de", "[Brandt] wurde 2020 von [Quellon] übernommen."},
        {"en", "[Brandt] was acquired by [Quellon] in 2020."},
        {"es", "[Brandt] fue comprada por [Quellon] en 2020."},
        {"fr", "[Brandt] a été rachetée par [Quellon] en 2020."},
        {"it", "[Brandt] è stata acquistata da [Quellon] nel 2020."},
        {"pt", "[Brandt] foi comprada pela [Quellon] em 2020."},
    };
    for (const auto& row : rows) {
        const std::string language = row.first, text = row.second;
        if (!has_model(language)) {
            MESSAGE("SKIPPED: no model for " << language);
            continue;
        }
        INFO(text);
        auto telling = read_telling(language, text);
        const auto events = read(language, telling);
        REQUIRE(events.size() == 1);
        std::map<Role, std::string> who;
        for (const auto& participant : events[0].participants)
            if (participant.is_entity())
                who[participant.role] = telling.entities.entities[participant.entity].name;
        CHECK(who == std::map<Role, std::string>{{Role::agent, "Quellon"}, {Role::patient, "Brandt"}});
    }
}

TEST_CASE("where somebody else is the subject, who was spoken of does not do it") {
    const std::pair<const char*, const char*> rows[] = {
        {"de", "[Ana Rubio] trat zurück. Die Anklage forderte eine Strafe."},
        {"en", "[Ana Rubio] resigned. The prosecution demanded a fine."},
        {"es", "[Ana Rubio] dimitió. La oposición exigió una multa."},
        {"it", "[Ana Rubio] si è dimessa. L'opposizione ha chiesto una multa."},
    };
    for (const auto& row : rows) {
        const std::string language = row.first, text = row.second;
        if (!std::filesystem::exists(find_data() / "models" / (language + ".model"))) {
            MESSAGE("SKIPPED: no model for " << language);
            continue;
        }
        INFO(text);
        auto telling = read_telling(language, text);
        bool told = false;
        for (const auto& event : read(language, telling)) {
            if (event.sentence == 0)
                continue;
            told = true;
            for (const auto& participant : event.participants)
                CHECK(participant.role != Role::agent);
        }
        CHECK(told);
    }
}
