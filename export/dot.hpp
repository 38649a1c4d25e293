// DOT for Graphviz: the graph as a picture of entities and events.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// Documents and their edges are left out: hundreds of "mentioned in" lines make no picture.
void write_dot(const KnowledgeGraph& graph, const Sink& sink);

} // namespace timeloom
