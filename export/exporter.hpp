// One format, one exporter. The list of all is export/formats.hpp.
#pragma once

#include "graph/timeline.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace timeloom {

/// Takes bytes in order; throws std::system_error when they cannot be kept.
using Sink = std::function<void(std::string_view)>;

struct Format {
    std::string_view name;        ///< as on the command line: "graphml"
    std::string_view file;        ///< its file in the output folder: "graph.graphml"; ends in '/' for a bundle of files
    std::string_view description; ///< one line for `timeloom formats`
};

} // namespace timeloom
