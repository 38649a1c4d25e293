// Comma-separated values (RFC 4180), and the event list in them.
#pragma once

#include "export/buffer.hpp"

#include <string_view>

namespace timeloom {

/// A cell: quoted where it holds the separator, a quote or a line end; quotes doubled.
void write_cell(Buffer& out, std::string_view text, char separator = ',');

/// One event a row; `separator` ',' or '\t'. In a tab-separated file tabs and line ends inside a cell become
/// blanks.
void write_event_list(const Timeline& timeline, char separator, const Sink& sink);

} // namespace timeloom
