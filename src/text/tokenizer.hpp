// Cuts a stretch of text into tokens.
#pragma once

#include "text/abbreviations.hpp"
#include "text/document.hpp"

#include <string_view>
#include <vector>

namespace timeloom {

/// Appends the tokens of `text` within `stretch` to `out`; their `sentence` is left 0. One pass, no
/// allocation but out's. A full stop is a token of its own, except inside numbers ("1.500"), addresses
/// ("openai.com") and dotted acronyms, which keep their last one too ("U.S.", "z.B.").
void tokenize(std::string_view text, Span stretch, const Abbreviations& language, std::vector<Token>& out);

} // namespace timeloom
