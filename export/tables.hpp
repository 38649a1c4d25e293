// The graph as tables for databases that load CSV: Neo4j (and Neptune), Ladybug (Kuzu's successor), and
// openCypher.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// neo4j/: one CSV a kind of node and edge in neo4j-admin's form, and load.sh.
void write_neo4j(const KnowledgeGraph& graph, Output& output);

/// ladybug/: schema.cypher, one CSV a table, copy.cypher, load.sh.
void write_ladybug(const KnowledgeGraph& graph, Output& output);

/// cypher/: constraints.cypher and story.cypher, one statement a line.
void write_cypher(const KnowledgeGraph& graph, Output& output);

/// "document", "mentioned_in": the name of a table.
std::string_view table_name(NodeKind kind);
std::string_view table_name(EdgeKind kind);

} // namespace timeloom
