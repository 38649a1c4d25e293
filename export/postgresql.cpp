#include "export/buffer.hpp"
#include "export/sql.hpp"
#include "export/tables.hpp"
#include "export/values.hpp"

namespace timeloom {
namespace {

std::string_view type_name(ColumnType type) {
    switch (type) {
    case ColumnType::text:
        return "text";
    case ColumnType::day:
        return "date";
    case ColumnType::integer:
        return "bigint";
    case ColumnType::real:
        return "double precision";
    case ColumnType::list:
        return "jsonb";
    }
    return {};
}

/// COPY's text form: tab, line ends and backslash escaped; no text of PostgreSQL's holds a NUL.
void write_text(Buffer& out, std::string_view text) {
    for (const char c : text) {
        if (c == '\\')
            out << "\\\\";
        else if (c == '\t')
            out << "\\t";
        else if (c == '\n')
            out << "\\n";
        else if (c == '\r')
            out << "\\r";
        else if (c)
            out << c;
    }
}

/// PostgreSQL counts years before 1 backwards from "1 BC", which is the year 0.
std::string date_value(Day day) {
    const date::year_month_day civil(day);
    if (int(civil.year()) > 0)
        return day_text(day);
    return day_text(date::sys_days(date::year(1 - int(civil.year())) / 1 / 1)).substr(0, 4) +
           day_text(day).substr(day_text(day).size() - 6) + " BC";
}

void write_value(Buffer& out, const Value& value, std::string& scratch) {
    out << '\t';
    if (std::holds_alternative<std::monostate>(value))
        out << "\\N";
    else if (const auto* day = std::get_if<Day>(&value))
        out << date_value(*day);
    else if (const auto* items = std::get_if<std::span<const std::string>>(&value)) {
        std::vector<std::string> clean(items->begin(), items->end());
        for (auto& item : clean)
            std::erase(item, '\0'); // jsonb refuses \u0000
        write_text(out, text_of(Value(std::span<const std::string>(clean)), scratch));
    } else
        write_text(out, text_of(value, scratch));
}

std::string columns_in(std::span<const Column> columns) {
    std::string out;
    std::string_view from, to;
    for (const auto& column : columns) {
        out += ", \"" + std::string(column.name) + "\" " + std::string(type_name(column.type));
        if (column.name == "start_earliest" || column.name == "valid_from_earliest")
            from = column.name;
        if (column.name == "end_latest" || column.name == "valid_to_latest")
            to = column.name;
    }
    if (!from.empty())
        out += ", held daterange GENERATED ALWAYS AS (daterange(" + std::string(from) + ", " +
               std::string(to) + ", '[]')) STORED";
    return out;
}

std::string column_names(std::span<const Column> columns) {
    std::string out;
    for (const auto& column : columns)
        out += ", \"" + std::string(column.name) + "\"";
    return out;
}

} // namespace

void write_postgresql(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer out(sink);
    std::string scratch;
    out << "-- psql --set ON_ERROR_STOP=1 --file timeline.sql DATABASE\nBEGIN;\nSET client_encoding = "
           "'UTF8';\n";
    for (const auto kind : all_node_kinds)
        out << "CREATE TABLE " << table_name(kind) << " (id text PRIMARY KEY, title text, labels text"
            << columns_in(columns_of(kind)) << ");\n";
    for (const auto kind : all_edge_kinds)
        out << "CREATE TABLE " << table_name(kind)
            << " (uid text PRIMARY KEY, source text NOT NULL, target text NOT NULL, relationship text NOT "
               "NULL, weight double precision"
            << columns_in(columns_of(kind)) << ");\n";
    // Nodes and edges come kind by kind: one COPY each.
    std::string_view open;
    const auto start = [&](std::string_view table, std::string_view columns, std::span<const Column> more) {
        if (open == table)
            return;
        if (!open.empty())
            out << "\\.\n";
        open = table;
        out << "COPY " << table << " (" << columns << column_names(more) << ") FROM stdin;\n";
    };
    graph.for_each_node([&](const Node& node) {
        start(table_name(node.kind), "id, title, labels", columns_of(node.kind));
        write_text(out, node.id);
        out << '\t';
        write_text(out, node.title);
        out << '\t' << node.labels;
        for (const auto& value : node.values)
            write_value(out, value, scratch);
        out << '\n';
    });
    graph.for_each_edge([&](const Edge& edge) {
        start(table_name(edge.kind), "uid, source, target, relationship, weight", columns_of(edge.kind));
        write_text(out, edge.id);
        out << '\t';
        write_text(out, edge.from);
        out << '\t';
        write_text(out, edge.to);
        out << '\t' << edge.label << '\t' << edge.weight;
        for (const auto& value : edge.values)
            write_value(out, value, scratch);
        out << '\n';
    });
    if (!open.empty())
        out << "\\.\n";
    for (const auto kind : all_edge_kinds)
        out << "CREATE INDEX ON " << table_name(kind) << " (source);\nCREATE INDEX ON " << table_name(kind)
            << " (target);\n";
    out << "CREATE INDEX ON event USING gist (held);\nCOMMIT;\n";
    out.flush();
}

} // namespace timeloom
