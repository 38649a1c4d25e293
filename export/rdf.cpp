#include "export/rdf.hpp"

#include "export/edtf.hpp"
#include "export/rdf_writer.hpp"
#include "graph/names.hpp"

namespace timeloom {
namespace {

constexpr Prefix prefixes[] = {
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"gaf", "http://groundedannotationframework.org/gaf#"},
    {"time", "http://www.w3.org/2006/time#"},
    {"schema", "http://schema.org/"},
    {"wikidata", "http://www.wikidata.org/entity/"},
    {"edtf", "http://id.loc.gov/datatypes/edtf/"},
    {"tl", "urn:timeloom:term:"},
};

bool known_prefix(std::string_view name) {
    for (const auto& prefix : prefixes)
        if (name.starts_with(prefix.name) && name.size() > prefix.name.size() + 1 &&
            name[prefix.name.size()] == ':') {
            const auto local = name.substr(prefix.name.size() + 1);
            return local.find_first_not_of(
                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
                   std::string_view::npos;
        }
    return false;
}

/// "Organization" of schema.org and the like.
std::string_view class_of(EntityType type) {
    switch (type) {
    case EntityType::organization:
        return "schema:Organization";
    case EntityType::person:
        return "schema:Person";
    case EntityType::place:
        return "schema:Place";
    case EntityType::product:
        return "schema:Product";
    case EntityType::project:
        return "schema:Project";
    case EntityType::work:
        return "schema:CreativeWork";
    case EntityType::other:
        return "schema:Thing";
    }
    return {};
}

/// "right-of-first-refusal" → "tl:RightOfFirstRefusal".
std::string class_of(std::string_view type) {
    std::string out = "tl:";
    bool capital = true;
    for (const char c : type) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter)
            out += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        capital = !letter;
    }
    return out;
}

/// A partial date as what XML Schema calls it.
void write_partial(RdfWriter& rdf, std::string_view predicate, std::string_view edtf) {
    const auto date = read_edtf_date(edtf);
    if (!date)
        return;
    const auto plain = plain_date(*date);
    rdf.typed(predicate, plain, date->day ? "xsd:date" : date->month ? "xsd:gYearMonth" : "xsd:gYear");
}

std::string mention_id(const Timeline& timeline, const Quote& quote) {
    return timeline.documents[quote.document].id + "#char=" + std::to_string(quote.begin) + "," +
           std::to_string(quote.end);
}

class StoryWriter {
  public:
    StoryWriter(const Story& story, RdfWriter& rdf) : story_(story), timeline_(story.timeline), rdf_(rdf) {}

    void write() {
        for (const auto& document : timeline_.documents)
            write(document);
        for (const auto& entity : timeline_.entities)
            write(entity);
        for (const auto& event : timeline_.events) {
            assertion(event);
            about(event);
            for (const auto& mention : event.mentions)
                write(mention.quote);
        }
        for (const auto& relation : timeline_.relations) {
            rdf_.subject(timeline_.events[relation.from].id);
            rdf_.thing("tl:" + std::string(word_for(relation.type)), timeline_.events[relation.to].id);
            rdf_.end_subject();
        }
        for (std::size_t i = 0; i < timeline_.conflicts.size(); ++i) {
            const auto& conflict = timeline_.conflicts[i];
            std::string id = "conflict";
            for (const auto event : conflict.about)
                id += "/" + timeline_.events[event].id;
            rdf_.subject(id + "/" + std::string(word_for(conflict.kind)));
            rdf_.term("a", "tl:Conflict").text("tl:about_what", word_for(conflict.kind));
            for (const auto event : conflict.about)
                rdf_.thing("tl:between", graph_of(timeline_.events[event]));
            for (const auto& why : conflict.why)
                rdf_.text("rdfs:comment", why, "en");
            rdf_.end_subject();
        }
        rdf_.finish();
    }

  private:
    static std::string graph_of(const TimelineEvent& event) { return "assertion:" + event.id; }

