// Boost.Graph's reader takes the GraphML: as many nodes, edges and attributes as the file holds, ids kept as
// attributes.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size()))
        ++found;
    return found;
}

struct Checks {
    int passed = 0, failed = 0;
    void equal(const char* what, std::size_t got, std::size_t wanted) {
        if (got == wanted)
            return void(++passed);
        ++failed;
        std::printf("FAILED %s: got %zu, wanted %zu\n", what, got, wanted);
    }
};

} // namespace

int main(int argc, char** argv) {
    Checks checks;
    for (int i = 1; i < argc; ++i) {
        std::ifstream in(std::string(argv[i]) + "/graph.graphml", std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        in.clear();
        in.seekg(0);
        Graph graph;
        boost::dynamic_properties properties([](const std::string&, const boost::any& key,
                                                const boost::any& value)
                                                 -> boost::shared_ptr<boost::dynamic_property_map> {
            // A map of the key's and the value's own types for every attribute that the file declares.
            using Vertex = Graph::vertex_descriptor;
            using Edge = Graph::edge_descriptor;
            const auto of = [&]<class Key>(Key) -> boost::shared_ptr<boost::dynamic_property_map> {
                const auto make = [](auto example) -> boost::shared_ptr<boost::dynamic_property_map> {
                    using Map = std::map<Key, decltype(example)>;
                    // Lives as long as the program, as the property map refers to it.
                    auto* storage = new Map();
                    return boost::make_shared<
                        boost::detail::dynamic_property_map_adaptor<boost::associative_property_map<Map>>>(
                        boost::associative_property_map<Map>(*storage));
                };
                if (value.type() == typeid(std::string))
                    return make(std::string());
                if (value.type() == typeid(double))
                    return make(double());
                return make(long());
            };
            return key.type() == typeid(Vertex) ? of(Vertex()) : of(Edge());
        });
        try {
            boost::read_graphml(in, graph, properties);
        } catch (const std::exception& error) {
            std::printf("FAILED %s: %s\n", argv[i], error.what());
            ++checks.failed;
            continue;
        }
        checks.equal("nodes", num_vertices(graph), count(text, "<node id="));
        checks.equal("edges", num_edges(graph), count(text, "<edge id="));
        std::set<std::string> ids, uids;
        for (const auto vertex : boost::make_iterator_range(vertices(graph)))
            ids.insert(boost::get("node_id", properties, vertex));
        for (const auto edge : boost::make_iterator_range(edges(graph)))
            uids.insert(boost::get("uid", properties, edge));
        checks.equal("node ids", ids.size(), num_vertices(graph));
        checks.equal("edge ids", uids.size(), num_edges(graph));
    }
    std::printf("%d passed, %d failed, 0 skipped\n", checks.passed, checks.failed);
    return checks.failed ? 1 : 0;
}
