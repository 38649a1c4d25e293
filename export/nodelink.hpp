// The graph as JSON: networkx's node-link form, and Cytoscape.js elements.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// networkx.node_link_graph reads it, from 2.x (`links`) and from 3.4 on (`edges`) alike.
void write_nodelink(const KnowledgeGraph& graph, const Sink& sink);

/// {"elements": {"nodes": […], "edges": […]}} for cytoscape().json().
void write_cytoscape(const KnowledgeGraph& graph, const Sink& sink);

} // namespace timeloom
