#include "graph/words.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace timeloom {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Bytes of the letter or digit at `at`; 0 when something else stands there.
std::size_t letter_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80)
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    const auto [value, length] = code_point_at(text, at);
    return u_isalnum(static_cast<UChar32>(value)) ? length : 0;
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
        while (at < text.size()) {
            const auto length = letter_at(text, at);
            if (!length)
                break;
            at += length;
        }
        if (at - begin >= shortest) {
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
