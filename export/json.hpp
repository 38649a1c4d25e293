// timeline.json, the complete and public form of a run (docs/timeline.schema.json).
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

constexpr std::string_view timeline_schema = "timeloom/timeline/1";

/// Equal timelines give equal bytes. Memory does not grow with the timeline.
void write_json(const Timeline& timeline, const Sink& sink);

} // namespace timeloom
