// A short title for each event, from the pattern of its frame: "Acquisition of Widget by Acme". Where that
// says too little, the text's own words follow: "Statement by Ash: “Ash said it would close the mill”".
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/event_fusion.hpp"
#include "graph/timeline.hpp"

#include <string>
#include <string_view>

namespace timeloom {

/// Fills a pattern of languages/labels.tsv with the names of an event's participants; `told` is the event's
/// first mention and `clause` its clause's text, quoted where the names are few or the frame says nothing of
/// what happened ("{agent}…").
std::string label_of(const TimelineEvent& event, const Timeline& timeline, const std::string& pattern,
                     const EventMention& told, std::string_view clause);

/// Labels all events; `timeline` as assembled, in the order of `events`.
void label_events(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                  const Frames& frames);

} // namespace timeloom
