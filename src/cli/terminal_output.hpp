// The timeline on standard output: in colour and cut to the width on a terminal, plain lines in a pipe.
#pragma once

#include "graph/timeline.hpp"

namespace timeloom {

/// `quotes`: with a sentence behind each event. NO_COLOR (no-color.org) is obeyed.
void print_timeline(const Timeline& timeline, bool quotes);

} // namespace timeloom
