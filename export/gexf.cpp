#include "export/gexf.hpp"

#include "export/values.hpp"
#include "export/xml.hpp"

#include <map>

namespace timeloom {
namespace {

/// Attributes by name; one list for nodes and one for edges (readers take no second list of a class).
template <class Kinds>
std::map<std::string_view, ColumnType> columns_in(const Kinds& kinds) {
    std::map<std::string_view, ColumnType> all;
    for (const auto kind : kinds)
        for (const auto& column : columns_of(kind))
            all.emplace(column.name, column.type);
    return all;
}

class GexfWriter {
  public:
    explicit GexfWriter(Buffer& out) : out_(out) {}

    void write(const KnowledgeGraph& graph) {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
                "timerepresentation=\"interval\">\n";
        attributes("node", columns_in(all_node_kinds), {"kind", "labels"});
        attributes("edge", columns_in(all_edge_kinds), {});
        out_ << "<nodes>\n";
        graph.for_each_node([this](const Node& node) { write(node); });
        out_ << "</nodes>\n<edges>\n";
        graph.for_each_edge([this](const Edge& edge) { write(edge); });
        out_ << "</edges>\n</graph>\n</gexf>\n";
    }

  private:
    void attributes(std::string_view type, const std::map<std::string_view, ColumnType>& columns,
                    std::initializer_list<std::string_view> texts) {
        out_ << "<attributes class=\"" << type << "\" mode=\"static\">\n";
        const auto one = [this](std::string_view name, ColumnType kind) {
            out_ << "<attribute id=\"" << name << "\" title=\"" << name << "\" type=\"" << xml_type(kind)
                 << "\"/>\n";
        };
        for (const auto& name : texts)
            one(name, ColumnType::text);
        for (const auto& [name, kind] : columns)
            one(name, kind);
        out_ << "</attributes>\n";
    }

    void write(const Node& node) {
        out_ << "<node id=\"";
        write_xml(out_, node.id);
        out_ << "\" label=\"";
        write_xml(out_, node.title);
        out_ << "\"><attvalues><attvalue for=\"kind\" value=\"" << node.label
             << "\"/><attvalue for=\"labels\" value=\"" << node.labels << "\"/>";
        values(columns_of(node.kind), node.values);
        out_ << "</attvalues>";
        spells(columns_of(node.kind), node.values, "start_earliest", "start_latest", "end_earliest",
               "end_latest");
        out_ << "</node>\n";
    }

    void write(const Edge& edge) {
        start_xml_edge(out_, edge);
        // `kind` keeps parallel edges apart; its place is the edge's type.
        out_ << " kind=\"" << edge.label << "\" label=\"" << edge.label << "\" weight=\"" << edge.weight
             << "\">";
        if (!edge.values.empty()) {
            out_ << "<attvalues>";
            values(columns_of(edge.kind), edge.values);
            out_ << "</attvalues>";
            spells(columns_of(edge.kind), edge.values, "valid_from_earliest", "valid_from_latest",
                   "valid_to_earliest", "valid_to_latest");
        }
        out_ << "</edge>\n";
    }

    void values(std::span<const Column> columns, std::span<const Value> row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (std::holds_alternative<std::monostate>(row[i]))
                continue;
            out_ << "<attvalue for=\"" << columns[i].name << "\" value=\"";
            write_xml(out_, text_of(row[i], scratch_));
            out_ << "\"/>";
        }
    }

    /// From the first possible day to the last; a side that nothing bounds is left out, which GEXF reads as
    /// open. Where both are open, the days that are known to lie inside.
    void spells(std::span<const Column> columns, std::span<const Value> row, std::string_view start,
                std::string_view start_latest, std::string_view end_earliest, std::string_view end) {
        const auto day = [&](std::string_view name) -> std::optional<Day> {
            for (std::size_t i = 0; i < row.size(); ++i)
                if (columns[i].name == name && std::holds_alternative<Day>(row[i]))
                    return std::get<Day>(row[i]);
            return std::nullopt;
        };
        auto from = day(start), to = day(end);
        if (!from && !to) {
            from = day(start_latest);
            to = day(end_earliest);
            if (from && to && *to < *from)
                std::swap(from, to);
        }
        if (!from && !to)
            return;
        out_ << "<spells><spell";
        if (from)
            out_ << " start=\"" << day_text(*from) << '"';
        if (to)
            out_ << " end=\"" << day_text(*to) << '"';
        out_ << "/></spells>";
    }

    Buffer& out_;
    std::string scratch_;
};

} // namespace

void write_gexf(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer buffer(sink);
    GexfWriter(buffer).write(graph);
    buffer.flush();
}

} // namespace timeloom
