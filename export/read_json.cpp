#include "export/read_json.hpp"

#include "base/error.hpp"
#include "export/edtf.hpp"
#include "export/json.hpp"
#include "export/json_cursor.hpp"
#include "graph/names.hpp"

#include <fstream>
#include <map>
#include <set>

namespace timeloom {
namespace {

using Index = std::map<std::string, std::uint32_t, std::less<>>;

class TimelineReader {
  public:
    TimelineReader(const JsonCursor& root) : root_(root) {}

    Timeline read() {
        const auto schema = root_["schema"];
        if (schema.text() != timeline_schema)
            schema.fail("the schema is “" + std::string(schema.text()) + "”, not “" +
                            std::string(timeline_schema) + "”",
                        "build the file again with this version of timeloom");
        // Entities and mentions point to documents, all else to these: ids first.
        enter(root_["documents"], documents_);
        enter(root_["entities"], entities_);
        enter(root_["events"], events_);
        root_["documents"].each(
            [&](const JsonCursor& item) { timeline_.documents.push_back(document(item)); });
        root_["entities"].each([&](const JsonCursor& item) { timeline_.entities.push_back(entity(item)); });
        root_["events"].each([&](const JsonCursor& item) { timeline_.events.push_back(event(item)); });
        Index relations;
        enter(root_["relations"], relations);
        root_["relations"].each(
            [&](const JsonCursor& item) { timeline_.relations.push_back(relation(item)); });
        root_["conflicts"].each(
            [&](const JsonCursor& item) { timeline_.conflicts.push_back(conflict(item)); });
        return std::move(timeline_);
    }

  private:
    void enter(const JsonCursor& list, Index& index) {
        list.each([&](const JsonCursor& item) {
            const auto id = item["id"];
            if (id.text().empty())
                id.fail("the id is empty", "give each item an id of its own");
            if (!ids_.insert(std::string(id.text())).second)
                id.fail("the id “" + std::string(id.text()) + "” is given twice",
                        "give each item an id of its own");
            index.emplace(id.text(), static_cast<std::uint32_t>(index.size()));
        });
    }

    static std::uint32_t find(const Index& index, const JsonCursor& id, std::string_view what) {
        const auto found = index.find(id.text());
        if (found == index.end())
            id.fail("there is no " + std::string(what) + " “" + std::string(id.text()) + "”",
                    "add it, or drop what points to it");
        return found->second;
    }

    template <class E>
    static E word(const JsonCursor& at) {
        if (const auto value = value_of<E>(at.text()))
            return *value;
        at.fail("“" + std::string(at.text()) + "” is none of the words allowed here",
                "see docs/timeline.schema.json for the list");
    }

    static std::string edtf(const JsonCursor& at) {
        const auto text = at.text_or_null();
        if (!text.empty() && !is_edtf(text))
            at.fail("“" + std::string(text) + "” is no date",
                    "write it as EDTF: 2025-01-21, 2025-01, 2025~ or 2025-01-21/..");
        return std::string(text);
    }

    static std::optional<Day> day(const JsonCursor& at) {
        const auto text = at.text_or_null();
        if (text.empty())
            return std::nullopt;
        const auto read = read_day(text);
        if (!read)
            at.fail("“" + std::string(text) + "” is no day", "write it as 2025-01-21");
        return read;
    }

    static DayBounds bounds(const JsonCursor& at) {
        const DayBounds read{day(at["earliest"]), day(at["latest"])};
        if (read.earliest && read.latest && *read.latest < *read.earliest)
            at.fail("the latest day lies before the earliest", "exchange the two");
        return read;
    }

    static std::vector<std::string> texts(const JsonCursor& at) {
        std::vector<std::string> items;
        at.each([&](const JsonCursor& item) { items.emplace_back(item.text()); });
        return items;
    }

    Quote quote(const JsonCursor& at) {
        const auto document = find(documents_, at["document"], "document");
        const auto begin = at["begin"].count(), end = at["end"].count();
        if (end < begin)
            at["end"].fail("the end lies before the begin", "exchange the two");
        timeline_.storage.emplace_back(at["text"].text());
        return {document, begin, end, timeline_.storage.back()};
    }

    TimelineDocument document(const JsonCursor& at) {
        TimelineDocument read;
        read.id = at["id"].text();
        read.uri = at["uri"].text();
        read.title = at["title"].text();
        read.language = at["language"].text_or_null();
        read.publisher = at["publisher"].text_or_null();
        if (at.has("url"))
            read.url = at["url"].text_or_null();
        if (const auto published = at["published"]; !published.is_null()) {
            read.published.edtf = edtf(published["edtf"]);
            read.published.basis = word<Basis>(published["basis"]);
            read.published.why = texts(published["why"]);
        }
        read.sha256 = at["sha256"].text();
        if (const auto original = at["copies_of"]; !original.is_null()) {
            find(documents_, original, "document");
            read.copies_of = original.text();
            if (read.copies_of == read.id)
                original.fail("the document is given as a copy of itself", "drop it");
        }
        return read;
    }