    void write(const TimelineDocument& document) {
        rdf_.subject(document.id);
        rdf_.term("a", "prov:Entity").term("a", "schema:NewsArticle");
        rdf_.text("schema:headline", document.title, document.language)
            .text("schema:inLanguage", document.language);
        rdf_.text("schema:publisher", document.publisher)
            .text("schema:url", document.url)
            .text("tl:file", document.uri);
        rdf_.text("tl:sha256", document.sha256);
        write_partial(rdf_, "schema:datePublished", document.published.edtf);
        rdf_.typed("tl:published", document.published.edtf, "edtf:EDTF");
        for (const auto& why : document.published.why)
            rdf_.text("tl:published_why", why, "en");
        if (!document.copies_of.empty())
            rdf_.thing("prov:wasDerivedFrom", document.copies_of);
        rdf_.end_subject();
    }

    void write(const TimelineEntity& entity) {
        rdf_.subject(entity.id);
        rdf_.term("a", class_of(entity.type));
        // SEM: a place is a place also where it acts.
        rdf_.term("a", entity.type == EntityType::place ? "sem:Place" : "sem:Actor");
        rdf_.text("rdfs:label", entity.name);
        for (const auto& alias : entity.aliases)
            rdf_.text("schema:alternateName", alias);
        for (const auto& same : entity.same_as)
            if (known_prefix(same))
                rdf_.term("owl:sameAs", same);
        for (const auto& quote : entity.mentions)
            rdf_.thing("gaf:denotedBy", mention_id(timeline_, quote));
        rdf_.end_subject();
        for (const auto& quote : entity.mentions)
            write(quote);
    }

    void write(const Quote& quote) {
        const auto id = mention_id(timeline_, quote);
        rdf_.subject(id);
        rdf_.term("a", "oa:SpecificResource").thing("oa:hasSource", timeline_.documents[quote.document].id);
        rdf_.thing("oa:hasSelector", id + "/position").thing("oa:hasSelector", id + "/quote");
        rdf_.end_subject();
        rdf_.subject(id + "/position");
        rdf_.term("a", "oa:TextPositionSelector");
        rdf_.typed("oa:start", std::to_string(quote.begin), "xsd:nonNegativeInteger");
        rdf_.typed("oa:end", std::to_string(quote.end), "xsd:nonNegativeInteger");
        rdf_.end_subject();
        rdf_.subject(id + "/quote");
        rdf_.term("a", "oa:TextQuoteSelector")
            .text("oa:exact", quote.text(), timeline_.documents[quote.document].language);
        rdf_.end_subject();
    }

    void bound(std::string_view predicate, const std::optional<Day>& day) {
        if (day)
            rdf_.typed(predicate, day_text(*day), "xsd:date");
    }

