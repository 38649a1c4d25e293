#include "export/ftm.hpp"

#include "export/edtf.hpp"
#include "export/json_writer.hpp"
#include "export/words.hpp"

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

/// What FollowTheMoney can say of one end of a time: a plain date, else the bound's day.
std::string prefix_date(std::string_view edtf, const std::optional<Day>& bound) {
    if (const auto date = read_edtf_date(edtf))
        if (const auto plain = plain_date(*date); !plain.empty())
            return plain;
    return bound ? day_text(*bound) : std::string();
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
    for (const auto& event : timeline.events) {
        const auto [from, to] = ends_of(event.time, event.kind);
        lines.start(event.id, "Event");
        lines.property("name", {event.label});
        lines.property("keywords", {event.type, std::string(standing(event))});
        if (from == to)
            lines.property("date", {prefix_date(from, event.time.start.earliest)});
        lines.property("startDate", {prefix_date(from, event.time.start.earliest)});
        lines.property("endDate", {prefix_date(to, event.time.end.latest)});
        std::vector<std::string> involved, proof, quotations;
        for (const auto& participant : event.participants) {
            if (participant.entity == no_index)
                quotations.push_back(amount_text(participant));
            else
                involved.push_back(ftm_id(timeline.entities[participant.entity].id));
        }
        for (const auto& mention : event.mentions) {
            auto id = ftm_id(timeline.documents[mention.quote.document].id);
            if (std::find(proof.begin(), proof.end(), id) == proof.end())
                proof.push_back(std::move(id));
            quotations.push_back("“" + std::string(mention.quote.text) + "” (" +
                                 source_words(timeline.documents[mention.quote.document]) + ")");
        }
        lines.property("involved", involved);
        lines.property("proof", proof);
        lines.property("summary", {time_words(event.time, event.kind) + " · " + standing_words(event)});
        lines.property("description", quotations);
        lines.end();
    }
    const KnowledgeGraph direct(timeline, story.types, KnowledgeGraph::Shape::entities);
    direct.for_each_edge([&](const Edge& edge) {
        const auto text = [&](std::string_view name) -> std::string {
            const auto columns = columns_of(edge.kind);
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (columns[i].name == name)
                    if (const auto* value = std::get_if<std::string_view>(&edge.values[i]))
                        return std::string(*value);
            return {};
        };
        lines.start(edge.id, "UnknownLink");
        lines.property("subject", {ftm_id(edge.from)});
        lines.property("object", {ftm_id(edge.to)});
        lines.property("role", {std::string(edge.label)});
        lines.property("startDate", {prefix_date(text("valid_from"), {})});
        lines.property("endDate", {prefix_date(text("valid_to"), {})});
        lines.end();
    });
    out.flush();
}

} // namespace timeloom
