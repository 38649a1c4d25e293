// Sentences with names in brackets: "[agent Quellon] bought [patient Brandt]". Each is read by its language's
// extractor without a parser, and must give the event with those roles.
#include "base/data.hpp"
#include "events/extractor.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace timeloom;

namespace {

struct Marked {
    Document document;
    DocumentEntities entities;
    std::map<std::uint32_t, Role> roles; ///< by entity
};

/// Takes "[role Name]" out of a sentence; "[- Name]" is a name that has no part in the event.
Marked read_marked(const std::string& language, std::string_view text) {
    Marked marked;
    while (!text.empty()) {
        const auto open = text.find('[');
        marked.document.text += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto space = text.find(' ', open), close = text.find(']', open);
        const auto name = text.substr(space + 1, close - space - 1);
        EntityMention mention;
        mention.span.begin = std::uint32_t(marked.document.text.size());
        marked.document.text += name;
        mention.span.end = std::uint32_t(marked.document.text.size());
        mention.entity = std::uint32_t(marked.entities.entities.size());
        if (const auto role = role_named(text.substr(open + 1, space - open - 1)))
            marked.roles[mention.entity] = *role;
        LocalEntity entity;
        entity.name = name;
        entity.type =
            name.find(' ') == std::string_view::npos ? EntityType::organization : EntityType::person;
        marked.entities.entities.push_back(entity);
        marked.entities.mentions.push_back(mention);
        text.remove_prefix(close + 1);
    }
    marked.document.language = language;
    Segmenter(find_data(), language).segment(marked.document);
    return marked;
}

struct Example {
    const char* language;
    const char* type;
    const char* text;
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
};

using enum Modality;

// clang-format off
constexpr Example examples[] = {
    // active and passive
    {"en", "acquisition", "[agent Quellon] bought [patient Brandt] in May."},
    {"es", "acquisition", "[agent Quellon] compró [patient Brandt] en mayo."},
    {"it", "acquisition", "[agent Quellon] ha acquistato [patient Brandt]."},
    {"pt", "acquisition", "A [agent Quellon] comprou a [patient Brandt]."},
    {"fr", "acquisition", "[agent Quellon] a racheté [patient Brandt]."},
    {"de", "acquisition", "[agent Quellon] hat [patient Brandt] übernommen."},
    {"en", "acquisition", "[patient Brandt] was acquired by [agent Quellon]."},
    {"es", "acquisition", "[patient Brandt] fue adquirida por [agent Quellon]."},
    {"fr", "acquisition", "[patient Brandt] a été rachetée par [agent Quellon]."},
    // nominal
    {"en", "acquisition", "The acquisition of [patient Brandt] by [agent Quellon] pleased everybody."},
    {"es", "acquisition", "La compra de [patient Brandt] por parte de [agent Quellon] gustó a todos."},
    // support verb and noun
    {"es", "agreement", "[agent Quellon] firmó un acuerdo con [counterparty Brandt]."},
    {"de", "contract", "[agent Quellon] hat mit [counterparty Brandt] einen Vertrag unterzeichnet."},
    // factuality
    {"en", "acquisition", "[agent Quellon] did not buy [patient Brandt].", asserted, Polarity::negative},
    {"en", "acquisition", "[agent Quellon] could buy [patient Brandt].", possible},
    {"es", "acquisition", "[agent Quellon] comprará [patient Brandt].", planned},
    {"es", "acquisition", "[agent Quellon] no compró [patient Brandt].", asserted, Polarity::negative},
    {"fr", "acquisition", "[agent Quellon] rachètera [patient Brandt].", planned},
    {"it", "acquisition", "[agent Quellon] vuole acquistare [patient Brandt].", planned},
};
// clang-format on

const Extractor& extractor_of(const std::string& language) {
    static const Frames frames(find_data());
    static std::map<std::string, Extractor> extractors;
    return extractors.try_emplace(language, find_data(), language, frames, nullptr).first->second;
}

} // namespace

TEST_CASE("events, roles and factuality in six languages, by position") {
    const Frames frames(find_data());
    for (const auto& example : examples) {
        CAPTURE(std::string(example.language));
        CAPTURE(std::string(example.text));
        auto marked = read_marked(example.language, example.text);
        const auto events = extractor_of(example.language).extract(marked.document, {}, marked.entities);
        const auto event = std::ranges::find_if(
            events, [&](const EventMention& e) { return frames[e.frame].type == example.type; });
        CHECK(event != events.end());
        if (event == events.end())
            continue;
        CHECK(event->modality == example.modality);
        CHECK(event->polarity == example.polarity);
        for (const auto& [entity, role] : marked.roles) {
            const auto filled =
                std::ranges::any_of(event->participants, [&, e = entity, r = role](const auto& p) {
                    return p.entity == e && p.role == r;
                });
            const std::string name =
                marked.entities.entities[entity].name; // clang 14 captures no structured binding
            CAPTURE(name);
            CHECK(filled);
        }
        CHECK(event->clause.contains(event->trigger));
    }
}

TEST_CASE("a condition points at what hangs on it") {
    const Frames frames(find_data());
    auto marked = read_marked("en", "If [- Brandt] sells its plant, [- Quellon] will buy [- Arvo].");
    const auto events = extractor_of("en").extract(marked.document, {}, marked.entities);
    const auto condition =
        std::ranges::find_if(events, [](const auto& e) { return e.condition_of != no_index; });
    REQUIRE(condition != events.end());
    CHECK(condition->modality == conditional);
    CHECK(frames[events[condition->condition_of].frame].type == "acquisition");
}

TEST_CASE("what holds no more has ended") {
    auto marked = read_marked("en", "[- Quellon] no longer owns [- Brandt].");
    const auto events = extractor_of("en").extract(marked.document, {}, marked.entities);
    REQUIRE(events.size() == 1);
    CHECK(events[0].kind == EventKind::state);
    CHECK(events[0].ends);
    CHECK(events[0].polarity == Polarity::positive);
}

TEST_CASE("a right and the verb that holds it are one state") {
    constexpr std::pair<const char*, const char*> held[] = {
        {"en", "[holder Quellon] keeps its right of first refusal."},
        {"es", "[holder Quellon] conserva su derecho de tanteo."},
        {"fr", "[holder Quellon] conserve son droit de préférence."},
        {"it", "[holder Quellon] mantiene il diritto di prelazione."},
        {"pt", "A [holder Quellon] mantém o direito de preferência."},
        {"de", "[holder Quellon] behält ein Vorkaufsrecht."}};
    for (const auto& example : held) {
        const std::string language = example.first, text = example.second;
        CAPTURE(language);
        auto marked = read_marked(language, text);
        const auto events = extractor_of(language).extract(marked.document, {}, marked.entities);
        REQUIRE(events.size() == 1);
        CHECK(events[0].use == Use::support);
        CHECK(events[0].kind == EventKind::state);
    }
}

TEST_CASE("a long or strange sentence is read in linear time and without harm") {
    std::string words = "[agent Quellon] bought ";
    for (int i = 0; i < 20000; ++i)
        words += i % 7 ? "and bought " : "the agreement (\"so ";
    auto marked = read_marked("en", words + "[patient Brandt].");
    CHECK_NOTHROW(extractor_of("en").extract(marked.document, {}, marked.entities));

    std::string quotes(10000, '"');
    marked = read_marked("en", quotes + "[agent Quellon] bought [patient Brandt]" + quotes);
    CHECK_NOTHROW(extractor_of("en").extract(marked.document, {}, marked.entities));

    marked = read_marked("en", "");
    CHECK(extractor_of("en").extract(marked.document, {}, marked.entities).empty());
}
