// Words of a text as keys that also meet in other inflections and in related languages: the first letters of
// each longer word, the digits of each number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace timeloom {

/// Appends a key for each word of at least `shortest` letters (by its first `letters`, without case and
/// accents) and for each number, however its digits are grouped: "225,000" and "225.000" are one.
void add_word_keys(std::string_view text, std::size_t shortest, std::size_t letters,
                   std::vector<std::uint64_t>& out);

/// Sorts, and keeps each key once.
void settle_keys(std::vector<std::uint64_t>& keys);

} // namespace timeloom
