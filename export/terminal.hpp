// The timeline as lines of text, for a terminal or a pipe.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

struct TerminalStyle {
    std::size_t width = 100; ///< columns; 0 does not wrap
    bool colour = false;     ///< ANSI escapes; the caller asks the terminal
    bool quotations = false; ///< the first sentence under each event
};

/// Dates aligned, then the number of independent sources, then the event; what is not simply asserted is said
/// in words.
void write_terminal(const Timeline& timeline, const TerminalStyle& style, const Sink& sink);

/// Columns that a text takes: combining marks none, East Asian wide characters and emoji two.
std::size_t columns_of_text(std::string_view text);

} // namespace timeloom
