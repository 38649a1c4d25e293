// From lemmas to the forms that news prose uses (languages/LANGUAGE/inflection.tsv and irregular.tsv).
#pragma once

#include "base/word_lists.hpp"
#include "syntax/tree.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Takes a form, in lower case, and what it is.
using TakeForm = std::function<void(std::string_view form, const Features& features)>;

/// The features of a table cell such as "past.3s", "part.fp", "inf", "pl". False when it names an unknown
/// feature.
bool read_features(std::string_view text, Features& features);

/// Immutable after construction.
class Inflection {
  public:
    /// `folder` is languages/LANGUAGE; a table that is not there inflects nothing.
    explicit Inflection(const std::filesystem::path& folder);

    /// Gives all forms of a lemma of `pos` ('V', 'N', 'A'), the lemma itself first. A German separable verb
    /// ("an|kündigen") gives its joined forms ("ankündigt", "angekündigt", "anzukündigen"); each_split_form
    /// gives the others.
    void each_form(std::string_view lemma, char pos, const TakeForm& take) const;

    /// Forms whose prefix stands elsewhere ("kündigt" … "an"): the finite ones of the part behind the bar.
    void each_split_form(std::string_view separable_lemma, const TakeForm& take) const;

  private:
    using Cell = std::uint16_t; ///< stands for the text of a features cell
    struct Rule {
        std::string prefix; ///< of the lemma
        std::uint32_t ending_size = 0;
        std::string form_prefix, form_ending; ///< of the form
        Features features;
        Cell cell = 0;
    };
    struct Exception {
        std::string form;
        Features features;
        Cell cell = 0;
        bool any_prefix = false; ///< the lemma began with "-"
    };

    Cell cell_of(std::string_view text);
    void each_simple_form(std::string_view prefix, std::string_view lemma, char pos,
                          const TakeForm& take) const;
    std::vector<std::uint32_t> fitting_rules(std::string_view lemma,
                                             std::span<const std::uint64_t> tails) const;

    std::vector<std::string> cells_;
    std::vector<Rule> rules_;
    std::size_t longest_prefix_ = 0;     ///< of the rules
    WordLists<std::uint32_t> by_ending_; ///< rules of a pos and ending
    WordLists<Exception> exceptions_;    ///< by lemma
};

} // namespace timeloom
