// One event for each real event, over documents and languages.
//
// Pairs of mentions that may tell one event are compared (graph/likeness.hpp), the likeliest are joined
// first, and two groups only when their mentions are alike on average: what two groups have in common has to
// outweigh what sets them apart. Candidates are found by what they share (graph/candidates.hpp), so the work
// grows with the number of mentions and not with its square.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"

#include <vector>

namespace timeloom {

struct FusedEvents {
    std::vector<std::vector<std::uint32_t>> events; ///< mention numbers of the collection, ascending
    std::vector<std::uint32_t> of;                  ///< index into `events`, by mention number
};

FusedEvents fuse_events(const Collection& collection, const FusedEntities& entities, const Frames& frames);

} // namespace timeloom
