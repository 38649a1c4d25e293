#include "sample_timeline.hpp"

#include "base/utf8.hpp"
#include "export/edtf.hpp"

#include <algorithm>
#include <set>

namespace timeloom {
namespace {

class Builder {
  public:
    Timeline timeline;

    std::uint32_t document(std::string id, std::string language, std::string publisher, std::string published,
                           std::string title) {
        TimelineDocument made;
        made.id = "doc:" + id;
        made.uri = "articles/" + id + ".txt";
        made.title = std::move(title);
        made.language = std::move(language);
        made.publisher = std::move(publisher);
        if (!published.empty())
            made.published = {std::move(published), Basis::given, {"given in documents.tsv"}};
        made.sha256 = std::string(64, 'a');
        timeline.documents.push_back(std::move(made));
        return static_cast<std::uint32_t>(timeline.documents.size() - 1);
    }

    std::uint32_t entity(std::string id, EntityType type, std::string name,
                         std::vector<std::string> aliases = {}) {
        TimelineEntity made;
        made.id = "entity:" + id;
        made.type = type;
        made.name = std::move(name);
        made.aliases = std::move(aliases);
        timeline.entities.push_back(std::move(made));
        return static_cast<std::uint32_t>(timeline.entities.size() - 1);
    }

    Quote quote(std::uint32_t in, std::uint32_t begin, std::string words) {
        timeline.storage.push_back(std::move(words));
        const std::string_view text = timeline.storage.back();
        return {in, begin, begin + CodePointOffsets(text).at(static_cast<std::uint32_t>(text.size())), text};
    }

    TimelineEvent& event(std::string id, EventKind kind, std::string type, std::string label,
                         std::string edtf) {
        TimelineEvent made;
        made.id = "event:" + id;
        made.kind = kind;
        made.type = std::move(type);
        made.label = std::move(label);
        made.time.edtf = std::move(edtf);
        const auto [from, to] = ends_of(made.time, kind);
        if (const auto date = read_edtf_date(from))
            made.time.start = date->days;
        if (const auto date = read_edtf_date(to))
            made.time.end = date->days;
        made.confidence = 0.9;
        timeline.events.push_back(std::move(made));
        return timeline.events.back();
    }

