// Dates every event by all that the texts say, and keeps the reasons.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/event_fusion.hpp"
#include "graph/statements.hpp"
#include "graph/temporal_problem.hpp"
#include "graph/timeline.hpp"

#include <vector>

namespace timeloom {

/// What the texts say of when, and the days that follow from it.
struct SolvedTimes {
    std::vector<Statement> statements;
    TemporalSolution solution;
};

/// Needs no timeline: what it takes up on the way is gone before one stands beside the readings.
SolvedTimes solve_times(const Collection& collection, const FusedEntities& entities,
                        const FusedEvents& events, const Frames& frames);

/// `timeline` as assembled: its events and documents in the order of `events` and `collection`. Sets the time
/// of each event, adds a conflict for each contradiction between sources, and the relations that the
/// statements give (ends, causes, condition_of).
void reason_over_time(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                      const Frames& frames, const SolvedTimes& times);

} // namespace timeloom
