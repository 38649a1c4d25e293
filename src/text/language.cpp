#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace timeloom {

namespace {

/// The begin of a text is looked at, then more of it until the guess is reliable.
struct Look {
    std::size_t bytes;
    int least_percent; ///< of what is looked at must be one language, unless it is the whole text
};
/// Enough where it is clear (a page in Spanish may begin with Catalan names); for most articles; and for
/// those that begin with something else, or with names that make Spanish look like Galician. More text makes
/// the guess no better.
constexpr Look looks[] = {{800, 80}, {2'000, 0}, {20'000, 0}};

/// At most so many bytes, cut before a character.
std::string_view begin_of(std::string_view text, std::size_t length) {
    length = std::min(text.size(), length);
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
        --length;
    return text.substr(0, length);
}

/// Reliable only when at least `least_percent` of the text are of the language.
LanguageGuess guess_from(std::string_view text, const std::string& hint, int least_percent) {
    const CLD2::CLDHints hints{hint.empty() ? nullptr : hint.c_str(), nullptr, CLD2::UNKNOWN_ENCODING,
                               CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language top[3];
    int percent[3], text_bytes = 0;
    double score[3];
    bool reliable = false;
    const auto language =
        CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, top,
                                       percent, score, nullptr, &text_bytes, &reliable);
    if (language == CLD2::UNKNOWN_LANGUAGE)
        return {};
    const auto code = primary_language(CLD2::LanguageCode(language));
    return {code, language_name(code), reliable && percent[0] >= least_percent};
}

} // namespace

std::string language_name(const std::string& code) {
    icu::UnicodeString name;
    icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
    std::string out;
    name.toUTF8String(out);
    return out.empty() ? code : out;
}

std::string primary_language(std::string_view tag) {
    std::string code;
    for (const char c : tag.substr(0, std::min(tag.find_first_of("-_"), tag.size()))) {
        if (c >= 'A' && c <= 'Z')
            code += static_cast<char>(c + 32);
        else if (c >= 'a' && c <= 'z')
            code += c;
        else
            return {};
    }
    return code.size() == 2 || code.size() == 3 ? code : std::string();
}

LanguageGuess identify_language(std::string_view text, const std::string& hint,
                                std::span<const std::string> expected) {
    LanguageGuess guess;
    for (const auto& [bytes, least_percent] : looks) {
        const bool whole = text.size() <= bytes;
        guess = guess_from(begin_of(text, bytes), hint, whole ? 0 : least_percent);
        const bool is_expected = std::ranges::find(expected, guess.code) != expected.end();
        if (whole || (guess.reliable && is_expected))
            break;
    }
    return guess;
}

} // namespace timeloom
