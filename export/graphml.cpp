#include "export/graphml.hpp"

#include "export/values.hpp"
#include "export/xml.hpp"

#include <set>

namespace timeloom {
namespace {

/// The fixed pieces before the values of one kind, made once; each closes the value before it.
template <class Kind>
std::vector<std::string> openings(Kind kind) {
    std::vector<std::string> out;
    for (const auto& column : columns_of(kind))
        out.push_back("</data><data key=\"" + std::string(column.name) + "\">");
    return out;
}

class GraphmlWriter {
  public:
    explicit GraphmlWriter(Buffer& out) : out_(out) {
        for (const auto kind : all_node_kinds)
            node_openings_.push_back(openings(kind));
        for (const auto kind : all_edge_kinds)
            edge_openings_.push_back(openings(kind));
    }

    void write(const KnowledgeGraph& graph) {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        key("labels", "node", "labels", "string");
        key("labelV", "node", "kind", "string");
        key("nodelabel", "node", "title", "string");
        key("node_id", "node", "node_id", "string");
        for (const auto kind : all_node_kinds)
            keys("node", columns_of(kind));
        key("label", "edge", "relationship", "string");
        key("labelE", "edge", "interaction", "string");
        key("uid", "edge", "uid", "string");
        key("weight", "edge", "weight", "double");
        for (const auto kind : all_edge_kinds)
            keys("edge", columns_of(kind));
        out_ << "<graph id=\"timeloom\" edgedefault=\"directed\">\n";
        graph.for_each_node([this](const Node& node) { write(node); });
        graph.for_each_edge([this](const Edge& edge) { write(edge); });
        out_ << "</graph>\n</graphml>\n";
    }

  private:
    void key(std::string_view id, std::string_view element, std::string_view name, std::string_view type) {
        if (!declared_.insert(std::string(id)).second)
            return;
        out_ << "<key id=\"" << id << "\" for=\"" << element << "\" attr.name=\"" << name << "\" attr.type=\""
             << type << "\"/>\n";
    }
    void keys(std::string_view element, std::span<const Column> columns) {
        for (const auto& column : columns)
            key(column.name, element, column.name, xml_type(column.type));
    }

    void write(const Node& node) {
        out_ << "<node id=\"";
        write_xml(out_, node.id);
        out_ << "\"><data key=\"labels\">" << node.labels << "</data><data key=\"labelV\">" << node.label
             << "</data><data key=\"nodelabel\">";
        write_xml(out_, node.title);
        out_ << "</data><data key=\"node_id\">";
        write_xml(out_, node.id);
        values(node.values, node_openings_[static_cast<std::size_t>(node.kind)]);
        out_ << "</data></node>\n";
    }

    void write(const Edge& edge) {
        start_xml_edge(out_, edge);
        out_ << "><data key=\"label\">" << edge.label << "</data><data key=\"labelE\">" << edge.label
             << "</data><data key=\"uid\">";
        write_xml(out_, edge.id);
        out_ << "</data><data key=\"weight\">" << edge.weight;
        values(edge.values, edge_openings_[static_cast<std::size_t>(edge.kind)]);
        out_ << "</data></edge>\n";
    }

    void values(std::span<const Value> row, const std::vector<std::string>& opening) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (std::holds_alternative<std::monostate>(row[i]))
                continue;
            out_ << opening[i];
            if (const auto* number = std::get_if<std::int64_t>(&row[i]))
                out_ << *number;
            else if (const auto* real = std::get_if<double>(&row[i]))
                out_ << *real;
            else
                write_xml(out_, text_of(row[i], scratch_));
        }
    }

    Buffer& out_;
    std::set<std::string> declared_;
    std::vector<std::vector<std::string>> node_openings_;
    std::vector<std::vector<std::string>> edge_openings_;
    std::string scratch_;
};

} // namespace

void write_graphml(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer buffer(sink);
    GraphmlWriter(buffer).write(graph);
    buffer.flush();
}

} // namespace timeloom
