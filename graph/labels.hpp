// A short title for each event, from the pattern of its frame (languages/labels.tsv): "Acquisition of Widget
// by Acme". The text's own words follow where the names are few, the frame has no noun of its own
// ("{agent}"), or the pattern asks for it ("Statement[ by {agent}]…"): "Statement by Ash: “Ash said it would
// close the mill”".
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/event_fusion.hpp"
#include "graph/timeline.hpp"

namespace timeloom {

/// Labels all events; `timeline` as assembled, in the order of `events`.
void label_events(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                  const Frames& frames);

} // namespace timeloom
