// A stretch of a document's text, counted in bytes of its UTF-8 form.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace timeloom {

/// Half-open range of byte offsets into Document::text. Outputs count code points instead: base/utf8.hpp
/// converts.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< exclusive

    auto operator<=>(const Span&) const = default;

    std::uint32_t length() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// The smallest span that holds both.
inline Span cover(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

} // namespace timeloom
