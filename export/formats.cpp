#include "export/formats.hpp"

#include "base/parallel.hpp"
#include "base/table.hpp"
#include "export/csv.hpp"
#include "export/dot.hpp"
#include "export/ftm.hpp"
#include "export/gexf.hpp"
#include "export/graphml.hpp"
#include "export/ical.hpp"
#include "export/json.hpp"
#include "export/markdown.hpp"
#include "export/nearest.hpp"
#include "export/nodelink.hpp"
#include "export/output.hpp"
#include "export/page.hpp"
#include "export/rdf.hpp"
#include "export/sql.hpp"
#include "export/tables.hpp"
#include "export/timelinejs.hpp"
#include "export/vis.hpp"

#include <algorithm>
#include <deque>

namespace timeloom {
namespace {

constexpr Format formats[] = {
    {"json", "timeline.json", "everything, the form that convert and check read",
     [](const Story& story, Output& output) { write_json(story.timeline, output.file("timeline.json")); }},
    {"graphml", "graph.graphml", "the graph for Gephi, yEd, networkx, igraph, Neo4j (APOC) and others",
     [](const Story& story, Output& output) { write_graphml(story.graph(), output.file("graph.graphml")); }},
    {"html", "timeline.html", "a page that shows the timeline, the graph and the sentences behind them",
     [](const Story& story, Output& output) { write_page(story, output.file("timeline.html")); }},
    {"timelinejs", "timelinejs.json", "a timeline for TimelineJS 3",
     [](const Story& story, Output& output) {
         write_timelinejs(story.timeline, output.file("timelinejs.json"));
     }},
    {"vis", "vis-timeline.json", "items and groups for vis-timeline",
     [](const Story& story, Output& output) { write_vis(story.timeline, output.file("vis-timeline.json")); }},
    {"ical", "timeline.ics", "a calendar (iCalendar)",
     [](const Story& story, Output& output) { write_ical(story.timeline, output.file("timeline.ics")); }},
    {"markdown", "timeline.md", "the timeline as Markdown, with its sentences",
     [](const Story& story, Output& output) { write_markdown(story.timeline, output.file("timeline.md")); }},
    {"csv", "timeline.csv", "one event a row, for spreadsheets",
     [](const Story& story, Output& output) {
         write_event_list(story.timeline, ',', output.file("timeline.csv"));
     }},
    {"tsv", "timeline.tsv", "the same, separated by tabs",
     [](const Story& story, Output& output) {
         write_event_list(story.timeline, '\t', output.file("timeline.tsv"));
     }},
    {"gexf", "graph.gexf", "the graph through time for Gephi",
     [](const Story& story, Output& output) { write_gexf(story.graph(), output.file("graph.gexf")); }},
    {"neo4j", "neo4j/", "CSV files for neo4j-admin and Neptune",
     [](const Story& story, Output& output) { write_neo4j(story.graph(), output); }},
    {"ladybug", "ladybug/", "schema and CSV files for Ladybug and Kuzu",
     [](const Story& story, Output& output) { write_ladybug(story.graph(), output); }},
    {"cypher", "cypher/", "openCypher statements for Neo4j, Memgraph and others",
     [](const Story& story, Output& output) { write_cypher(story.graph(), output); }},
    {"trig", "timeline.trig", "RDF with a named graph an assertion (SEM, PROV-O, GAF, Web Annotation)",
     [](const Story& story, Output& output) { write_trig(story, output.file("timeline.trig")); }},
    {"jsonld", "timeline.jsonld", "the same as JSON-LD",
     [](const Story& story, Output& output) { write_jsonld(story, output.file("timeline.jsonld")); }},
    {"ftm", "entities.ftm.json", "FollowTheMoney entities for Aleph, one a line",
     [](const Story& story, Output& output) { write_ftm(story, output.file("entities.ftm.json")); }},
    {"sqlite", "timeline.sqlite", "a SQLite database",
     [](const Story& story, Output& output) { write_sqlite(story.graph(), output); }},
    {"postgresql", "timeline.sql", "a script for PostgreSQL, with date ranges",
     [](const Story& story, Output& output) {
         write_postgresql(story.graph(), output.file("timeline.sql"));
     }},
    {"nodelink", "node-link.json", "the graph as networkx's node-link JSON",
     [](const Story& story, Output& output) {
         write_nodelink(story.graph(), output.file("node-link.json"));
     }},
    {"cytoscape", "cytoscape.json", "the graph as Cytoscape.js elements",
     [](const Story& story, Output& output) {
         write_cytoscape(story.graph(), output.file("cytoscape.json"));
     }},
    {"dot", "graph.dot", "a picture of the graph for Graphviz",
     [](const Story& story, Output& output) { write_dot(story.graph(), output.file("graph.dot")); }},
};

std::string_view nearest_format(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& format : formats)
        names.push_back(format.name);
    return nearest(name, names);
}

} // namespace

std::span<const Format> all_formats() {
    return formats;
}

UnknownFormat::UnknownFormat(std::string_view name)
    : std::runtime_error("there is no format “" + std::string(name) + "” (did you mean “" +
                         std::string(nearest_format(name)) + "”? `timeloom formats` lists all)") {}

const Format& format_named(std::string_view name) {
    for (const auto& format : formats)
        if (format.name == name)
            return format;
    throw UnknownFormat(name);
}

std::vector<const Format*> formats_named(std::string_view list) {
    std::vector<const Format*> chosen;
    for (const auto& name : split(list, ','))
        for (const auto& format : name == "all" ? all_formats() : std::span(&format_named(name), 1))
            if (std::find(chosen.begin(), chosen.end(), &format) == chosen.end())
                chosen.push_back(&format);
    return chosen;
}

std::vector<std::filesystem::path> write_formats(const Story& story, std::span<const Format* const> chosen,
                                                 const std::filesystem::path& folder, unsigned threads) {
    std::deque<Output> outputs;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        outputs.emplace_back(folder);
    in_parallel(threads, chosen.size(), [&](std::size_t i) { chosen[i]->write(story, outputs[i]); });
    Output all(folder);
    for (auto& output : outputs)
        all.take(std::move(output));
    return all.commit();
}

EventTypes event_types(const Frames& frames) {
    EventTypes types;
    for (const auto& frame : frames.all())
        types[frame.type] = {frame.edge, frame.same_as};
    return types;
}

} // namespace timeloom
