// The list of all formats, and writing several of them at once.
#pragma once

#include "export/exporter.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// In the order of `timeloom formats`.
std::span<const Format> all_formats();

/// The format of that name. Throws UnknownFormat.
const Format& format_named(std::string_view name);

/// what() reads "there is no format “graphm” (did you mean “graphml”? `timeloom formats` lists all)".
class UnknownFormat : public std::runtime_error {
  public:
    explicit UnknownFormat(std::string_view name);
};

/// "graphml,json" → its formats; "all" → all of them. Throws UnknownFormat.
std::vector<const Format*> formats_named(std::string_view list);

/// Writes the formats, `threads` of them side by side, into `folder`, which is made where it is missing. All
/// files appear, or, after an OutputError, none: what stood there before stays. Returns the paths written.
std::vector<std::filesystem::path> write_formats(const Story& story, std::span<const Format* const> formats,
                                                 const std::filesystem::path& folder, unsigned threads = 1);

/// What the exports need to know of the frames.
EventTypes event_types(const Frames& frames);

} // namespace timeloom
