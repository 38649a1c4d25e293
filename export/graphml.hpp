// GraphML for every reader at once: Neo4j APOC, TinkerPop, Gephi, networkx, igraph, graph-tool, Boost,
// graphology, cytoscape, yEd. What each of them needs stands in docs/formats.md.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// Nodes before edges; every key declared; absent values left out; memory does not grow with the graph.
void write_graphml(const KnowledgeGraph& graph, const Sink& sink);

} // namespace timeloom
