#include "export/csv.hpp"
#include "export/output.hpp"
#include "export/tables.hpp"
#include "export/values.hpp"

#include <memory>
#include <vector>

namespace timeloom {
namespace {

std::string_view type_name(ColumnType type) {
    switch (type) {
    case ColumnType::text:
        return "string";
    case ColumnType::day:
        return "date";
    case ColumnType::integer:
        return "long";
    case ColumnType::real:
        return "double";
    case ColumnType::list:
        return "string[]";
    }
    return {};
}

/// Items joined by ";". There is no way to escape one inside an item: it becomes a comma.
std::string joined(std::span<const std::string> items) {
    std::string out;
    for (const auto& item : items) {
        if (!out.empty())
            out += ';';
        for (const char c : item)
            out += c == ';' ? ',' : c;
    }
    return out;
}

struct CsvFile {
    Sink sink;
    Buffer out;
    explicit CsvFile(Sink to) : sink(std::move(to)), out(sink) {}
};

void write_values(Buffer& out, std::span<const Value> row, std::string& scratch) {
    for (const auto& value : row) {
        out << ',';
        if (const auto* items = std::get_if<std::span<const std::string>>(&value)) {
            write_cell(out, joined(*items));
            continue;
        }
        const auto text = text_of(value, scratch);
        if (std::holds_alternative<Day>(value) && text.size() > 10 && text[0] != '-')
            out << '+'; // Neo4j wants a sign before years of five digits
        write_cell(out, text);
    }
}

void write_header(Buffer& out, std::span<const Column> columns) {
    for (const auto& column : columns)
        out << ',' << column.name << ':' << type_name(column.type);
}

} // namespace

std::string_view table_name(NodeKind kind) {
    constexpr std::string_view names[] = {"document", "entity", "event"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view table_name(EdgeKind kind) {
    constexpr std::string_view names[] = {"participates", "mentioned_in", "direct", "claims",
                                          "relation",     "conflict",     "copy"};
    return names[static_cast<std::size_t>(kind)];
}

void write_neo4j(const KnowledgeGraph& graph, Output& output) {
    std::string command = "#!/bin/sh\n# Loads this folder into a new database: ./load.sh DATABASE\ncd "
                          "\"$(dirname \"$0\")\" && exec "
                          "neo4j-admin database import full --multiline-fields=true";
    std::vector<std::unique_ptr<CsvFile>> nodes, edges;
    for (const auto kind : all_node_kinds) {
        const auto name = std::string(table_name(kind)) + ".csv";
        nodes.push_back(std::make_unique<CsvFile>(output.file("neo4j/" + name)));
        nodes.back()->out << "id:ID,title";
        write_header(nodes.back()->out, columns_of(kind));
        nodes.back()->out << ",:LABEL\n";
        command += " --nodes=" + name;
    }
    for (const auto kind : all_edge_kinds) {
        const auto name = std::string(table_name(kind)) + ".csv";
        edges.push_back(std::make_unique<CsvFile>(output.file("neo4j/" + name)));
        edges.back()->out << ":START_ID,:END_ID,:TYPE,uid,weight:double";
        write_header(edges.back()->out, columns_of(kind));
        edges.back()->out << '\n';
        command += " --relationships=" + name;
    }
    std::string scratch;
    graph.for_each_node([&](const Node& node) {
        auto& out = nodes[static_cast<std::size_t>(node.kind)]->out;
        write_cell(out, node.id);
        out << ',';
        write_cell(out, node.title);
        write_values(out, node.values, scratch);
        // ":Event:State" → "Event;State"
        out << ',';
        for (const char c : node.labels.substr(1))
            out << (c == ':' ? ';' : c);
        out << '\n';
    });
    graph.for_each_edge([&](const Edge& edge) {
        auto& out = edges[static_cast<std::size_t>(edge.kind)]->out;
        write_cell(out, edge.from);
        out << ',';
        write_cell(out, edge.to);
        out << ',' << edge.label << ',';
        write_cell(out, edge.id);
        out << ',' << edge.weight;
        write_values(out, edge.values, scratch);
        out << '\n';
    });
    for (const auto& file : nodes)
        file->out.flush();
    for (const auto& file : edges)
        file->out.flush();
    output.file("neo4j/load.sh")(command + " \"${1:-neo4j}\"\n");
}

} // namespace timeloom
