// A short title for each event, from the pattern of its frame: "Acquisition of Widget by Acme".
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/event_fusion.hpp"
#include "graph/timeline.hpp"

#include <string>

namespace timeloom {

/// Fills a pattern of languages/labels.tsv with the names of an event's participants. `words` stand for an
/// event whose frame says nothing of it.
std::string label_of(const TimelineEvent& event, const Timeline& timeline, const std::string& pattern,
                     const std::string& words);

/// Labels all events; `timeline` as assembled, in the order of `events`.
void label_events(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                  const Frames& frames);

} // namespace timeloom
