// From readings to the timeline: fusion over documents and languages, reasoning over time.
#pragma once

#include "entities/world.hpp"
#include "events/event.hpp"
#include "events/frames.hpp"
#include "graph/timeline.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// Resolves the expressions of a reading again under a publication date (Tagger::resolve of its language).
using Resolve = std::function<void(DocumentReading& reading, const std::string& published)>;

/// Takes the readings in any order; the outcome does not depend on it. Infers publication dates that are not
/// given, and calls `resolve` for those documents. What can be shared, that many threads share.
Timeline build_timeline(std::vector<DocumentReading> readings, const Frames& frames, const World& world,
                        const Resolve& resolve, unsigned threads = 1);

} // namespace timeloom
