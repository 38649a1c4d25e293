// timeline.html: one file that shows the timeline, the graph through time and the sentences behind them;
// needs neither network nor server. Its own parts stand in export/page/; D3 is the distribution's.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

void write_page(const Story& story, const Sink& sink);

} // namespace timeloom
