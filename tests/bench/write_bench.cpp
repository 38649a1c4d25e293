// How fast files are written, as ratios in one run: GraphML against Boost's write_graphml of the same graph,
// the event list and timeline.json against fwrite of the same bytes in pieces of one cell or one JSON string.
// usage: write_bench [EVENTS] [FOLDER]   (400000 events give a million nodes and five million edges, and take
// 5 GB of memory and 8 GB of FOLDER's disk)
#include "export/csv.hpp"
#include "export/graphml.hpp"
#include "export/json.hpp"
#include "export/sample_timeline.hpp"
#include "export/values.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <unordered_map>

using namespace timeloom;

namespace {

/// Processor time, so that what else the machine does counts on neither side. That of the system is the
/// copying into the file: every writer pays it by the byte.
struct Measured {
    double user = 0;
    double system = 0;
    double megabytes = 0;
    double seconds() const { return user + system; }
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// The file that `run` writes is measured, and removed unless it is wanted again: the next finds the same
/// room.
template <class Run>
Measured measure(const std::filesystem::path& file, bool keep, Run run) {
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    run();
    getrusage(RUSAGE_SELF, &after);
    const auto megabytes = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    if (!keep)
        std::filesystem::remove(file);
    return {seconds(after.ru_utime) - seconds(before.ru_utime),
            seconds(after.ru_stime) - seconds(before.ru_stime), megabytes};
}

Measured ours(const std::filesystem::path& folder, const std::string& name, bool keep,
              const std::function<void(const Sink&)>& write) {
    return measure(folder / name, keep, [&] {
        std::FILE* file = std::fopen((folder / name).c_str(), "wb");
        write([file](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), file); });
        std::fclose(file);
    });
}

/// As many edges a node as a large collection of articles has: five.
void repeat_mentions(Timeline& timeline) {
    const auto repeat = [](auto& mentions, std::uint32_t times, auto quote_of) {
        for (std::uint32_t i = 1; i <= times; ++i) {
            auto again = mentions.front();
            quote_of(again).begin += 100 * i;
            quote_of(again).end += 100 * i;
            mentions.push_back(std::move(again));
        }
    };
    for (auto& entity : timeline.entities)
        repeat(entity.mentions, 3, [](Quote& quote) -> Quote& { return quote; });
    for (auto& event : timeline.events)
        repeat(event.mentions, 4, [](TimelineMention& mention) -> Quote& { return mention.quote; });
}

/// A graph as Boost writes it: the same nodes and edges with the same attributes as texts.
struct Record {
    std::vector<std::string> values;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Record, Record>;

Graph boost_graph(const KnowledgeGraph& graph) {
    Graph out;
    std::unordered_map<std::string, std::size_t> place;
    std::string scratch;
    const auto record = [&](std::string_view id, std::string_view label, std::string_view title,
                            std::span<const Value> row) {
        Record made;
        made.values = {std::string(id), std::string(label), std::string(title)};
        for (const auto& value : row)
            made.values.emplace_back(text_of(value, scratch));
        return made;
    };
    graph.for_each_node([&](const Node& node) {
        place.emplace(node.id, add_vertex(record(node.id, node.label, node.title, node.values), out));
    });
    graph.for_each_edge([&](const Edge& edge) {
        add_edge(place.at(std::string(edge.from)), place.at(std::string(edge.to)),
                 record(edge.id, edge.label, "", edge.values), out);
    });
    return out;
}

/// The value at one column, "" beyond the row's end.
template <class Bundle>
struct ColumnMap {
    using value_type = std::string;
    using reference = std::string;
    using key_type = Bundle;
    using category = boost::readable_property_map_tag;
    const Graph* graph;
    std::size_t column;
    friend std::string get(const ColumnMap& map, const Bundle& key) {
        const auto& values = (*map.graph)[key].values;
        return map.column < values.size() ? values[map.column] : std::string();
    }
};

/// The pieces that end behind each `cut`.
std::vector<std::string_view> pieces_of(std::string_view text, char cut) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const auto end = text.find(cut);
        pieces.push_back(text.substr(0, end == std::string_view::npos ? end : end + 1));
        text.remove_prefix(pieces.back().size());
    }
    return pieces;
}

void write_pieces(const std::vector<std::string_view>& pieces, const std::filesystem::path& path) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    for (const auto piece : pieces)
        std::fwrite(piece.data(), 1, piece.size(), file);
    std::fclose(file);
}

void print(const char* what, Measured got) {
    std::printf("%-24s %8.1f MB  %6.2f s user %6.2f s system %8.1f MB/s\n", what, got.megabytes, got.user,
                got.system, got.megabytes / got.seconds());
}

void compare(const char* what, Measured ours, const char* against, Measured other) {
    print(what, ours);
    print(against, other);
    std::printf("%-24s %.2f times as fast for the whole, %.2f a byte\n", "", other.seconds() / ours.seconds(),
                (other.seconds() / other.megabytes) / (ours.seconds() / ours.megabytes));
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t events = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200000;
    const std::filesystem::path folder =
        argc > 2 ? argv[2] : std::filesystem::temp_directory_path() / "timeloom-bench";
    std::filesystem::create_directories(folder);
    auto timeline = generated_timeline(events, false);
    repeat_mentions(timeline);
    const KnowledgeGraph graph(timeline, sample_types());
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    const auto graphml =
        ours(folder, "ours.graphml", false, [&](const Sink& sink) { write_graphml(graph, sink); });
    const auto csv =
        ours(folder, "ours.csv", true, [&](const Sink& sink) { write_event_list(timeline, ',', sink); });
    const auto json = ours(folder, "ours.json", true, [&](const Sink& sink) { write_json(timeline, sink); });
    getrusage(RUSAGE_SELF, &after);
    std::printf("memory grew by %.1f MB while writing %.1f MB\n",
                static_cast<double>(after.ru_maxrss - before.ru_maxrss) / 1e3,
                graphml.megabytes + csv.megabytes + json.megabytes);

    const auto read = [&](const char* name) {
        std::ifstream in(folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    for (const auto& [name, cut, got] : {std::tuple("csv", ',', csv), std::tuple("json", '"', json)}) {
        const auto text = read((std::string("ours.") + name).c_str());
        const auto pieces = pieces_of(text, cut);
        compare(name, got, "fwrite, piece by piece",
                measure(folder / "fwrite", false, [&] { write_pieces(pieces, folder / "fwrite"); }));
        std::filesystem::remove(folder / (std::string("ours.") + name));
    }
    {
        const auto copy = boost_graph(graph);
        boost::dynamic_properties properties;
        std::size_t width = 0;
        for (const auto kind : all_edge_kinds)
            width = std::max(width, columns_of(kind).size());
        for (const auto kind : all_node_kinds)
            width = std::max(width, columns_of(kind).size());
        for (std::size_t i = 0; i < width + 3; ++i) {
            properties.property("v" + std::to_string(i), ColumnMap<Graph::vertex_descriptor>{&copy, i});
            properties.property("e" + std::to_string(i), ColumnMap<Graph::edge_descriptor>{&copy, i});
        }
        const auto boosts = measure(folder / "boost.graphml", false, [&] {
            std::ofstream out(folder / "boost.graphml", std::ios::binary);
            boost::write_graphml(out, copy, properties);
        });
        std::printf("%zu nodes, %zu edges\n", num_vertices(copy), num_edges(copy));
        compare("graphml", graphml, "write_graphml (Boost)", boosts);
    }
    std::filesystem::remove_all(folder);
}
