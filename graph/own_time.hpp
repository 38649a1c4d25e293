// What the texts say of when an event was, taken by itself: expressions of time, the time that the story had
// come to, tenses.
#pragma once

#include "graph/report_days.hpp"
#include "graph/statement_writer.hpp"

namespace timeloom {

/// Writes what is said of the time of each event.
void state_own_times(const Collection& collection, const FusedEvents& events, const Frames& frames,
                     const ReportDays& days, StatementWriter& out);

} // namespace timeloom
