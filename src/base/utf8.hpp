// UTF-8: stepping, folding, and from byte offsets to the code points that outputs count in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// The code point that starts at text[at], and its length in bytes (1 to 4). text must be valid UTF-8, at <
/// size.
struct CodePoint {
    char32_t value;
    std::uint32_t length;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Appends one code point to out.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// Lower case by simple, locale-free mapping, one code point for one (ICU u_foldCase): 'É' → 'é', 'ß' stays.
std::string fold_case(std::string_view text);

/// A name without case, accents, spaces and punctuation: "Société Générale S.A." → "societegeneralesa".
std::string fold_name(std::string_view text);

/// Turns byte offsets of one text into code point offsets; ascending queries cost nothing to speak of.
class CodePointOffsets {
  public:
    /// text must outlive this object.
    explicit CodePointOffsets(std::string_view text);
    /// Code points before byte offset `byte` (which must be a boundary, at most the text's size).
    std::uint32_t at(std::uint32_t byte) const;

  private:
    std::string_view text_;
    std::vector<std::uint32_t>
        every_; ///< code points before each block of block_bytes; empty when text is ASCII
};

} // namespace timeloom
