// What each character is to the tokenizer: one byte per code point, looked up once per character.
#pragma once

#include <array>
#include <cstdint>

namespace timeloom {

enum class CharacterClass : std::uint8_t {
    space,      ///< blanks, tabs, line ends, no-break spaces
    ignored,    ///< controls and format characters (soft hyphen, zero-width space, byte order mark)
    lower,      ///< lower-case letters, letters without case, modifier letters
    upper,      ///< upper and title case letters
    mark,       ///< combining marks: part of the letter before
    digit,      ///< decimal digits
    apostrophe, ///< ' and ’
    hyphen,     ///< - and the hyphens of Unicode, not the dashes
    punctuation,
    symbol, ///< also % & @ # $ + = < > ^ | ~
};

/// The classes of the Basic Multilingual Plane by ICU, filled at the first call. Loops keep the reference.
using CharacterClasses = std::array<CharacterClass, 0x10000>;
const CharacterClasses& character_classes();

/// The class of any code point.
CharacterClass character_class(char32_t c);

/// A character that can stand inside a word or number.
constexpr bool is_word_class(CharacterClass c) {
    return c >= CharacterClass::lower && c <= CharacterClass::digit;
}
constexpr bool is_letter_class(CharacterClass c) {
    return c == CharacterClass::lower || c == CharacterClass::upper;
}

} // namespace timeloom
