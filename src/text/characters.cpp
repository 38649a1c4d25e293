#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <string_view>

namespace timeloom {

namespace {

CharacterClass classify(char32_t c) {
    if (c == U'\'' || c == U'’' || c == U'ʼ')
        return CharacterClass::apostrophe;
    if (c == U'-' || c == U'‐' || c == U'‑')
        return CharacterClass::hyphen;
    constexpr std::u32string_view ascii_symbols = U"%&@#";
    if (ascii_symbols.find(c) != ascii_symbols.npos)
        return CharacterClass::symbol;
    const auto point = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(point))
        return CharacterClass::space;
    const auto category = U_GET_GC_MASK(point);
    if (category & U_GC_N_MASK)
        return category & U_GC_ND_MASK ? CharacterClass::digit : CharacterClass::lower;
    if (category & (U_GC_LU_MASK | U_GC_LT_MASK))
        return CharacterClass::upper;
    if (category & U_GC_L_MASK)
        return CharacterClass::lower;
    if (category & U_GC_M_MASK)
        return CharacterClass::mark;
    if (category & U_GC_P_MASK)
        return CharacterClass::punctuation;
    if (category & U_GC_S_MASK)
        return CharacterClass::symbol;
    return CharacterClass::ignored;
}

} // namespace

const CharacterClasses& character_classes() {
    static const auto table = [] {
        CharacterClasses classes{};
        for (char32_t i = 0; i < classes.size(); ++i)
            classes[i] = classify(i);
        return classes;
    }();
    return table;
}

CharacterClass character_class(char32_t c) {
    const auto& table = character_classes();
    return c < table.size() ? table[c] : classify(c);
}

} // namespace timeloom
