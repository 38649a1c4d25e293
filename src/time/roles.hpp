// What words and phrases around an expression stand for, as bits: tense, prepositions, where clauses end.
#pragma once

#include "time/vocabulary.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace timeloom::timing {

class RoleTable {
  public:
    using Roles = std::uint16_t; ///< any bits but the highest

    /// The vocabulary must be frozen, and outlive this object.
    explicit RoleTable(const Vocabulary& vocabulary)
        : vocabulary_(vocabulary), words_(vocabulary.symbol_count()) {}

    /// Gives `role` to all entries of the class; to nothing where the tables have no such class.
    void add(std::string_view class_name, Roles role);

    Roles of_word(SymbolId symbol) const { return words_[symbol] & ~ends_phrase; }

    struct Entry {
        Roles roles = 0;
        std::size_t length = 0; ///< pieces; 0 where there is none
    };
    /// The longest entry that ends with the last of pieces [first, end).
    Entry last_entry(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) const;

  private:
    static constexpr Roles ends_phrase = 0x8000; ///< the last word of some phrase
    struct Phrase {
        std::vector<std::uint64_t> keys;
        Roles role;
    };
    const Vocabulary& vocabulary_;
    std::vector<Roles> words_; ///< by symbol
    std::vector<Phrase> phrases_;
};

} // namespace timeloom::timing
