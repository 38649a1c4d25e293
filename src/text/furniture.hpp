// languages/LANGUAGE/furniture.tsv: lines of a page that are not the article's.
#pragma once

#include "base/word_table.hpp"
#include "text/abbreviations.hpp"
#include "text/document.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

class Furniture {
  public:
    Furniture() = default;
    /// Reads the table. Throws InputError for an unknown place.
    static Furniture read(const std::filesystem::path& data, const std::string& language,
                          const Abbreviations& abbreviations);

    /// Whether a whole block is furniture: it matches a row, it is a trail of links ("Home » News » …"), or
    /// it holds no word at all. `edge`: the block is among the first or last few of the text.
    bool matches(std::string_view text, std::span<const Token> block, bool edge) const;

    /// A word of the rows `date`, that may stand on a line with a date ("Published", "Uhr").
    bool is_date_word(std::uint64_t key) const { return date_words_.contains(key); }
    /// A word of the rows `byline`, that may open the line of the authors ("By", "Von").
    bool opens_byline(std::uint64_t key) const { return byline_words_.contains(key); }

  private:
    struct Pattern {
        std::vector<std::uint64_t> keys; ///< of words and marks; 0 any tokens, 1 a number
        bool edge_only;
    };
    static bool fits(const Pattern& pattern, std::span<const Token> block);

    WordTable<std::vector<Pattern>> by_first_; ///< by the first of keys
    WordTable<std::vector<Pattern>> by_word_;  ///< those that begin with any tokens, by their longest word
    Abbreviations::Keys date_words_, byline_words_;
};

} // namespace timeloom
