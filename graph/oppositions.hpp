// Where one event or state takes the place of another, and where sources cannot both be right.
#pragma once

#include "events/frames.hpp"
#include "graph/timeline.hpp"

namespace timeloom {

/// Adds `supersedes` from each state that an event begins to each state of the same participants that the
/// same event ends. Needs the relations `causes` and `ends` of the timeline.
void find_superseded(Timeline& timeline);

/// Adds `contradicts` between two events of one type and the same participants that different documents tell
/// as facts, when one tells what the other denies of days that agree, and when what happens but once in a
/// while is dated to different days.
void find_contradictions(Timeline& timeline, const Frames& frames);

} // namespace timeloom
