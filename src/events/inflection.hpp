// From lemmas to the forms that news prose uses (languages/LANGUAGE/inflection.tsv and irregular.tsv).
#pragma once

#include "syntax/tree.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace timeloom {

struct WordForm {
    std::string text; ///< lower case
    Features features;
};

/// The features of a table cell such as "past.3s", "part.fp", "inf", "pl". False when it names an unknown
/// feature.
bool read_features(std::string_view text, Features& features);

/// Immutable after construction.
class Inflection {
  public:
    /// `folder` is languages/LANGUAGE; a table that is not there inflects nothing.
    explicit Inflection(const std::filesystem::path& folder);

    /// All forms of a lemma of `pos` ('V', 'N', 'A'), the lemma itself first. A German separable verb
    /// ("an|kündigen") gives its joined forms ("ankündigt", "angekündigt", "anzukündigen"); `split_forms`
    /// gives the others.
    std::vector<WordForm> forms(std::string_view lemma, char pos) const;

    /// Forms whose prefix stands elsewhere ("kündigt" … "an"): the finite ones of the part behind the bar.
    std::vector<WordForm> split_forms(std::string_view separable_lemma) const;

  private:
    struct Rule {
        char pos;
        std::string prefix, ending;           ///< of the lemma
        std::string form_prefix, form_ending; ///< of the form
        Features features;
        std::string feature_text;
    };
    struct Exception {
        std::string lemma, form;
        Features features;
        std::string feature_text;
        bool any_prefix; ///< the lemma began with "-"
    };

    std::vector<WordForm> simple_forms(std::string_view lemma, char pos) const;

    std::vector<std::uint32_t> fitting_rules(std::string_view lemma, char pos) const;

    std::vector<Rule> rules_;
    std::map<std::pair<char, std::string>, std::vector<std::uint32_t>>
        by_ending_;                     ///< rules of a pos and ending
    std::vector<Exception> exceptions_; ///< sorted by lemma
};

} // namespace timeloom
