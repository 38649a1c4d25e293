// Where commands find the timeline of an earlier run.
#pragma once

#include "graph/timeline.hpp"

#include <string>

namespace timeloom {

/// How --help describes the argument.
inline constexpr const char* timeline_input_help =
    "A timeline.json, the folder that holds it, or - for standard input";

/// Throws InputError where there is none.
Timeline read_timeline_input(const std::string& place);

} // namespace timeloom
