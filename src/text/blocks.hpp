// Cuts a text into blocks: paragraphs, headings, list items; lines that were wrapped at a width are joined
// again.
#pragma once

#include "base/span.hpp"

#include <string_view>
#include <vector>

namespace timeloom {

/// One or several lines that belong together, without the blanks at both ends.
struct Block {
    Span span;
    bool blank_after = false; ///< an empty line or the text's end follows
};

/// In text order. A text counts as wrapped when its lines are filled: the next line's first word would not
/// have fitted.
std::vector<Block> find_blocks(std::string_view text);

/// The line begins with a bullet or a list number: a new block in any case.
bool begins_item(std::string_view line);

} // namespace timeloom