    void tell(TimelineEvent& event, Quote clause, std::uint32_t trigger,
              Modality modality = Modality::asserted, Polarity polarity = Polarity::positive) {
        TimelineMention made;
        made.quote = clause;
        made.trigger_begin = clause.begin + trigger;
        made.trigger_end = made.trigger_begin + 5;
        made.modality = modality;
        made.polarity = polarity;
        made.time_edtf = event.time.edtf;
        made.construction = "transitive";
        made.tier = Tier::path;
        event.mentions.push_back(std::move(made));
        const auto& language = timeline.documents[clause.document].language;
        std::set<std::string> languages(event.languages.begin(), event.languages.end());
        languages.insert(language);
        event.languages = std::vector<std::string>(languages.begin(), languages.end());
        event.source_documents = event.independent_sources =
            static_cast<std::uint32_t>(event.mentions.size());
    }
};

} // namespace

Timeline sample_timeline() {
    Builder b;
    b.timeline.events.reserve(16); // references below stay good
    const auto es = b.document("a1", "es", "Diario del Puerto", "2025-01-22", "El puerto cambia de manos");
    const auto de = b.document("b2", "de", "Hafenblatt", "2025-01-23", "Nordlinie verliert ihr Vorrecht");
    const auto fr = b.document("c3", "fr", "", "2025-02", "Le port « tourne la page »");
    const auto en = b.document("d4", "en", "Dockside Weekly", "", "Rumours at the quay");
    b.timeline.documents[en].copies_of = "doc:c3";

    const auto nord =
        b.entity("nordlinie", EntityType::organization, "Nordlinie", {"Nordlinie AG", "the Hamburg line"});
    const auto port = b.entity("puerto-claro", EntityType::place, "Puerto Claro", {"Claro"});
    const auto sur = b.entity("rutas-del-sur", EntityType::organization, "Rutas del Sur", {"RdS", "Rutas"});
    const auto vega = b.entity("vega", EntityType::person, "Inés Vega", {"Vega"});
    b.timeline.entities[nord].same_as = {"wikidata:Q1000001"};
    b.timeline.entities[nord].mentions = {b.quote(de, 0, "Nordlinie"), b.quote(es, 40, "Nordlinie")};
    b.timeline.entities[sur].mentions = {b.quote(es, 3, "Rutas del Sur"), b.quote(de, 60, "Rutas del Sur")};
    b.timeline.entities[port].mentions = {b.quote(es, 80, "Puerto Claro")};
    b.timeline.entities[vega].mentions = {b.quote(fr, 5, "Inés Vega")};

    auto& founded =
        b.event("01", EventKind::event, "partnership", "Nordlinie and Puerto Claro join forces", "2019~");
    founded.participants = {{Role::party, Tier::path, nord, 0, "", ""},
                            {Role::party, Tier::path, port, 0, "", ""}};
    b.tell(founded, b.quote(de, 100, "die Nordlinie und der Hafen taten sich um 2019 zusammen"), 30);

    auto& exclusive = b.event("02", EventKind::state, "exclusivity",
                              "Nordlinie holds the only berth of Puerto Claro", "2020-03-01/2025-01-21");
    exclusive.participants = {{Role::holder, Tier::path, nord, 0, "", ""},
                              {Role::patient, Tier::path, port, 0, "", ""}};
    exclusive.time.why = {"begins with the contract of 1 March 2020",
                          "ended by the agreement of 21 January 2025"};
    b.tell(exclusive, b.quote(es, 120, "Nordlinie tenía en exclusiva el muelle"), 10);

    auto& agreement = b.event("03", EventKind::event, "agreement",
                              "Rutas del Sur and Puerto Claro sign an agreement", "2025-01-21");
    agreement.participants = {{Role::party, Tier::path, sur, 0, "", ""},
                              {Role::party, Tier::path, port, 0, "", ""},
                              {Role::amount, Tier::path, no_index, 500000000, "EUR", "at least"}};
    agreement.attribution = {{vega, ""}};
    agreement.time.basis = TimelineTime::From::stated;
    agreement.time.why = {"“martes (21)” is the Tuesday before the publication date 2025-01-22"};
    agreement.time.expressions = {{b.quote(es, 20, "martes (21)"), "2025-01-21"}};
    agreement.confidence = 0.97;
    b.tell(agreement, b.quote(es, 0, "El martes (21) Rutas del Sur firmó un acuerdo con el puerto de Claro"),
           30);
    b.tell(agreement, b.quote(de, 40, "Rutas del Sur unterzeichnete am Dienstag ein Abkommen"), 14,
           Modality::reported);
    agreement.mentions[1].attribution = {{no_index, "Hafenkreise"}};

    auto& right = b.event("04", EventKind::state, "right-of-first-refusal",
                          "Nordlinie may match any offer for the “north quay”", "2025-01-21/2029~");
    right.participants = {{Role::holder, Tier::path, nord, 0, "", ""},
                          {Role::patient, Tier::path, port, 0, "", ""}};
    b.tell(right, b.quote(de, 200, "Die Nordlinie behält ein Vorkaufsrecht bis etwa 2029"), 14);

    auto& expansion =
        b.event("05", EventKind::event, "investment", "Rutas del Sur to build a second quay", "2026/..");
    expansion.modality = Modality::planned;
    expansion.participants = {{Role::agent, Tier::path, sur, 0, "", ""},
                              {Role::object, Tier::repaired, port, 0, "", ""},
                              {Role::object, Tier::nearest, vega, 0, "", ""}, // no direct edge
                              {Role::amount, Tier::path, no_index, 1.25e9, "EUR", ""}};
    b.tell(expansion, b.quote(fr, 60, "Rutas prévoit de bâtir un second quai à partir de 2026"), 6,
           Modality::planned);

    auto& rumour = b.event("06", EventKind::event, "sale", "Nordlinie sells its fleet", "2025-02");
    rumour.polarity = Polarity::negative;
    rumour.attribution = {{nord, ""}, {no_index, "two captains"}};
    rumour.participants = {{Role::agent, Tier::path, nord, 0, "", ""}};
    b.tell(rumour, b.quote(en, 15, "Nordlinie denied that it would sell its fleet\nin February"), 10,
           Modality::reported, Polarity::negative);

    auto& early =
        b.event("07", EventKind::event, "launch", "First ship of Rutas del Sur arrives", "../2025-01-21");
    early.modality = Modality::possible;
    early.participants = {{Role::agent, Tier::path, sur, 0, "", ""},
                          {Role::place, Tier::path, port, 0, "", ""}};
    b.tell(early, b.quote(en, 90, "a first ship may have come before 21 January"), 13, Modality::possible);

    auto& late = b.event("08", EventKind::event, "launch", "First ship of Rutas del Sur arrives in March",
                         "2025-03-02");
    late.participants = {{Role::agent, Tier::path, sur, 0, "", ""},
                         {Role::place, Tier::path, port, 0, "", ""}};
    b.tell(late, b.quote(fr, 160, "le premier navire est arrivé le 2 mars"), 20);

    auto& undated = b.event("09", EventKind::event, "dispute", "Inés Vega & the crews <quarrel>", "");
    undated.participants = {{Role::party, Tier::path, vega, 0, "", ""}};
    b.tell(undated, b.quote(fr, 260, "Vega s'est disputée avec les équipages"), 5);

    b.timeline.relations = {
        {"rel:1", 2, 1, RelationType::ends, {"a new agreement on the same quay ends the exclusivity"}},
        {"rel:2", 0, 2, RelationType::before, {"2019 lies before 2025-01-21"}},
        {"rel:3", 6, 7, RelationType::contradicts, {}},
    };
    b.timeline.conflicts = {
        {{6, 7}, TimelineConflict::Kind::time, {"by 21 January 2025", "on 2 March 2025"}}};
    return std::move(b.timeline);
}

const EventTypes& sample_types() {
    static const EventTypes types = {
        {"exclusivity", {DirectEdge{Role::holder, Role::patient, "EXCLUSIVE_PROVIDER_OF"}, {}}},
        {"right-of-first-refusal",
         {DirectEdge{Role::holder, Role::patient, "HAS_RIGHT_OF_FIRST_REFUSAL_OVER"}, {}}},
        {"investment", {DirectEdge{Role::agent, Role::object, "INVESTED_IN"}, {"schema:InvestAction"}}},
        {"agreement", {DirectEdge{Role::party, Role::party, "AGREED_WITH"}, {"wikidata:Q321839"}}},
        {"partnership", {DirectEdge{Role::party, Role::party, "PARTNER_OF"}, {}}},
    };
    return types;
}

namespace {

/// Who says so, in the event and in its mentions, a reason and the words behind the date, a denial, and
/// conflicts of every kind within one event and between two or three.
template <class Words>
void dispute(Builder& b, TimelineEvent& event, std::size_t i, Words words) {
    const auto holder = static_cast<std::uint32_t>((i * 5 + 2) % b.timeline.entities.size());
    const auto in = static_cast<std::uint32_t>((i + 1) % b.timeline.documents.size());
    const auto place = static_cast<std::uint32_t>(i * 3 + 1);
    if (i % 3 == 1)
        event.attribution = {{holder, ""}, {no_index, words(i + 3)}};
    if (i % 6 == 5)
        event.subtype = "ceasefire";
    if (i % 7 == 3)
        event.polarity = Polarity::negative;
    if (i % 4 == 1) {
        b.tell(event, b.quote(in, place, words(i + 4)), 0, Modality::reported, event.polarity);
        event.mentions.back().attribution = {{no_index, words(i + 5)}, {holder, ""}};
    }
    if (i % 4 == 2) {
        event.time.basis = TimelineTime::From::stated;
        event.time.why = {words(i + 6), words(i + 7)};
        event.time.expressions = {{b.quote(in, place, words(i + 8)), event.time.edtf}};
    }
    if (i % 10 == 9) {
        const auto last = static_cast<std::uint32_t>(i);
        std::vector<std::uint32_t> about = {last};
        for (auto others = i / 10 % 3; others; --others)
            about.insert(about.begin(), about.front() - 1);
        b.timeline.conflicts.push_back({std::move(about),
                                        static_cast<TimelineConflict::Kind>(i / 30 % 3),
                                        {words(i + 9), words(i + 10)}});
    }
}

} // namespace

Timeline generated_timeline(std::size_t events, bool hostile, std::size_t long_text) {
    static const std::string hostile_words[] = {
        "plain",
        "\"double\" and 'single' \\ back",
        "two\nlines\r\nand\ttab",
        "]]><![CDATA[ & &amp; <tag>",
        std::string("nul\0here", 8),
        "مرحبا \u202Eعكس\u202C",
        "😀👩‍👩‍👧 emoji",
        "ends with space ",
        ";semi|pipe,comma",
        "{\"json\": [1]}",
        "$money {brace} `tick`",
        "-- DROP TABLE; /* */",
    };
    Builder b;
    const auto words = [&](std::size_t i) -> std::string {
        return hostile ? hostile_words[i % std::size(hostile_words)] + " " + std::to_string(i)
                       : "word" + std::to_string(i % 97) + " of item " + std::to_string(i);
    };
    for (std::size_t i = 0; i < std::max<std::size_t>(1, events / 2); ++i) {
        char id[32];
        std::snprintf(id, sizeof id, hostile ? "a:b:%08zu" : "%08zu", i);
        const auto made =
            b.document(id, i % 2 ? "de" : "es", words(i), i % 5 ? "2025-01-22" : "", words(i + 1));
        if (hostile && i % 4 == 3)
            b.timeline.documents[made].copies_of = b.timeline.documents[made - 1].id;
        if (hostile && i % 3 == 2)
            b.timeline.documents[made].url = "https://example.org/?q='" + std::to_string(i) + "'&lang=\"de\"";
    }
    for (std::size_t i = 0; i < std::max<std::size_t>(2, events); ++i) {
        char id[32];
        std::snprintf(id, sizeof id, hostile ? "c:\"%08zu\"" : "%08zu", i);
        const auto made = b.entity(id, static_cast<EntityType>(i % 7), words(i), {words(i + 2)});
        b.timeline.entities[made].mentions = {
            b.quote(static_cast<std::uint32_t>(i % b.timeline.documents.size()),
                    static_cast<std::uint32_t>(i), words(i))};
        if (hostile && i % 3 == 0)
            b.timeline.entities[made].same_as = {"wikidata:Q" + std::to_string(i + 1)};
    }
    static constexpr const char* times[] = {"2025-01-21", "2024-06",       "-0044-03-15",      "Y12025",
                                            "2019~/..",   "../2025-01-21", "2025-01-21/2029~", ""};
    b.timeline.events.reserve(events);
    for (std::size_t i = 0; i < events; ++i) {
        char id[32];
        std::snprintf(id, sizeof id, "%08zu", i);
        const bool state = i % 4 == 0;
        auto& made =
            b.event(id, state ? EventKind::state : EventKind::event, state ? "exclusivity" : "agreement",
                    words(i), hostile || i % 8 < 2 ? times[i % 8] : "2025-01-21");
        made.modality = static_cast<Modality>(i % 5);
        made.confidence = static_cast<double>(i % 101) / 100;
        const auto count = static_cast<std::uint32_t>(b.timeline.entities.size());
        const auto first = static_cast<std::uint32_t>(i % count),
                   second = static_cast<std::uint32_t>((i * 7 + 1) % count);
        made.participants = {
            {state ? Role::holder : Role::party, Tier::path, first, 0, "", ""},
            {state ? Role::patient : Role::party, static_cast<Tier>(i / 2 % 4), second, 0, "", ""},
            {Role::amount, Tier::path, no_index, static_cast<double>(i) * 1000.5, "EUR",
             i % 3 ? "" : "about"}};
        const auto in = static_cast<std::uint32_t>(i % b.timeline.documents.size());
        b.tell(made, b.quote(in, static_cast<std::uint32_t>(i * 3), words(i)), 1);
        if (hostile)
            dispute(b, made, i, words);
        if (i == 0 && long_text)
            made.label = std::string(long_text, 'x');
        if (i) {
            char name[32];
            std::snprintf(name, sizeof name, "rel:%08zu", i);
            b.timeline.relations.push_back({name,
                                            static_cast<std::uint32_t>(i),
                                            static_cast<std::uint32_t>(i - 1),
                                            static_cast<RelationType>(i % 8),
                                            {words(i)}});
        }
    }
    return std::move(b.timeline);
}

} // namespace timeloom
