// `timeloom check`: whether a file of our own formats is whole and sound.
#pragma once

#include <filesystem>
#include <string>

namespace timeloom {

/// What was found, for one line of output: "timeline.json: 12 documents, 40 entities, 80 events, …".
/// Throws InputError, with the place and the remedy, when the file is not sound or not one of timeline.json,
/// GraphML and GEXF.
std::string check_file(const std::filesystem::path& file);

} // namespace timeloom
