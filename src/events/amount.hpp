// Sums of money, shares and counts in a sentence (languages/LANGUAGE/amounts.tsv).
#pragma once

#include "base/word_table.hpp"
#include "events/event.hpp"
#include "text/document.hpp"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace timeloom {

/// An amount with the tokens it covers: its number, multipliers and unit, not its bound ("at least").
struct FoundAmount {
    Amount amount;
    std::uint32_t first_token; ///< index into Document::tokens
    std::uint32_t end_token;   ///< exclusive
    bool counted = false; ///< the unit is a noun that is counted, and lies outside the tokens ("5,000 jobs")
};

class AmountFinder {
  public:
    /// `folder` is languages/LANGUAGE. Throws InputError for a row that does not hold.
    explicit AmountFinder(const std::filesystem::path& folder);

    /// In text order, not overlapping. `taken` tells tokens of other expressions (dates): one entry per token
    /// of the sentence, true where no amount may be. A sum given again in brackets ("10 million euros (11
    /// million dollars)") is found once, in the first currency.
    std::vector<FoundAmount> find(const Document& document, const Sentence& sentence,
                                  const std::vector<bool>& taken) const;

  private:
    enum class Class : std::uint8_t { multiplier, number, currency, percent, bound, range };
    struct Meaning {
        Class of;
        std::vector<std::uint64_t> more; ///< keys of its further words
        double value = 0;                ///< of a multiplier or number
        std::string text;                ///< ISO 4217 code, or the bound's name
    };
    struct Scan;

    WordTable<std::vector<Meaning>> words_; ///< longest first
    char decimal_ = '.';
};

/// The value of digits with separators: "1.500,5" with the decimal mark ',' is 1500.5.
double read_number(std::string_view digits, char decimal_mark);

} // namespace timeloom
