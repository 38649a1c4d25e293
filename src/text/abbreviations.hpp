// languages/LANGUAGE/abbreviations.tsv: what the tokenizer and the sentence splitter know of a language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_set>

namespace timeloom {

/// Words by word_key(word), without their full stop.
struct Abbreviations {
    using Keys = std::unordered_set<std::uint64_t>;

    Keys titles;            ///< "Dr.", "No.": something always follows, so their full stop ends no sentence
    Keys abbreviations;     ///< "Inc.", "etc.": their full stop ends a sentence only before a starter
    Keys starters;          ///< words that, capitalised, begin sentences and hardly ever names
    Keys elisions;          ///< "l", "dell", "qu": split from the next word after their apostrophe
    Keys months;            ///< and days of the week, wide and short, from ICU
    bool ordinals = false;  ///< a number with a full stop is an ordinal ("21. Januar")
    bool thousands = false; ///< digits are grouped by blanks too ("15 000")

    /// Reads the table. Throws InputError for an unknown kind of row.
    static Abbreviations read(const std::filesystem::path& data, const std::string& language);
};

} // namespace timeloom
