// UTF-8: stepping, folding, and from byte offsets to the code points that outputs count in.
#pragma once

#include <cassert>
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
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    assert(at < text.size());
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xE0)
        return {static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
    if (lead < 0xF0)
        return {static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
    return {static_cast<char32_t>((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                                  (byte(3) & 0x3F)),
            4};
}

/// Appends one code point to out.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// Lower case by simple, locale-free mapping, one code point for one (ICU u_foldCase): 'É' → 'é', 'ß' stays.
std::string fold_case(std::string_view text);

/// hash_key(fold_case(word)), without making the folded word: what word tables are keyed by
/// (base/digest.hpp).
std::uint64_t word_key(std::string_view word);

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
