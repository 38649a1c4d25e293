#include "export/graphml.hpp"

#include "export/values.hpp"

#include <array>
#include <set>

namespace timeloom {
namespace {

enum class XmlByte : std::uint8_t {
    plain,
    ampersand,
    less,
    greater,
    quote,
    whitespace,
    forbidden,
    maybe_noncharacter
};

constexpr auto xml_bytes = [] {
    std::array<XmlByte, 256> table{};
    for (int c = 0; c < 32; ++c)
        table[c] = XmlByte::forbidden;
    table['\t'] = table['\n'] = table['\r'] = XmlByte::whitespace;
    table['&'] = XmlByte::ampersand;
    table['<'] = XmlByte::less;
    table['>'] = XmlByte::greater; // "]]>" must not stand in content
    table['"'] = XmlByte::quote;
    table[0xEF] = XmlByte::maybe_noncharacter; // U+FFFE and U+FFFF are EF BF BE and EF BF BF
    return table;
}();

std::string_view type_name(ColumnType type) {
    return type == ColumnType::integer ? "long" : type == ColumnType::real ? "double" : "string";
}

/// The fixed pieces around the values of one kind, made once.
template <class Kind>
std::vector<std::string> openings(Kind kind) {
    std::vector<std::string> out;
    for (const auto& column : columns_of(kind))
        out.push_back("<data key=\"" + std::string(column.name) + "\">");
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
            key(column.name, element, column.name, type_name(column.type));
    }

    void write(const Node& node) {
        out_ << "<node id=\"";
        write_xml(out_, node.id);
        out_ << "\"><data key=\"labels\">" << node.labels << "</data><data key=\"labelV\">" << node.label
             << "</data><data key=\"nodelabel\">";
        write_xml(out_, node.title);
        out_ << "</data><data key=\"node_id\">";
        write_xml(out_, node.id);
        out_ << "</data>";
        values(node.values, node_openings_[static_cast<std::size_t>(node.kind)]);
        out_ << "</node>\n";
    }

    void write(const Edge& edge) {
        out_ << "<edge id=\"";
        write_xml(out_, edge.id);
        out_ << "\" source=\"";
        write_xml(out_, edge.from);
        out_ << "\" target=\"";
        write_xml(out_, edge.to);
        out_ << "\"><data key=\"label\">" << edge.label << "</data><data key=\"labelE\">" << edge.label
             << "</data><data key=\"uid\">";
        write_xml(out_, edge.id);
        out_ << "</data><data key=\"weight\">" << edge.weight << "</data>";
        values(edge.values, edge_openings_[static_cast<std::size_t>(edge.kind)]);
        out_ << "</edge>\n";
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
            out_ << "</data>";
        }
    }

    Buffer& out_;
    std::set<std::string> declared_;
    std::vector<std::vector<std::string>> node_openings_;
    std::vector<std::vector<std::string>> edge_openings_;
    std::string scratch_;
};

} // namespace

void write_xml(Buffer& out, std::string_view text) {
    std::size_t begin = 0;
    const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
        out << text.substr(begin, at - begin) << by;
        begin = at + length;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (xml_bytes[static_cast<unsigned char>(text[i])]) {
        case XmlByte::plain:
            break;
        case XmlByte::ampersand:
            replace(i, 1, "&amp;");
            break;
        case XmlByte::less:
            replace(i, 1, "&lt;");
            break;
        case XmlByte::greater:
            replace(i, 1, "&gt;");
            break;
        case XmlByte::quote:
            replace(i, 1, "&quot;");
            break;
        // Written as they are, a parser may make blanks of them.
        case XmlByte::whitespace:
            replace(i, 1, text[i] == '\n' ? "&#10;" : text[i] == '\t' ? "&#9;" : "&#13;");
            break;
        case XmlByte::forbidden:
            replace(i, 1, "");
            break;
        case XmlByte::maybe_noncharacter:
            if (text.compare(i, 3, "\xEF\xBF\xBE") == 0 || text.compare(i, 3, "\xEF\xBF\xBF") == 0)
                replace(i, 3, "");
            break;
        }
    }
    out << text.substr(begin);
}

void write_graphml(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer buffer(sink);
    GraphmlWriter(buffer).write(graph);
    buffer.flush();
}

} // namespace timeloom
