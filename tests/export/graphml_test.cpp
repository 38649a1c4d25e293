#include "export/buffer.hpp"
#include "export/graphml.hpp"
#include "export/xml.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace timeloom;

namespace {
std::string xml_of(std::string_view text) {
    return written([&](const Sink& sink) {
        Buffer buffer(sink);
        write_xml(buffer, text);
        buffer.flush();
    });
}
} // namespace

TEST_CASE("XML text: markup escaped, line ends kept, what XML forbids dropped") {
    CHECK(xml_of("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
    CHECK(xml_of("]]>") == "]]&gt;");
    CHECK(xml_of("1\n2\r3\t") == "1&#10;2&#13;3&#9;");
    CHECK(xml_of(std::string_view("x\0y\x1Fz", 5)) == "xyz");
    CHECK(xml_of("a\xEF\xBF\xBEz\xEF\xBF\xBFé\xEF\xBF\xBD") == "azé\xEF\xBF\xBD");
    CHECK(xml_of(std::string(200'000, '&')).size() == 1'000'000);
}

TEST_CASE("XML text: a special byte is found wherever it stands") {
    for (std::size_t size = 1; size < 70; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'x');
            text[at] = '<';
            CHECK(xml_of(text) == std::string(at, 'x') + "&lt;" + std::string(size - at - 1, 'x'));
        }
    // Across the end of the buffer, too.
    const std::string near_the_end =
        std::string(65'530, 'x') + "&" + std::string(20, 'y') + ">" + std::string(70'000, 'z');
    CHECK(xml_of(near_the_end) ==
          std::string(65'530, 'x') + "&amp;" + std::string(20, 'y') + "&gt;" + std::string(70'000, 'z'));
}

TEST_CASE("a node and an edge of the sample") {
    const auto timeline = sample_timeline();
    const auto xml = written([&](const Sink& sink) { write_graphml({timeline, sample_types()}, sink); });
    CHECK(
        xml.find("<node id=\"entity:nordlinie\"><data key=\"labels\">:Entity:Organization</data><data "
                 "key=\"labelV\">Organization</data><data key=\"nodelabel\">Nordlinie</data><data "
                 "key=\"node_id\">entity:nordlinie</data><data key=\"entity_type\">organization</data><data "
                 "key=\"aliases\">[&quot;Nordlinie AG&quot;,&quot;the Hamburg line&quot;]</data>") !=
        std::string::npos);
    CHECK(xml.find("source=\"entity:nordlinie\" target=\"entity:puerto-claro\"><data "
                   "key=\"label\">HAS_RIGHT_OF_FIRST_REFUSAL_OVER</data>") != std::string::npos);
    CHECK(xml.find(
              "<data key=\"valid_from\">2025-01-21</data><data "
              "key=\"valid_from_earliest\">2025-01-21</data><data "
              "key=\"valid_from_latest\">2025-01-21</data><data key=\"valid_to\">2029~</data><data "
              "key=\"valid_to_earliest\">2029-01-01</data><data key=\"valid_to_latest\">2029-12-31</data>") !=
          std::string::npos);
}

TEST_CASE("ids are unique over nodes and edges, columns fit values, node and edge attributes have names of "
          "their own") {
    const auto timeline = generated_timeline(300, true);
    const KnowledgeGraph graph(timeline, sample_types());
    std::set<std::string, std::less<>> ids;
    std::size_t nodes = 0, edges = 0;
    graph.for_each_node([&](const Node& node) {
        CHECK(ids.emplace(node.id).second);
        CHECK(node.values.size() == columns_of(node.kind).size());
        ++nodes;
    });
    const auto node_ids = ids;
    graph.for_each_edge([&](const Edge& edge) {
        CHECK(ids.emplace(edge.id).second);
        CHECK(edge.values.size() == columns_of(edge.kind).size());
        CHECK(node_ids.contains(edge.from));
        CHECK(node_ids.contains(edge.to));
        ++edges;
    });
    CHECK(nodes == 150 + 300 + 300);
    CHECK(edges >= 600 + 600 + 299);
    std::set<std::string_view> names{"labels", "kind", "title", "node_id"};
    for (const auto kind : all_node_kinds)
        for (const auto& column : columns_of(kind))
            names.insert(column.name);
    for (const auto kind : all_edge_kinds)
        for (const auto& column : columns_of(kind))
            CHECK_FALSE(names.contains(column.name));
}

TEST_CASE("ids come from content: another order of documents, entities and events changes none") {
    const auto ids_of = [](const Timeline& timeline) {
        std::set<std::string> ids;
        KnowledgeGraph(timeline, sample_types()).for_each_edge([&](const Edge& edge) {
            ids.emplace(edge.id);
        });
        return ids;
    };
    auto timeline = sample_timeline();
    const auto before = ids_of(timeline);
    timeline.events.pop_back(); // an event that no relation names
    auto without = ids_of(timeline);
    CHECK(without.size() < before.size());
    for (const auto& id : without)
        CHECK(before.contains(id));
}

TEST_CASE("only entities and direct edges, when asked for") {
    const auto timeline = sample_timeline();
    const KnowledgeGraph graph(timeline, sample_types(), KnowledgeGraph::Shape::entities);
    std::set<std::string> labels;
    graph.for_each_node([](const Node& node) { CHECK(node.kind == NodeKind::entity); });
    graph.for_each_edge([&](const Edge& edge) { labels.emplace(edge.label); });
    CHECK(labels == std::set<std::string>{"AGREED_WITH", "EXCLUSIVE_PROVIDER_OF",
                                          "HAS_RIGHT_OF_FIRST_REFUSAL_OVER", "INVESTED_IN", "PARTNER_OF"});
}
