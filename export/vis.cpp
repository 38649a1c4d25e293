#include "export/vis.hpp"

#include "export/edtf.hpp"
#include "export/json_writer.hpp"
#include "export/words.hpp"

#include <algorithm>
#include <set>

namespace timeloom {
namespace {

/// ECMAScript's date-time string: years outside of four digits have a sign and six digits.
std::string instant(Day day) {
    const date::year_month_day civil(day);
    const int year = int(civil.year());
    std::string text = day_text(day);
    if (year < 0 || year > 9999) {
        const auto digits = std::to_string(year < 0 ? -year : year);
        text = (year < 0 ? "-" : "+") + std::string(6 - digits.size(), '0') + digits +
               text.substr(text.size() - 6);
    }
    return text + "T00:00:00.000Z";
}

/// What the tooltip says: when, how it stands, who says so, what contradicts it, and the first sentence.
std::string tooltip_html(const Timeline& timeline, const TimelineEvent& event,
                         const std::vector<std::string>& disputes) {
    std::string html = html_text(time_words(event.time, event.kind) + " · " + standing_words(event));
    if (const auto holders = holders_words(timeline, event); !holders.empty())
        html += "<br>According to " + html_text(holders);
    for (const auto& dispute : disputes)
        html += "<br>" + html_text(dispute);
    if (!event.mentions.empty()) {
        const auto& quote = event.mentions[0].quote;
        html += "<br>“" + html_text(quote.text()) + "” (" +
                html_text(source_words(timeline.documents[quote.document])) + ")";
    }
    return html;
}

} // namespace

void write_vis(const Timeline& timeline, const Sink& sink) {
    std::optional<Day> horizon;
    for (const auto& event : timeline.events)
        for (const auto& day : {event.time.start.earliest, event.time.start.latest, event.time.end.earliest,
                                event.time.end.latest})
            horizon = std::max(horizon, day);
    Buffer buffer(sink);
    JsonWriter json(buffer);
    std::set<std::string_view> types;
    json.StartObject();
    json.key("items");
    json.StartArray();
    const Disputes all_disputes(timeline);
    for (std::size_t i = 0; i < timeline.events.size(); ++i) {
        const auto& event = timeline.events[i];
        const auto disputes = all_disputes.of(i);
        const auto extent = extent_of(event.time, event.kind);
        const auto first = extent.first();
        if (!first)
            continue;
        const auto& end = extent.end;
        // A range must end: what is still open reaches to the story's last day, and its class says so.
        const bool open = event.kind == EventKind::state && !end.latest;
        const auto last = open ? horizon : end.latest ? end.latest : end.earliest;
        const bool range = last && *last > *first;
        json.StartItem();
        json.field("id", event.id);
        json.field("content", html_text(event.label));
        json.field("title", tooltip_html(timeline, event, disputes));
        json.field("start", instant(*first));
        // The last day belongs to it: the end is the midnight after it.
        if (range)
            json.field("end", instant(*last + date::days(1)));
        json.field("type", range ? "range" : "point");
        json.field("group", event.type);
        json.field("className", std::string(standing(event)) +
                                    (event.kind == EventKind::state ? " state" : " event") +
                                    (open ? " open" : "") + (disputes.empty() ? "" : " disputed"));
        json.field_or_null("edtf", event.time.edtf);
        json.EndObject();
        types.insert(event.type);
    }
    json.EndList();
    json.key("groups");
    json.StartArray();
    for (const auto type : types) {
        json.StartItem();
        json.field("id", type);
        json.field("content", html_text(type));
        json.EndObject();
    }
    json.EndList();
    json.key("undated");
    json.StartArray();
    for (const auto& event : timeline.events)
        if (!extent_of(event.time, event.kind).first())
            json.text(event.label);
    json.EndArray();
    json.EndObject();
    buffer << '\n';
    buffer.flush();
}

} // namespace timeloom
