// Dates every event by all that the texts say, and keeps the reasons.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/event_fusion.hpp"
#include "graph/timeline.hpp"

namespace timeloom {

/// `timeline` as assembled: its events and documents in the order of `events` and `collection`. Sets the time
/// of each event, adds a conflict for each contradiction between sources, and the relations that the
/// statements give (ends, causes, condition_of).
void reason_over_time(Timeline& timeline, const Collection& collection, const FusedEntities& entities,
                      const FusedEvents& events, const Frames& frames);

} // namespace timeloom
