// Markdown articles: front matter and plain text.
#pragma once

#include "text/page.hpp"

#include <string_view>

namespace timeloom {

/// Takes `title`, `date`, `lang`, `publisher` (or `author`) and `url` from the front matter (YAML or TOML,
/// flat keys only); removes emphasis, link targets, pictures, heading and quote marks, HTML tags, code fences
/// and tables' frames; keeps the text, its list bullets and its line structure. `source` must be valid UTF-8.
Page read_markdown(std::string_view source);

} // namespace timeloom
