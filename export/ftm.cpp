#include "export/ftm.hpp"

#include "export/edtf.hpp"
#include "export/json_writer.hpp"
#include "export/values.hpp"
#include "export/words.hpp"

#include <unicode/uloc.h>

namespace timeloom {
namespace {

std::string_view schema_of(EntityType type) {
    switch (type) {
    case EntityType::person:
        return "Person";
    case EntityType::organization:
        return "Organization";
    case EntityType::place:
        return "Address";
    case EntityType::product:
    case EntityType::project:
    case EntityType::work:
        return "Project";
    case EntityType::other:
        return "LegalEntity";
    }
    return {};
}

/// Ids of Aleph take no colon-separated names of their own: letters, digits, '.', '-' and ':' are kept.
std::string ftm_id(std::string_view id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : id) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           c == '-' || c == '.' || c == ':';
        if (plain)
            out += c;
        else
            ((out += '_') += digits[static_cast<unsigned char>(c) >> 4]) +=
                digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

class Lines {
  public:
    explicit Lines(Buffer& out) : out_(out) {}

    void start(std::string_view id, std::string_view schema) {
        json_ = std::make_unique<JsonWriter>(out_);
        json_->StartObject();
        json_->field("id", ftm_id(id));
        json_->field("schema", schema);
        json_->key("properties");
        json_->StartObject();
    }
    void property(std::string_view name, std::vector<std::string> values) {
        std::erase(values, "");
        if (!values.empty())
            json_->field(name, values);
    }
    void end() {
        json_->EndObject();
        json_->EndObject();
        out_ << '\n';
    }

  private:
    Buffer& out_;
    std::unique_ptr<JsonWriter> json_;
};

/// What FollowTheMoney can say of one end of a time: a plain date, else the bound's day; "" outside of the
/// years 1000 to 2999, which are all that it knows.
std::string prefix_date(std::string_view edtf, const std::optional<Day>& bound) {
    std::string text;
    if (const auto date = read_edtf_date(edtf))
        text = plain_date(*date);
    if (text.empty() && bound)
        text = day_text(*bound);
    const bool four_digits = text.size() == 4 || (text.size() > 4 && text[4] == '-');
    return four_digits && (text[0] == '1' || text[0] == '2') ? text : std::string();
}

/// ISO 639-3: "deu" for "de".
std::string three_letters(const std::string& language) {
    return uloc_getISO3Language(language.c_str());
}

} // namespace

void write_ftm(const Story& story, const Sink& sink) {
    const auto& timeline = story.timeline;
    Buffer out(sink);
    Lines lines(out);
    for (const auto& document : timeline.documents) {
        lines.start(document.id, "Article");
        lines.property("title", {document.title.empty() ? document.uri : document.title});
        lines.property("fileName", {document.uri});
        lines.property("publisher", {document.publisher});
        lines.property("sourceUrl", {document.url});
        lines.property("publishedAt", {prefix_date(document.published.edtf, {})});
        lines.property("language", {three_letters(document.language)});
        lines.end();
    }
    for (const auto& entity : timeline.entities) {
        lines.start(entity.id, schema_of(entity.type));
        lines.property("name", {entity.name});
        lines.property("alias", entity.aliases);
        std::vector<std::string> wikidata;
        for (const auto& same : entity.same_as)
            if (same.starts_with("wikidata:"))
                wikidata.push_back(same.substr(9));
        lines.property("wikidataId", wikidata);
        std::vector<std::string> proof;
        for (const auto& mention : entity.mentions) {
            auto id = ftm_id(timeline.documents[mention.document].id);
            if (std::find(proof.begin(), proof.end(), id) == proof.end())
                proof.push_back(std::move(id));
        }
        lines.property("proof", proof);
        lines.end();
    }
    const Disputes disputes(timeline);
    for (std::size_t i = 0; i < timeline.events.size(); ++i) {
        const auto& event = timeline.events[i];
        const auto [from, to] = ends_of(event.time, event.kind);
        lines.start(event.id, "Event");
        lines.property("name", {std::string(event.label)});
        lines.property("keywords", {std::string(event.type), std::string(standing(event))});
        if (from == to)
            lines.property("date", {prefix_date(from, event.time.start.earliest)});
        lines.property("startDate", {prefix_date(from, event.time.start.earliest)});
        lines.property("endDate", {prefix_date(to, event.time.end.latest)});
        // The model takes persons and organizations as involved, and a place as an address; what else takes
        // part is linked below.
        std::vector<std::string> involved, places, proof, quotations;
        for (const auto& participant : event.participants) {
            if (participant.entity == no_index) {
                quotations.push_back(amount_text(participant));
                continue;
            }
            const auto& entity = timeline.entities[participant.entity];
            const auto schema = schema_of(entity.type);
            if (schema == "Address")
                places.push_back(ftm_id(entity.id));
            else if (schema != "Project")
                involved.push_back(ftm_id(entity.id));
        }
        for (const auto& mention : event.mentions) {
            auto id = ftm_id(timeline.documents[mention.quote.document].id);
            if (std::find(proof.begin(), proof.end(), id) == proof.end())
                proof.push_back(std::move(id));
            quotations.push_back("“" + std::string(mention.quote.text()) + "” (" +
                                 source_words(timeline.documents[mention.quote.document]) + ")");
        }
        lines.property("involved", involved);
        lines.property("addressEntity", places);
        lines.property("proof", proof);
        lines.property("summary", {time_words(event.time, event.kind) + " · " + standing_words(event)});
        lines.property("description", quotations);
        auto notes = disputes.of(i);
        if (const auto holders = holders_words(timeline, event); !holders.empty())
            notes.insert(notes.begin(), "According to " + holders);
        for (const auto& why : event.time.why)
            notes.push_back("Why then: " + std::string(why));
        lines.property("notes", notes);
        lines.end();
    }
    story.graph().for_each_edge([&](const Edge& edge) {
        if (edge.from_kind != NodeKind::entity || edge.to_kind == NodeKind::document)
            return;
        const auto text = [&](std::string_view name) {
            return text_named(columns_of(edge.kind), edge.values, name);
        };
        const auto role = edge.kind == EdgeKind::participates ? text("role") : edge.label;
        lines.start(edge.id, "UnknownLink");
        lines.property("subject", {ftm_id(edge.from)});
        lines.property("object", {ftm_id(edge.to)});
        lines.property("role", {std::string(role)});
        lines.property("startDate", {prefix_date(text("valid_from"), {})});
        lines.property("endDate", {prefix_date(text("valid_to"), {})});
        lines.end();
    });
    out.flush();
}

} // namespace timeloom
