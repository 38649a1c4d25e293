#include "export/json.hpp"

#include "export/json_writer.hpp"
#include "graph/names.hpp"

namespace timeloom {
namespace {

class TimelineWriter {
  public:
    TimelineWriter(const Timeline& timeline, Buffer& buffer) : timeline_(timeline), json_(buffer) {}

    void write() {
        json_.StartObject();
        json_.field("schema", timeline_schema);
        list("documents", timeline_.documents, [this](const auto& document) { write(document); });
        list("entities", timeline_.entities, [this](const auto& entity) { write(entity); });
        list("events", timeline_.events, [this](const auto& event) { write(event); });
        list("relations", timeline_.relations, [this](const auto& relation) { write(relation); });
        list("conflicts", timeline_.conflicts, [this](const auto& conflict) { write(conflict); });
        json_.EndObject();
    }

  private:
    template <class Items, class WriteItem>
    void list(std::string_view name, const Items& items, WriteItem write_item) {
        json_.key(name);
        json_.StartArray();
        for (const auto& item : items) {
            json_.StartItem();
            write_item(item);
            json_.EndObject();
        }
        json_.EndList();
    }

    template <class Items, class WriteItem>
    void array(std::string_view name, const Items& items, WriteItem write_item) {
        json_.key(name);
        json_.StartArray();
        for (const auto& item : items)
            write_item(item);
        json_.EndArray();
    }

    void write(const TimelineDocument& document) {
        json_.field("id", document.id);
        json_.field("uri", document.uri);
        json_.field_or_null("url", document.url);
        json_.field("title", document.title);
        json_.field_or_null("language", document.language);
        json_.field_or_null("publisher", document.publisher);
        json_.key("published");
        if (document.published.edtf.empty()) {
            json_.Null();
        } else {
            json_.StartObject();
            json_.field("edtf", document.published.edtf);
            json_.field("basis", word_for(document.published.basis));
            json_.field("why", document.published.why);
            json_.EndObject();
        }
        json_.field("sha256", document.sha256);
        json_.field_or_null("copies_of", document.copies_of);
    }

    void write(const TimelineEntity& entity) {
        json_.field("id", entity.id);
        json_.field("type", word_for(entity.type));
        json_.field("name", entity.name);
        json_.field("aliases", entity.aliases);
        json_.field("same_as", entity.same_as);
        array("mentions", entity.mentions, [this](const Quote& quote) {
            json_.StartObject();
            write(quote);
            json_.EndObject();
        });
    }

    void write(const Quote& quote) {
        json_.field("document", timeline_.documents[quote.document].id);
        json_.field("begin", std::int64_t{quote.begin});
        json_.field("end", std::int64_t{quote.end});
        json_.field("text", quote.text());
    }

    void write(const TimelineEvent& event) {
        json_.field("id", event.id);
        json_.field("kind", word_for(event.kind));
        json_.field("type", event.type);
        json_.field_or_null("subtype", event.subtype);
        json_.field("label", event.label);
        json_.key("time");
        write(event.time);
        json_.field("modality", word_for(event.modality));
        json_.field("polarity", word_for(event.polarity));
        write(event.attribution);
        array("participants", event.participants, [this](const auto& participant) { write(participant); });
        json_.key("sources");
        json_.StartObject();
        json_.field("documents", std::int64_t{event.source_documents});
        json_.field("independent", std::int64_t{event.independent_sources});
        json_.field("languages", event.languages);
        json_.EndObject();
        json_.key("confidence");
        json_.Double(std::round(event.confidence * 100) / 100);
        array("mentions", event.mentions, [this](const auto& mention) { write(mention); });
    }

    void write(const TimelineTime& time) {
        json_.StartObject();
        json_.field_or_null("edtf", time.edtf);
        write("start", time.start);
        write("end", time.end);
        json_.field("basis", word_for(time.basis));
        json_.field("why", time.why);
        array("expressions", time.expressions, [this](const auto& expression) {
            json_.StartObject();
            write(expression.quote);
            json_.field("value", expression.value);
            json_.EndObject();
        });
        json_.EndObject();
    }

    void write(std::string_view name, const DayBounds& bounds) {
        json_.key(name);
        json_.StartObject();
        json_.field_or_null("earliest", bounds.earliest ? day_text(*bounds.earliest) : std::string());
        json_.field_or_null("latest", bounds.latest ? day_text(*bounds.latest) : std::string());
        json_.EndObject();
    }

    void write(const CompactList<TimelineAttribution>& attribution) {
        array("attribution", attribution, [this](const auto& who) {
            json_.StartObject();
            if (who.entity == no_index)
                json_.field("text", who.text);
            else
                json_.field("entity", timeline_.entities[who.entity].id);
            json_.EndObject();
        });
    }

    void write(const TimelineParticipant& participant) {
        json_.StartObject();
        json_.field("role", word_for(participant.role));
        if (participant.entity != no_index) {
            json_.field("entity", timeline_.entities[participant.entity].id);
            json_.field("tier", word_for(participant.tier));
        } else {
            json_.key("value");
            json_.StartObject();
            json_.key("number");
            json_.number(participant.number);
            json_.field("unit", participant.unit);
            json_.field_or_null("bound", participant.bound);
            json_.EndObject();
        }
        json_.EndObject();
    }

    void write(const TimelineMention& mention) {
        json_.StartObject();
        write(mention.quote);
        json_.key("trigger");
        json_.StartObject();
        json_.field("begin", std::int64_t{mention.trigger_begin});
        json_.field("end", std::int64_t{mention.trigger_end});
        json_.EndObject();
        json_.field("modality", word_for(mention.modality));
        json_.field("polarity", word_for(mention.polarity));
        write(mention.attribution);
        json_.field_or_null("time_edtf", mention.time_edtf);
        json_.field("construction", mention.construction);
        json_.field("tier", word_for(mention.tier));
        json_.EndObject();
    }

    void write(const TimelineRelation& relation) {
        json_.field("id", relation.id);
        json_.field("from", timeline_.events[relation.from].id);
        json_.field("to", timeline_.events[relation.to].id);
        json_.field("type", word_for(relation.type));
        json_.field("why", relation.why);
    }

    void write(const TimelineConflict& conflict) {
        array("about", conflict.about,
              [this](std::uint32_t event) { json_.text(timeline_.events[event].id); });
        json_.field("kind", word_for(conflict.kind));
        json_.field("why", conflict.why);
    }

    const Timeline& timeline_;
    JsonWriter json_;
};

} // namespace

void write_json(const Timeline& timeline, const Sink& sink) {
    Buffer buffer(sink);
    TimelineWriter(timeline, buffer).write();
    buffer << '\n';
    buffer.flush();
}

} // namespace timeloom
