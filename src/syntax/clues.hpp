// What the models look at in a word: its normal form, endings and shape, as numbers.
#pragma once

#include "syntax/key_table.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Lower case, digits read as 0 (runs of more than four cut short), one kind of quote, dash and apostrophe.
std::string normal_form(std::string_view form);

/// A syntactic word on its way into the models: a token, or a part of a multi-word token.
struct Word {
    enum class Kind : std::uint8_t { plain, name, time };

    Word(Kind kind_, std::string form_) : kind(kind_), form(std::move(form_)), normal(normal_form(form)) {}
    Word(Kind kind_, std::string_view form_, std::string normal_)
        : kind(kind_), form(form_), normal(std::move(normal_)) {}

    Kind kind;
    std::string form;    ///< as written
    std::string normal;  ///< normal_form(form); only a plain word's is looked at
    bool verb = false;   ///< Unit::verb
    bool placed = false; ///< Unit::placed
};

struct Clues {
    std::uint32_t form = 0; ///< hash of the normal form; one constant for all names, one for times
    std::array<std::uint32_t, 7> suffix{}; ///< hashes of the last 1 to 7 characters; the whole when shorter
    std::array<std::uint32_t, 3> prefix{}; ///< of the first 1 to 3
    std::uint32_t tail = 0;                ///< hash of what follows the last hyphen; 0 without hyphen
    std::uint32_t shape = 0;               ///< capitals, digits, hyphens, full stops, as bits
    std::uint32_t known = 0;               ///< what the lexicon says of the word; 0 unknown
    Word::Kind kind = Word::Kind::plain;
};

/// False too where the sentence's capitals tell nothing.
bool starts_capital(const Clues& clues);

/// The clues of a sentence. Where most words are capitalised (headlines, text in capitals), capitals tell
/// nothing and are not looked at. `lexicon`: hash of a normal form → tags seen, as bits, and the one
/// that is sure (syntax/tag_features.hpp).
std::vector<Clues> clues_of(std::span<const Word> words, const KeyTable& lexicon);

/// Hash of a normal form, as in Clues::form and the lexicon.
std::uint32_t form_key(std::string_view normal);

} // namespace timeloom
