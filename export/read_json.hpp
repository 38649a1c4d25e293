// timeline.json back into a Timeline, refusing whatever would make an export lie.
#pragma once

#include "graph/timeline.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace timeloom {

/// Throws InputError that names the line, the place as a JSON pointer (RFC 6901) and the remedy: a file cut
/// off, of another version, a missing or wrong field, an id given twice or pointing nowhere, a date such as
/// 2025-13-45, an end before its start.
Timeline read_timeline(const std::filesystem::path& file);

/// The same for text in memory; `name` stands for the file in messages.
Timeline parse_timeline(std::string_view json, const std::string& name);

} // namespace timeloom
