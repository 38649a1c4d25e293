#include "export/buffer.hpp"
#include "export/output.hpp"
#include "export/tables.hpp"
#include "export/values.hpp"

namespace timeloom {
namespace {

/// Rows a statement: enough to be fast, few enough for any server's limit on a line.
constexpr std::size_t batch = 200;

void write_text(Buffer& out, std::string_view text) {
    out << '\'';
    for (const char c : text) {
        if (c == '\\' || c == '\'')
            out << '\\' << c;
        else if (c == '\n')
            out << "\\n";
        else if (c)
            out << c;
    }
    out << '\'';
}

void write_value(Buffer& out, const Value& value, std::string& scratch) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        out << *number;
    else if (const auto* real = std::get_if<double>(&value))
        out << *real;
    else if (const auto* items = std::get_if<std::span<const std::string>>(&value)) {
        out << '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i)
                out << ", ";
            write_text(out, (*items)[i]);
        }
        out << ']';
    } else
        write_text(out, text_of(value, scratch));
}

/// Gathers rows that one statement can take, and ends it when the next row needs another.
class Statements {
  public:
    explicit Statements(Buffer& out) : out_(out) {}

    /// Starts a row; `tail` is what follows "UNWIND […] AS row ".
    void row(std::string_view tail) {
        if (tail != tail_ || rows_ == batch)
            end();
        tail_ = tail;
        out_ << (rows_++ ? ", " : "UNWIND [");
    }
    void end() {
        if (rows_)
            out_ << "] AS row " << tail_ << ";\n";
        rows_ = 0;
    }

  private:
    Buffer& out_;
    std::string tail_;
    std::size_t rows_ = 0;
};

void write_properties(Buffer& out, std::span<const Column> columns, std::span<const Value> row,
                      std::string& scratch) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row[i]))
            continue;
        out << ", `" << columns[i].name << "`: ";
        write_value(out, row[i], scratch);
    }
}

std::string_view main_label(NodeKind kind) {
    constexpr std::string_view names[] = {"Document", "Entity", "Event"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace

void write_cypher(const KnowledgeGraph& graph, Output& output) {
    const auto sink = output.file("cypher/story.cypher");
    Buffer out(sink);
    Statements statements(out);
    std::string scratch;
    graph.for_each_node([&](const Node& node) {
        const std::string label(main_label(node.kind));
        const auto more = node.labels.substr(1 + label.size());
        statements.row("MERGE (n:" + label + " {id: row.id}) SET n += row.p" +
                       (more.empty() ? "" : ", n" + std::string(more)));
        out << "{id: ";
        write_text(out, node.id);
        out << ", p: {title: ";
        write_text(out, node.title);
        write_properties(out, columns_of(node.kind), node.values, scratch);
        out << "}}";
    });
    statements.end();
    graph.for_each_edge([&](const Edge& edge) {
        statements.row("MATCH (a:" + std::string(main_label(edge.from_kind)) +
                       " {id: row.a}), (b:" + std::string(main_label(edge.to_kind)) +
                       " {id: row.b}) MERGE (a)-[r:" + std::string(edge.label) +
                       " {uid: row.uid}]->(b) SET r += row.p");
        out << "{a: ";
        write_text(out, edge.from);
        out << ", b: ";
        write_text(out, edge.to);
        out << ", uid: ";
        write_text(out, edge.id);
        out << ", p: {weight: " << edge.weight;
        write_properties(out, columns_of(edge.kind), edge.values, scratch);
        out << "}}";
    });
    statements.end();
    out.flush();
    std::string constraints;
    for (const auto kind : all_node_kinds)
        constraints += "CREATE CONSTRAINT " + std::string(table_name(kind)) +
                       "_id IF NOT EXISTS FOR (n:" + std::string(main_label(kind)) +
                       ") REQUIRE n.id IS UNIQUE;\n";
    output.file("cypher/constraints.cypher")(constraints);
}

} // namespace timeloom
