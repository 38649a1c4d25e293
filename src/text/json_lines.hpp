// JSON Lines: one article a line, {"id","url","title","text","published","language","publisher"}.
#pragma once

#include "text/page.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace timeloom {

struct Record {
    std::string id; ///< "" when the record gives none
    Page page;
};

/// One line's record; `line` may be empty of anything but blanks only if the caller skips such lines.
/// Unpaired surrogates in escapes become U+FFFD. Throws InputError naming `file`, `number` and the byte where
/// the JSON breaks.
Record read_record(std::string_view line, const std::string& file, std::size_t number);

/// Calls `take` for each line that is not blank, with its number from 1; a line longer than `longest` bytes
/// is given to `too_long` instead, by its number. Holds one line at a time.
void for_each_line(std::istream& in, std::size_t longest,
                   const std::function<void(std::string_view, std::size_t)>& take,
                   const std::function<void(std::size_t)>& too_long);

} // namespace timeloom
