// Items and groups for vis-timeline.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// {"items": […], "groups": […], "undated": […]}; days as UTC instants, since vis-timeline reads "2025" as
/// milliseconds and a bare date as local midnight.
void write_vis(const Timeline& timeline, const Sink& sink);

} // namespace timeloom