    /// The named graph: what is so, if the assertion holds.
    void assertion(const TimelineEvent& event) {
        rdf_.begin_graph(graph_of(event));
        rdf_.subject(event.id);
        rdf_.term("a", "sem:Event").term("a", class_of(event.type));
        if (event.kind == EventKind::state)
            rdf_.term("a", "tl:State");
        if (const auto type = story_.types.find(event.finest_type()); type != story_.types.end())
            for (const auto& same : type->second.same_as)
                if (known_prefix(same))
                    rdf_.term("sem:eventType", same);
        rdf_.text("rdfs:label", event.label, "en");
        const auto [from, to] = ends_of(event.time, event.kind);
        rdf_.typed("tl:time", event.time.edtf, "edtf:EDTF");
        if (from == to)
            write_partial(rdf_, "sem:hasTimeStamp", from);
        write_partial(rdf_, "sem:hasBeginTimeStamp", from);
        write_partial(rdf_, "sem:hasEndTimeStamp", to);
        bound("sem:hasEarliestBeginTimeStamp", event.time.start.earliest);
        bound("sem:hasLatestBeginTimeStamp", event.time.start.latest);
        bound("sem:hasEarliestEndTimeStamp", event.time.end.earliest);
        bound("sem:hasLatestEndTimeStamp", event.time.end.latest);
        std::vector<const TimelineParticipant*> amounts;
        for (const auto& participant : event.participants) {
            if (participant.entity == no_index) {
                rdf_.thing("tl:" + std::string(word_for(participant.role)),
                           event.id + "/amount/" + std::to_string(amounts.size()));
                amounts.push_back(&participant);
                continue;
            }
            const auto& entity = timeline_.entities[participant.entity];
            rdf_.thing(entity.type == EntityType::place ? "sem:hasPlace" : "sem:hasActor", entity.id);
            rdf_.thing("tl:" + std::string(word_for(participant.role)), entity.id);
        }
        const bool interval =
            event.kind == EventKind::state && (event.time.start.earliest || event.time.end.latest);
        if (interval)
            rdf_.thing("time:hasTime", event.id + "/interval");
        rdf_.end_subject();
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            rdf_.subject(event.id + "/amount/" + std::to_string(i));
            std::string scratch = amount_text(*amounts[i]);
            rdf_.term("a", "schema:QuantitativeValue").text("rdfs:label", scratch);
            auto plain = *amounts[i];
            plain.unit = "";
            plain.bound = "";
            rdf_.typed("schema:value", amount_text(plain), "xsd:decimal")
                .text("schema:unitText", amounts[i]->unit);
            rdf_.text("tl:bound", amounts[i]->bound);
            rdf_.end_subject();
        }
        if (interval) {
            rdf_.subject(event.id + "/interval");
            rdf_.term("a", "time:ProperInterval");
            if (event.time.start.earliest)
                rdf_.thing("time:hasBeginning", event.id + "/beginning");
            if (event.time.end.latest)
                rdf_.thing("time:hasEnd", event.id + "/end");
            rdf_.end_subject();
            instant(event.id + "/beginning", event.time.start.earliest);
            instant(event.id + "/end", event.time.end.latest);
        }
        rdf_.end_graph();
    }

    void instant(const std::string& id, const std::optional<Day>& day) {
        if (!day)
            return;
        rdf_.subject(id);
        rdf_.term("a", "time:Instant").typed("time:inXSDDate", day_text(*day), "xsd:date");
        rdf_.end_subject();
    }

    /// Outside of the graph: how it stands, who says so, from where, and the mentions.
    void about(const TimelineEvent& event) {
        rdf_.subject(graph_of(event));
        rdf_.term("a", "tl:Assertion").term("a", "prov:Entity").thing("tl:asserts", event.id);
        rdf_.text("tl:modality", word_for(event.modality)).text("tl:polarity", word_for(event.polarity));
        char confidence[32];
        const auto end = std::to_chars(confidence, confidence + sizeof confidence, event.confidence,
                                       std::chars_format::fixed);
        rdf_.typed("tl:confidence", std::string_view(confidence, end.ptr), "xsd:decimal");
        rdf_.typed("tl:independent_sources", std::to_string(event.independent_sources), "xsd:integer");
        for (const auto& who : event.attribution) {
            if (who.entity == no_index)
                rdf_.text("tl:according_to", who.text);
            else
                rdf_.thing("prov:wasAttributedTo", timeline_.entities[who.entity].id);
        }
        for (const auto& why : event.time.why)
            rdf_.text("tl:time_why", why, "en");
        std::vector<std::uint32_t> documents;
        for (const auto& mention : event.mentions)
            if (std::find(documents.begin(), documents.end(), mention.quote.document) == documents.end())
                documents.push_back(mention.quote.document);
        for (const auto document : documents)
            rdf_.thing("prov:wasDerivedFrom", timeline_.documents[document].id);
        rdf_.end_subject();
        rdf_.subject(event.id);
        for (const auto& mention : event.mentions)
            rdf_.thing("gaf:denotedBy", mention_id(timeline_, mention.quote));
        rdf_.end_subject();
    }

    const Story& story_;
    const Timeline& timeline_;
    RdfWriter& rdf_;
};

} // namespace

void write_trig(const Story& story, const Sink& sink) {
    Buffer out(sink);
    StoryWriter(story, *trig_writer(out, prefixes)).write();
    out.flush();
}

void write_jsonld(const Story& story, const Sink& sink) {
    Buffer out(sink);
    StoryWriter(story, *jsonld_writer(out, prefixes)).write();
    out << '\n';
    out.flush();
}

} // namespace timeloom
