#include "export/nodelink.hpp"

#include "export/json_writer.hpp"

namespace timeloom {
namespace {

void write_value(JsonWriter& json, const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value))
        json.text(*text);
    else if (const auto* day = std::get_if<Day>(&value))
        json.text(day_text(*day));
    else if (const auto* number = std::get_if<std::int64_t>(&value))
        json.Int64(*number);
    else if (const auto* real = std::get_if<double>(&value))
        json.number(*real);
    else if (const auto* items = std::get_if<std::span<const std::string>>(&value)) {
        json.StartArray();
        for (const auto& item : *items)
            json.text(item);
        json.EndArray();
    }
}

void write_values(JsonWriter& json, std::span<const Column> columns, std::span<const Value> row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row[i]))
            continue;
        json.key(columns[i].name);
        write_value(json, row[i]);
    }
}

void write_node(JsonWriter& json, const Node& node) {
    json.field("id", node.id);
    json.field("kind", node.label);
    json.field("labels", node.labels);
    json.field("title", node.title);
    write_values(json, columns_of(node.kind), node.values);
}

/// `id` is the edge's: "key" for networkx, "id" for Cytoscape.
void write_edge(JsonWriter& json, const Edge& edge, std::string_view id) {
    json.field("source", edge.from);
    json.field("target", edge.to);
    json.field(id, edge.id);
    json.field("interaction", edge.label);
    json.key("weight");
    json.number(edge.weight);
    write_values(json, columns_of(edge.kind), edge.values);
}

template <class Write>
void write_list(JsonWriter& json, std::string_view name, Write write) {
    json.key(name);
    json.StartArray();
    write();
    json.EndList();
}

} // namespace

void write_nodelink(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer buffer(sink);
    JsonWriter json(buffer);
    json.StartObject();
    json.key("directed");
    json.Bool(true);
    json.key("multigraph");
    json.Bool(true);
    json.key("graph");
    json.StartObject();
    json.EndObject();
    write_list(json, "nodes", [&] {
        graph.for_each_node([&](const Node& node) {
            json.StartItem();
            write_node(json, node);
            json.EndObject();
        });
    });
    for (const std::string_view name : {"links", "edges"})
        write_list(json, name, [&] {
            graph.for_each_edge([&](const Edge& edge) {
                json.StartItem();
                write_edge(json, edge, "key");
                json.EndObject();
            });
        });
    json.EndObject();
    buffer << '\n';
    buffer.flush();
}

void write_cytoscape(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer buffer(sink);
    JsonWriter json(buffer);
    json.StartObject();
    json.key("elements");
    json.StartObject();
    write_list(json, "nodes", [&] {
        graph.for_each_node([&](const Node& node) {
            json.StartItem();
            json.key("data");
            json.StartObject();
            write_node(json, node);
            json.EndObject();
            json.field("classes", node.label);
            json.EndObject();
        });
    });
    write_list(json, "edges", [&] {
        graph.for_each_edge([&](const Edge& edge) {
            json.StartItem();
            json.key("data");
            json.StartObject();
            write_edge(json, edge, "id");
            json.EndObject();
            json.field("classes", edge.label);
            json.EndObject();
        });
    });
    json.EndObject();
    json.EndObject();
    buffer << '\n';
    buffer.flush();
}

} // namespace timeloom
