#include "graph/words.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Where the Latin letters of our languages end.
constexpr char32_t latin_end = 0x250;

/// u_isalnum, asked once of those that come again and again.
bool is_letter_or_digit(char32_t c) {
    static const auto latin = [] {
        std::array<bool, latin_end> out{};
        for (char32_t i = 0; i < latin_end; ++i)
            out[i] = u_isalnum(static_cast<UChar32>(i));
        return out;
    }();
    return c < latin_end ? latin[c] : u_isalnum(static_cast<UChar32>(c));
}

/// Where the run of letters and digits that begins at `at` ends; `ascii` tells whether it holds no others.
std::size_t end_of_run(std::string_view text, std::size_t at, bool& ascii) {
    ascii = true;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto [value, length] = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
        if (!is_letter_or_digit(value))
            break;
        ascii = ascii && value < 0x80;
        at += length;
    }
    return at;
}

/// The number at `at`, which is moved behind it.
std::uint64_t number_key(std::string_view text, std::size_t& at) {
    auto hash = hash_start;
    for (; at < text.size(); ++at) {
        if (is_digit(text[at]))
            hash = hash_more(hash, text.substr(at, 1));
        else if ((text[at] != '.' && text[at] != ',') || at + 1 == text.size() || !is_digit(text[at + 1]))
            break;
    }
    return hash_end(hash);
}

} // namespace

void add_word_keys(std::string_view text, std::size_t shortest, std::size_t letters,
                   std::vector<std::uint64_t>& out) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            out.push_back(number_key(text, at));
            continue;
        }
        const auto begin = at;
        bool ascii = true;
        at = end_of_run(text, at, ascii);
        if (ascii && at - begin >= shortest) {
            auto hash = hash_start;
            for (const char c : text.substr(begin, std::min(at - begin, letters)))
                hash = hash_more(hash, c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
            out.push_back(hash_end(hash));
        } else if (at - begin >= shortest) {
            const auto word = fold_name(text.substr(begin, at - begin));
            if (word.size() >= shortest)
                out.push_back(hash_key(std::string_view(word).substr(0, letters)));
        }
        if (at == begin)
            at += code_point_at(text, at).length;
    }
}

void settle_keys(std::vector<std::uint64_t>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

} // namespace timeloom
