// What the texts say of when one event was by another: what begins or ends a state, what is the condition of
// what, how long before or after.
#pragma once

#include "graph/report_days.hpp"
#include "graph/statement_writer.hpp"

namespace timeloom {

/// Writes what each document says of its events.
void state_relative_times(const Collection& collection, const FusedEntities& entities,
                          const FusedEvents& events, const Frames& frames, const ReportDays& days,
                          StatementWriter& out);

} // namespace timeloom
