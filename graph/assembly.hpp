// Writes the fused entities and events down as a Timeline: ids, quotes, participants, sources. Times,
// relations, conflicts and labels come after.
#pragma once

#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"
#include "graph/event_fusion.hpp"
#include "graph/timeline.hpp"

#include <vector>

namespace timeloom {

/// What was assembled keeps the order of its sources: events[i] is fused.events[i], documents[i] is
/// readings[i]. `copies` holds for each document the one that it copies, or no_index. Texts and
/// entities move out of `collection`, names out of `entities`.
Timeline assemble(Collection& collection, FusedEntities& entities, const FusedEvents& events,
                  const std::vector<std::uint32_t>& copies, const Frames& frames, const World& world);

} // namespace timeloom
