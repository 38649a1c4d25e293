// TimelineJS 3 (Knight Lab): timelinejs.json, shown as it is.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// Events without any date cannot stand on TimelineJS's axis; the title slide lists them.
void write_timelinejs(const Timeline& timeline, const Sink& sink);

} // namespace timeloom
