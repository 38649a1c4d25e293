// Nouns that stand for persons: "the mayor", "el empresario", "die Angeklagten".
#pragma once

#include "entities/phrase_table.hpp"
#include "entities/pieces.hpp"
#include "entities/word_endings.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

struct PersonNoun {
    std::uint32_t kinds = 0;  ///< bits, one a row of person-kinds.tsv: any of them may be meant
    bool man = false;         ///< said of men only; for a noun that has another form for women
    bool woman = false;       ///< said of women only
    bool many = false;        ///< said of several
    std::uint32_t length = 0; ///< in pieces; 0 for no noun
};

/// languages/person-kinds.tsv and persons.tsv of a language. Immutable after construction.
class PersonNouns {
  public:
    /// Throws InputError naming file and line of a row that cannot be used.
    PersonNouns(const std::filesystem::path& data, const std::string& language);

    /// The longest noun that begins at pieces[at] and ends before `end`.
    PersonNoun at(std::span<const Piece> pieces, std::size_t at, std::size_t end,
                  std::string_view text) const {
        return pieces[at].may & may_be_person ? find(pieces, at, end, text) : PersonNoun();
    }

    /// A noun may begin only with one of these words, or be a word that has one of the endings.
    std::span<const std::uint64_t> first_words() const { return nouns_.first_words(); }
    const WordEndings<std::uint32_t>& endings() const { return endings_; }

    /// All kinds that somebody of these kinds is: a mayor is a politician.
    std::uint32_t with_implied(std::uint32_t kinds) const;
    /// The bit of a kind that the program itself speaks of; 0 when no row names it.
    std::uint32_t bit_of(std::string_view kind) const;
    /// Those who speak or judge in court, and are not accused there.
    std::uint32_t court() const;

  private:
    PersonNoun find(std::span<const Piece> pieces, std::size_t at, std::size_t end,
                    std::string_view text) const;

    std::vector<std::string> names_;
    std::vector<std::uint32_t> implied_; ///< by kind, itself included
    Phrases nouns_;                      ///< values: kinds, and in which columns the noun stands
    WordEndings<std::uint32_t> endings_; ///< the same for what a word ends in
};

} // namespace timeloom
