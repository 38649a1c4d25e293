// Phrases of a table, found in the pieces of a text.
#pragma once

#include "base/word_table.hpp"
#include "entities/pieces.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace timeloom {

/// Phrases of one to six words, matched against pieces. Values are the caller's.
class Phrases {
  public:
    struct Match {
        std::uint32_t length = 0; ///< in pieces; 0 when nothing matches
        std::uint32_t value = 0;
    };
    /// False when the phrase was there already: the values are or-ed.
    bool add(std::string_view phrase, std::uint32_t value);
    /// The longest phrase that begins at pieces[at] and ends before `end`.
    Match at(std::span<const Piece> pieces, std::size_t at, std::size_t end) const;
    /// The longest phrase that ends right before pieces[end].
    Match before(std::span<const Piece> pieces, std::size_t end) const;

    /// Of all phrases, by Piece::word; repeated ones too.
    std::span<const std::uint64_t> first_words() const { return first_words_; }
    std::span<const std::uint64_t> last_words() const { return last_words_; }

  private:
    struct Entry {
        std::uint32_t value = 0;
        bool whole = false, goes_on = false;
    };
    WordTable<Entry> entries_;
    std::vector<std::uint64_t> first_words_, last_words_;
};

} // namespace timeloom
