#include "export/page.hpp"

#include "export/edtf.hpp"
#include "export/json.hpp"
#include "export/json_writer.hpp"
#include "export/page_parts.hpp"

#include <set>
#include <stdexcept>

namespace timeloom {
namespace {

std::string_view part(std::string_view name) {
    for (const auto& each : page_parts())
        if (each.name == name)
            return {reinterpret_cast<const char*>(each.bytes), each.size};
    throw std::logic_error("no page part " + std::string(name));
}

/// JSON inside a script element: "<" may begin "</script" or "<!--", and stands inside strings alone.
Sink without_tags(const Sink& sink) {
    return [&sink](std::string_view bytes) {
        while (!bytes.empty()) {
            const auto at = bytes.find('<');
            sink(bytes.substr(0, at));
            if (at == std::string_view::npos)
                return;
            sink("\\u003c");
            bytes.remove_prefix(at + 1);
        }
    };
}

/// What the page needs beside timeline.json: each event's time in words, the days of those that have no
/// bounds, and the direct edges of its types.
void write_extra(const Story& story, const Sink& sink) {
    Buffer buffer(sink);
    JsonWriter json(buffer);
    std::set<std::string_view> types;
    json.StartObject();
    json.key("words");
    json.StartArray();
    for (const auto& event : story.timeline.events) {
        json.text(time_words(event.time, event.kind));
        types.insert(event.finest_type());
    }
    json.EndArray();
    json.key("about");
    json.StartArray();
    for (const auto& event : story.timeline.events) {
        const auto days = days_without_bounds(event.time, event.kind);
        if (!days) {
            json.Null();
            continue;
        }
        json.StartArray();
        json.text(day_text(*days->earliest));
        json.text(day_text(*days->latest));
        json.EndArray();
    }
    json.EndArray();
    json.key("edges");
    json.StartObject();
    for (const auto& [type, what] : story.types) {
        if (!what.edge || !types.contains(type))
            continue;
        json.key(type);
        json.StartObject();
        json.field("from", name_of(what.edge->from));
        json.field("to", name_of(what.edge->to));
        json.field("label", what.edge->label);
        json.EndObject();
    }
    json.EndObject();
    json.EndObject();
    buffer.flush();
}

} // namespace

void write_page(const Story& story, const Sink& sink) {
    const auto safe = without_tags(sink);
    auto page = part("page.html");
    while (!page.empty()) {
        const auto begin = page.find("@@");
        sink(page.substr(0, begin));
        if (begin == std::string_view::npos)
            return;
        const auto end = page.find("@@", begin + 2);
        const auto name = page.substr(begin + 2, end - begin - 2);
        if (name == "story")
            write_json(story.timeline, safe);
        else if (name == "extra")
            write_extra(story, safe);
        else
            sink(part(name));
        page.remove_prefix(end + 2);
    }
}

} // namespace timeloom
