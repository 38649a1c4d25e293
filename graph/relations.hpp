// What stands between events: order along the story of each pair of participants, events during states, and
// sources that disagree.
#pragma once

#include "graph/collection.hpp"
#include "graph/event_fusion.hpp"
#include "graph/timeline.hpp"

#include <cstdint>
#include <string>

namespace timeloom {

/// Adds a relation with one reason; it has no id yet.
void relate(Timeline& timeline, std::uint32_t from, std::uint32_t to, RelationType type, std::string why);

/// Adds `before` between neighbours on the timeline of each two participants (what follows from these is left
/// out), `during` for events inside a state of the same two, and `overlaps` from a state to one that begins
/// while it holds and holds on when it has ended. All only where the bounds prove it.
void relate_in_time(Timeline& timeline);

/// Adds a conflict where one source denies what another tells, and where sources give different amounts.
/// `timeline` in the order of `events`.
void find_disagreements(Timeline& timeline, const Collection& collection, const FusedEvents& events);

/// Gives each relation its id, drops repeated ones.
void name_relations(Timeline& timeline);

} // namespace timeloom
