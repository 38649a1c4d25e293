#include "export/timelinejs.hpp"

#include "export/edtf.hpp"
#include "export/json_writer.hpp"
#include "export/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace timeloom {
namespace {

/// TimelineJS gives each group a row of its own, and the rows take the slides' place: of 18 groups the slides
/// had a fifth of the screen left, of five they have two thirds.
constexpr std::size_t most_groups = 5;

struct SlideDate {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
};

SlideDate slide_date(Day day) {
    const date::year_month_day civil(day);
    return {int(civil.year()), unsigned(civil.month()), unsigned(civil.day())};
}

/// The date at the precision that it has; seasons and decades by their first or last day.
SlideDate slide_date(const EdtfDate& date, bool last) {
    if (date.year_span == 1 && date.month <= 12)
        return {date.year, date.month, date.day};
    return slide_date(last ? *date.days.latest : *date.days.earliest);
}

std::optional<SlideDate> slide_date(std::string_view edtf, const DayBounds& bounds, bool last) {
    if (const auto date = read_edtf_date(edtf))
        return slide_date(*date, last);
    const auto& first = last ? bounds.latest : bounds.earliest;
    const auto& second = last ? bounds.earliest : bounds.latest;
    if (first)
        return slide_date(*first);
    if (second)
        return slide_date(*second);
    return std::nullopt;
}

/// TimelineJS drops an end that agrees with every field of the start ({2025} to {2025, 6, 30}): say the start
/// in full.
void sharpen(SlideDate& start, const SlideDate& end) {
    const bool month_lost = !start.month && end.month && start.year == end.year;
    const bool day_lost =
        start.month && !start.day && end.day && start.year == end.year && start.month == end.month;
    if (!month_lost && !day_lost)
        return;
    if (!start.month)
        start.month = 1;
    if (!start.day && end.day)
        start.day = 1;
}

void write_date(JsonWriter& json, std::string_view name, const SlideDate& date) {
    json.key(name);
    json.StartObject();
    json.field("year", std::int64_t{date.year});
    if (date.month)
        json.field("month", std::int64_t{date.month});
    if (date.day)
        json.field("day", std::int64_t{date.day});
    json.EndObject();
}

/// What a slide says: how the event stands, who says so, what contradicts it, its sentences, and why then.
std::string slide_html(const Timeline& timeline, const Disputes& disputes, std::size_t index) {
    const auto& event = timeline.events[index];
    std::string html;
    const auto paragraph = [&](std::string_view text) { html += "<p>" + html_text(text) + "</p>"; };
    paragraph(std::string(event.type) + " · " + standing_words(event));
    if (const auto holders = holders_words(timeline, event); !holders.empty())
        paragraph("According to " + holders);
    for (const auto& dispute : disputes.of(index))
        paragraph(dispute);
    for (const auto& mention : event.mentions) {
        const auto& document = timeline.documents[mention.quote.document];
        html += "<blockquote>" + html_text(mention.quote.text()) + "<br><cite>" +
                html_text(source_words(document)) + "</cite></blockquote>";
    }
    for (const auto& why : event.time.why)
        paragraph("Why then: " + std::string(why));
    return html;
}

/// The types that most events have, by their number, then by name.
std::set<std::string_view> group_types(const Timeline& timeline) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto& event : timeline.events)
        ++counts[event.type];
    std::vector<std::pair<std::string_view, std::size_t>> types(counts.begin(), counts.end());
    std::stable_sort(types.begin(), types.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::set<std::string_view> groups;
    for (std::size_t i = 0; i < std::min(types.size(), most_groups); ++i)
        groups.insert(types[i].first);
    return groups;
}

} // namespace

void write_timelinejs(const Timeline& timeline, const Sink& sink) {
    Buffer buffer(sink);
    JsonWriter json(buffer);
    std::string undated;
    const auto groups = group_types(timeline);
    json.StartObject();
    json.field("scale", "human");
    json.key("events");
    json.StartArray();
    const Disputes disputes(timeline);
    for (std::size_t i = 0; i < timeline.events.size(); ++i) {
        const auto& event = timeline.events[i];
        const auto [from, to] = ends_of(event.time, event.kind);
        auto start = slide_date(from, event.time.start, false);
        auto end = slide_date(to, event.time.end, true);
        if (!start)
            std::swap(start, end);
        if (!start) {
            undated += "<li>" + html_text(event.label) + "</li>";
            continue;
        }
        json.StartItem();
        // A moment that is known to the month is shown as that month, not as a bar.
        if (end && from != to) {
            sharpen(*start, *end);
            write_date(json, "start_date", *start);
            write_date(json, "end_date", *end);
        } else {
            write_date(json, "start_date", *start);
        }
        json.field("display_date", time_words(event.time, event.kind));
        json.key("text");
        json.StartObject();
        json.field("headline", html_text(event.label));
        json.field("text", slide_html(timeline, disputes, i));
        json.EndObject();
        if (groups.contains(event.type))
            json.field("group", event.type);
        json.field("unique_id", event.id);
        json.EndObject();
    }
    json.EndList();
    if (!undated.empty()) {
        json.key("title");
        json.StartObject();
        json.key("text");
        json.StartObject();
        json.field("headline", "Timeline");
        json.field("text", "<p>Without a date:</p><ul>" + undated + "</ul>");
        json.EndObject();
        json.EndObject();
    }
    json.EndObject();
    buffer << '\n';
    buffer.flush();
}

} // namespace timeloom
