// The timeline as Markdown, by year, with its sentences as quotations.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

void write_markdown(const Timeline& timeline, const Sink& sink);

/// Text with Markdown's own characters escaped, on one line.
std::string markdown_text(std::string_view text);

} // namespace timeloom
