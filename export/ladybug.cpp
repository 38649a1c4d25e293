#include "export/csv.hpp"
#include "export/output.hpp"
#include "export/tables.hpp"
#include "export/values.hpp"

#include <map>
#include <memory>
#include <vector>

namespace timeloom {
namespace {

std::string_view type_name(ColumnType type) {
    switch (type) {
    case ColumnType::day:
        return "DATE";
    case ColumnType::integer:
        return "INT64";
    case ColumnType::real:
        return "DOUBLE";
    case ColumnType::text:
    case ColumnType::list:
        return "STRING"; // a list as a JSON array: its own form cannot quote every string
    }
    return {};
}

std::string_view table_of(NodeKind kind) {
    constexpr std::string_view names[] = {"Document", "Entity", "Event"};
    return names[static_cast<std::size_t>(kind)];
}

struct CsvFile {
    Sink sink;
    Buffer out;
    explicit CsvFile(Sink to) : sink(std::move(to)), out(sink) {}
};

/// Line ends become blanks, so that the loader may read in parallel; a NUL ends its strings and is dropped.
void write_text(Buffer& out, std::string_view text, std::string& scratch) {
    scratch.clear();
    for (const char c : text)
        if (c)
            scratch += c == '\n' || c == '\r' ? ' ' : c;
    write_cell(out, scratch);
}

void write_values(Buffer& out, std::span<const Value> row) {
    std::string scratch, clean;
    for (const auto& value : row) {
        out << ',';
        const auto text = text_of(value, scratch);
        // DATE holds four-digit years; the EDTF beside it keeps the others.
        if (std::holds_alternative<Day>(value) && text.size() != 10)
            continue;
        write_text(out, text, clean);
    }
}

std::string columns_in(std::span<const Column> columns) {
    std::string out;
    for (const auto& column : columns)
        out += ", `" + std::string(column.name) + "` " + std::string(type_name(column.type));
    return out;
}

/// One table a label; where its edges join tables of several kinds, one file a pair of kinds.
struct EdgeTable {
    EdgeKind kind;
    std::map<std::pair<NodeKind, NodeKind>, std::unique_ptr<CsvFile>> files;
};

} // namespace

void write_ladybug(const KnowledgeGraph& graph, Output& output) {
    constexpr std::string_view options = " (header=true, escape='\"', parallel=true);\n";
    std::string schema, copy, scratch;
    std::vector<std::unique_ptr<CsvFile>> nodes;
    for (const auto kind : all_node_kinds) {
        const std::string name(table_of(kind));
        schema += "CREATE NODE TABLE " + name + "(id STRING PRIMARY KEY, title STRING, labels STRING" +
                  columns_in(columns_of(kind)) + ");\n";
        nodes.push_back(std::make_unique<CsvFile>(output.file("ladybug/" + name + ".csv")));
        nodes.back()->out << "id,title,labels";
        for (const auto& column : columns_of(kind))
            nodes.back()->out << ',' << column.name;
        nodes.back()->out << '\n';
        copy += "COPY " + name + " FROM '" + name + ".csv'" + std::string(options);
    }
    graph.for_each_node([&](const Node& node) {
        auto& out = nodes[static_cast<std::size_t>(node.kind)]->out;
        write_text(out, node.id, scratch);
        out << ',';
        write_text(out, node.title, scratch);
        out << ',' << node.labels;
        write_values(out, node.values);
        out << '\n';
    });
    std::map<std::string, EdgeTable, std::less<>> tables;
    graph.for_each_edge([&](const Edge& edge) {
        auto table = tables.find(edge.label);
        if (table == tables.end())
            table = tables.emplace(edge.label, EdgeTable{edge.kind, {}}).first;
        auto& file = table->second.files[{edge.from_kind, edge.to_kind}];
        if (!file) {
            const auto name = table->first + "_" + std::string(table_of(edge.from_kind)) + "_" +
                              std::string(table_of(edge.to_kind));
            file = std::make_unique<CsvFile>(output.file("ladybug/" + name + ".csv"));
            file->out << "from,to,uid,weight";
            for (const auto& column : columns_of(edge.kind))
                file->out << ',' << column.name;
            file->out << '\n';
        }
        auto& out = file->out;
        write_text(out, edge.from, scratch);
        out << ',';
        write_text(out, edge.to, scratch);
        out << ',';
        write_text(out, edge.id, scratch);
        out << ',' << edge.weight;
        write_values(out, edge.values);
        out << '\n';
    });
    for (const auto& file : nodes)
        file->out.flush();
    for (const auto& [label, table] : tables) {
        std::string ends;
        for (const auto& [kinds, file] : table.files) {
            file->out.flush();
            const std::string from(table_of(kinds.first)), to(table_of(kinds.second));
            ends += (ends.empty() ? "FROM " : ", FROM ") + from + " TO " + to;
            copy += "COPY `" + label + "` FROM '" + label + "_" + from + "_" + to + ".csv' (from='" + from +
                    "', to='" + to + "', header=true, escape='\"', parallel=true);\n";
        }
        schema += "CREATE REL TABLE `" + label + "`(" + ends + ", uid STRING, weight DOUBLE" +
                  columns_in(columns_of(table.kind)) + ");\n";
    }
    output.file("ladybug/schema.cypher")(schema);
    output.file("ladybug/copy.cypher")(copy);
    output.file("ladybug/load.sh")(
        "#!/bin/sh\n# Loads this folder into a new database: ./load.sh DATABASE\n"
        "database=$(realpath -m \"${1:-story.lbug}\") && cd \"$(dirname \"$0\")\" && "
        "cat schema.cypher copy.cypher | exec lbug \"$database\"\n");
}

} // namespace timeloom
