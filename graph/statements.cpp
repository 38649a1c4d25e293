#include "graph/statements.hpp"

#include "graph/own_time.hpp"
#include "graph/relative_time.hpp"

namespace timeloom {

TemporalStatements collect_statements(const Collection& collection, const FusedEntities& entities,
                                      const FusedEvents& events, const Frames& frames) {
    const ReportDays days(collection);
    StatementWriter out;
    state_own_times(collection, events, frames, days, out);
    state_relative_times(collection, entities, events, frames, days, out);
    return out.take();
}

} // namespace timeloom
