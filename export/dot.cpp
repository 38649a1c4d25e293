#include "export/dot.hpp"

#include "export/buffer.hpp"
#include "export/values.hpp"

namespace timeloom {
namespace {

void write_text(Buffer& out, std::string_view text) {
    constexpr std::size_t longest = 8000; // Graphviz refuses a piece of 16384 bytes, and joins pieces by "+"
    std::size_t room = longest;
    out << '"';
    for (const char c : text) {
        if (room-- == 0) {
            out << "\" + \"";
            room = longest;
        }
        if (c == '"' || c == '\\')
            out << '\\' << c;
        else if (c == '\n' || c == '\r')
            out << ' ';
        else if (c)
            out << c; // Graphviz ends its input at a NUL
    }
    out << '"';
}

} // namespace

void write_dot(const KnowledgeGraph& graph, const Sink& sink) {
    Buffer out(sink);
    out << "digraph timeline {\n  rankdir=LR;\n  node [fontname=\"Helvetica\"];\n  edge "
           "[fontname=\"Helvetica\", fontsize=10];\n";
    graph.for_each_node([&](const Node& node) {
        if (node.kind == NodeKind::document)
            return;
        out << "  ";
        write_text(out, node.id);
        out << " [label=";
        const auto time = text_named(columns_of(node.kind), node.values, "time");
        write_text(out, time.empty() ? std::string(node.title)
                                     : std::string(node.title) + " (" + std::string(time) + ")");
        const bool denied = text_named(columns_of(node.kind), node.values, "polarity") == "negative";
        const auto modality = text_named(columns_of(node.kind), node.values, "modality");
        out << (node.kind == NodeKind::entity ? ", shape=ellipse" : ", shape=box");
        if (denied)
            out << ", style=dotted, color=red";
        else if (!modality.empty() && modality != "asserted")
            out << ", style=dashed";
        out << "];\n";
    });
    graph.for_each_edge([&](const Edge& edge) {
        if (edge.from_kind == NodeKind::document || edge.to_kind == NodeKind::document)
            return;
        out << "  ";
        write_text(out, edge.from);
        out << " -> ";
        write_text(out, edge.to);
        const auto role = text_named(columns_of(edge.kind), edge.values, "role");
        out << " [label=";
        write_text(out, role.empty() ? edge.label : role);
        out << "];\n";
    });
    out << "}\n";
    out.flush();
}

} // namespace timeloom
