// Which language a text is in (CLD2).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace timeloom {

struct LanguageGuess {
    std::string code; ///< ISO 639, "" when unknown
    std::string name; ///< in English ("Japanese")
    bool reliable = false;
};

/// Looks at the first stretch of valid UTF-8, and at more of it where that is in no language of `expected`
/// (codes) for sure; `hint` is a code that the page gives of itself, or "".
LanguageGuess identify_language(std::string_view text, const std::string& hint,
                                std::span<const std::string> expected);

/// "pt-BR", "PT_br", "pt" → "pt"; "" for what is no language tag.
std::string primary_language(std::string_view tag);

/// The English name of a language code; the code itself when it has none.
std::string language_name(const std::string& code);

} // namespace timeloom
