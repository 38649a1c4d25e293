// GEXF 1.3 for Gephi: the graph with its times as spells of full days.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

void write_gexf(const KnowledgeGraph& graph, const Sink& sink);

} // namespace timeloom
