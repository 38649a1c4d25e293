// Relational tables, one a kind of node and edge: a SQLite file, and a script for PostgreSQL.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// timeline.sqlite. Lists as JSON arrays, days as YYYY-MM-DD.
void write_sqlite(const KnowledgeGraph& graph, Output& output);

/// For psql: one transaction, COPY for the rows, and a `held` daterange with two open or closed ends beside
/// the bounds.
void write_postgresql(const KnowledgeGraph& graph, const Sink& sink);

} // namespace timeloom
