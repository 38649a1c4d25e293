#include "base/utf8.hpp"

#include "base/digest.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace timeloom {

namespace {

constexpr std::size_t block_bytes = 64;

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

char lower_ascii(char c) {
    return static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 32 : 0));
}

/// Where the Latin letters of our languages end (Latin-1, Extended-A and -B).
constexpr UChar32 latin_end = 0x250;

/// What one code point contributes to a folded name. Each can be taken by itself: what decomposition
/// reorders, combining marks, is left out.
void append_name(std::string& out, UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString folded =
        icu::Normalizer2::getNFKDInstance(status)->normalize(icu::UnicodeString(c), status);
    folded.foldCase();
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        if (const UChar32 part = folded.char32At(i); u_isalnum(part))
            append_utf8(out, static_cast<char32_t>(part));
}

/// The same, worked out once.
class LatinNames {
  public:
    struct Name { // eight bytes, which are copied at once
        std::array<char, 7> bytes;
        unsigned char size;
    };
    LatinNames() : names_(latin_end) {
        for (UChar32 c = 0; c < latin_end; ++c) {
            std::string name;
            append_name(name, c);
            auto& place = names_[static_cast<std::size_t>(c)];
            assert(name.size() <= place.bytes.size());
            std::copy(name.begin(), name.end(), place.bytes.begin());
            place.size = static_cast<unsigned char>(name.size());
        }
    }
    const Name& operator[](UChar32 c) const { return names_[static_cast<std::size_t>(c)]; }

  private:
    std::vector<Name> names_;
};

} // namespace

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

bool is_valid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), INT32_MAX));
    constexpr std::int32_t step = 8;
    for (std::int32_t i = 0; i < size;) {
        std::uint64_t eight = 0x80;
        if (i + step <= size)
            std::memcpy(&eight, bytes + i, step);
        if ((eight & 0x8080808080808080u) == 0) {
            i += step;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0)
            return false;
    }
    return true;
}

std::string fold_case(std::string_view text) {
    std::string out(text);
    if (std::all_of(text.begin(), text.end(), is_ascii)) {
        std::transform(out.begin(), out.end(), out.begin(), lower_ascii);
        return out;
    }
    out.clear();
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, length] = code_point_at(text, i);
        if (length == 1)
            out += lower_ascii(text[i]);
        else
            append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        i += length;
    }
    return out;
}

std::uint64_t word_key(std::string_view word) {
    auto hash = hash_start;
    std::string lower; // of one character
    for (std::size_t i = 0; i < word.size();) {
        const auto [c, length] = code_point_at(word, i);
        if (length == 1) {
            hash = hash_more(hash, lower_ascii(word[i]));
        } else {
            lower.clear();
            append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
            hash = hash_more(hash, lower);
        }
        i += length;
    }
    return hash_end(hash);
}

std::string fold_name(std::string_view text) {
    static const LatinNames latin;
    std::string out;
    // Folded a piece at a time, and appended in one.
    constexpr std::size_t piece_bytes = 64;
    std::array<char, piece_bytes * sizeof(LatinNames::Name) / 2 + sizeof(LatinNames::Name)> piece;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        std::size_t used = 0;
        for (const auto end = std::min(text.size(), i + piece_bytes); i < end;) {
            UChar32 c = bytes[i];
            if (c < 0x80) {
                const auto& name = latin[c];
                piece[used] = name.bytes[0];
                used += name.size;
                ++i;
                continue;
            }
            U8_NEXT(bytes, i, text.size(), c);
            if (c >= latin_end) {
                out.append(piece.data(), used);
                used = 0;
                append_name(out, c);
            } else if (c >= 0) {
                std::memcpy(piece.data() + used, &latin[c], sizeof(LatinNames::Name));
                used += latin[c].size;
            }
        }
        out.append(piece.data(), used);
    }
    return out;
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
    if (std::all_of(text.begin(), text.end(), is_ascii))
        return;
    every_.reserve(text.size() / block_bytes + 1);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % block_bytes == 0)
            every_.push_back(count);
        if (!is_continuation(text[i]))
            ++count;
    }
    if (text.size() % block_bytes == 0)
        every_.push_back(count);
}

std::uint32_t CodePointOffsets::at(std::uint32_t byte) const {
    assert(byte <= text_.size());
    if (every_.empty())
        return byte;
    const std::size_t block = byte / block_bytes;
    std::uint32_t count = every_[block];
    for (std::size_t i = block * block_bytes; i < byte; ++i)
        if (!is_continuation(text_[i]))
            ++count;
    return count;
}

} // namespace timeloom