    TimelineEntity entity(const JsonCursor& at) {
        TimelineEntity read;
        read.id = at["id"].text();
        read.type = word<EntityType>(at["type"]);
        read.name = at["name"].text();
        read.aliases = texts(at["aliases"]);
        read.same_as = texts(at["same_as"]);
        at["mentions"].each([&](const JsonCursor& item) { read.mentions.push_back(quote(item)); });
        return read;
    }

    TimelineTime time(const JsonCursor& at) {
        TimelineTime read;
        read.edtf = edtf(at["edtf"]);
        read.start = bounds(at["start"]);
        read.end = bounds(at["end"]);
        if (read.start.earliest && read.end.latest && *read.end.latest < *read.start.earliest)
            at["end"]["latest"].fail("the end lies before the start", "exchange the two");
        read.basis = word<TimelineTime::From>(at["basis"]);
        read.why = texts(at["why"]);
        at["expressions"].each([&](const JsonCursor& item) {
            read.expressions.push_back({quote(item), std::string(item["value"].text())});
        });
        check_order(at["edtf"], read.edtf);
        return read;
    }

    static void check_order(const JsonCursor& at, std::string_view edtf) {
        if (ends_before_start(edtf))
            at.fail("the end of “" + std::string(edtf) + "” lies before its start", "exchange the two");
    }

    CompactList<TimelineAttribution> attribution(const JsonCursor& at) {
        CompactList<TimelineAttribution> read;
        at.each([&](const JsonCursor& item) {
            if (item.has("entity"))
                read.push_back({find(entities_, item["entity"], "entity"), ""});
            else
                read.push_back({no_index, std::string(item["text"].text())});
        });
        return read;
    }

    TimelineParticipant participant(const JsonCursor& at) {
        TimelineParticipant read;
        read.role = word<Role>(at["role"]);
        if (at.has("entity")) {
            read.entity = find(entities_, at["entity"], "entity");
            read.tier = word<Tier>(at["tier"]);
        } else {
            const auto value = at["value"];
            read.number = value["number"].number();
            read.unit = value["unit"].text();
            read.bound = value["bound"].text_or_null();
        }
        return read;
    }

    TimelineMention mention(const JsonCursor& at) {
        TimelineMention read;
        read.quote = quote(at);
        read.trigger_begin = at["trigger"]["begin"].count();
        read.trigger_end = at["trigger"]["end"].count();
        read.modality = word<Modality>(at["modality"]);
        read.polarity = word<Polarity>(at["polarity"]);
        read.attribution = attribution(at["attribution"]);
        read.time_edtf = edtf(at["time_edtf"]);
        read.construction = at["construction"].text();
        read.tier = word<Tier>(at["tier"]);
        return read;
    }

    TimelineEvent event(const JsonCursor& at) {
        TimelineEvent read;
        read.id = at["id"].text();
        read.kind = word<EventKind>(at["kind"]);
        read.type = at["type"].text();
        read.subtype = at["subtype"].text_or_null();
        read.label = at["label"].text();
        read.time = time(at["time"]);
        read.modality = word<Modality>(at["modality"]);
        read.polarity = word<Polarity>(at["polarity"]);
        read.attribution = attribution(at["attribution"]);
        at["participants"].each(
            [&](const JsonCursor& item) { read.participants.push_back(participant(item)); });
        const auto sources = at["sources"];
        read.source_documents = sources["documents"].count();
        read.independent_sources = sources["independent"].count();
        read.languages = texts(sources["languages"]);
        const auto confidence = at["confidence"];
        read.confidence = confidence.number();
        if (read.confidence < 0 || read.confidence > 1)
            confidence.fail("a confidence lies between 0 and 1", "give a number such as 0.9");
        at["mentions"].each([&](const JsonCursor& item) { read.mentions.push_back(mention(item)); });
        return read;
    }

    TimelineRelation relation(const JsonCursor& at) {
        return {std::string(at["id"].text()), find(events_, at["from"], "event"),
                find(events_, at["to"], "event"), word<RelationType>(at["type"]), texts(at["why"])};
    }

    TimelineConflict conflict(const JsonCursor& at) {
        TimelineConflict read;
        at["about"].each([&](const JsonCursor& item) { read.about.push_back(find(events_, item, "event")); });
        read.kind = word<TimelineConflict::Kind>(at["kind"]);
        read.why = texts(at["why"]);
        return read;
    }

    const JsonCursor& root_;
    Timeline timeline_;
    Index documents_, entities_, events_;
    std::set<std::string, std::less<>> ids_;
};

} // namespace

Timeline parse_timeline(std::string_view json, const std::string& name) {
    const JsonText text(json, name);
    return TimelineReader(text.root()).read();
}

Timeline read_timeline(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file))
        throw InputError(file.string(), "cannot be read", "check the name and the permissions");
    std::string json;
    if (std::filesystem::is_regular_file(file)) {
        json.resize(std::filesystem::file_size(file));
        in.read(json.data(), static_cast<std::streamsize>(json.size()));
    } else {
        json.assign(std::istreambuf_iterator<char>(in), {}); // a pipe has no size
    }
    return parse_timeline(json, file.string());
}

} // namespace timeloom
