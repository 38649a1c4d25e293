#include "entities/phrase_table.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t longest_phrase = 6;

std::uint64_t join(std::uint64_t hash, std::uint64_t word) {
    return (hash ^ word) * 0x9E3779B97F4A7C15u + 1;
}

} // namespace

bool Phrases::add(std::string_view phrase, std::uint32_t value) {
    std::uint64_t hash = 0;
    bool fresh = false;
    const auto runs = letter_runs(phrase);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto word = word_key(runs[i].of(phrase));
        hash = join(hash, word);
        if (i == 0)
            first_words_.push_back(word);
        if (i + 1 == runs.size())
            last_words_.push_back(word);
        Entry& entry = entries_[hash];
        if (i + 1 < runs.size()) {
            entry.goes_on = true;
        } else {
            fresh = !entry.whole;
            entry.whole = true;
            entry.value |= value;
        }
    }
    return fresh;
}

Phrases::Match Phrases::at(std::span<const Piece> pieces, std::size_t at, std::size_t end) const {
    Match best;
    std::uint64_t hash = 0;
    for (std::size_t i = at; i < end && i < at + longest_phrase; ++i) {
        if (i > at && pieces[i].gap != Gap::space && pieces[i].gap != Gap::none)
            break;
        hash = join(hash, pieces[i].word);
        const auto* entry = entries_.find(hash);
        if (!entry)
            break;
        if (entry->whole)
            best = {static_cast<std::uint32_t>(i - at + 1), entry->value};
        if (!entry->goes_on)
            break;
    }
    return best;
}

Phrases::Match Phrases::before(std::span<const Piece> pieces, std::size_t end) const {
    for (std::size_t length = std::min<std::size_t>(longest_phrase, end); length > 0; --length)
        if (const auto match = at(pieces, end - length, end); match.length == length)
            return match;
    return {};
}

} // namespace timeloom
