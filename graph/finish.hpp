// The last steps of a build: what is kept, and in which order it stands.
#pragma once

#include "graph/timeline.hpp"

namespace timeloom {

/// Keeps the entities that take part in an event, say something, or are named often.
void drop_unused_entities(Timeline& timeline);

/// Entities by id, events by start and id; indices follow.
void sort_timeline(Timeline& timeline);

} // namespace timeloom
