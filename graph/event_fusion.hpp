// One event for each real event, over documents and languages.
//
// Mentions are told apart by their frame, by who fills the roles that identify it, and by time. First the
// mentions of one document are gathered into reports, in text order: "the deal" joins the deal told before
// it. Then the reports of all documents, in order of publication, join the event that is told alike, or begin
// a new one. Candidates are found by frame and fillers, so the work grows with the number of mentions and not
// with its square.
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
