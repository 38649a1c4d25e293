// From a form and its tag to its lemma, by rules learned from the treebanks.
#pragma once

#include "syntax/clues.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// How a lemma is made from a form: "gemacht" → cut "ge" where it first stands, drop one character, append
/// "en".
struct LemmaScript {
    bool fold = true;      ///< work on the form in lower case
    std::string cut;       ///< taken out where it first stands, if it does; "" for nothing
    std::uint8_t drop = 0; ///< characters dropped at the end
    std::string append;

    auto operator<=>(const LemmaScript&) const = default;

    /// The lemma; the form itself where the script does not fit it.
    std::string apply(std::string_view form) const;
};

/// Which script a word takes: by the whole form where training saw it, else by its longest known ending.
class LemmaRules {
  public:
    LemmaRules() = default;
    LemmaRules(std::vector<LemmaScript> scripts, KeyTable rules);

    /// `clues` are those of `form`.
    std::string lemma(std::string_view form, const Clues& clues, Upos upos, std::uint32_t bundle) const;

    /// Ways to back off, the most telling first, and the key of the rule to try: by the form with its bundle,
    /// by the form, by ever shorter endings, by the bundle, by the tag alone.
    static constexpr std::size_t ways = 11;
    static std::uint32_t key(std::size_t way, const Clues& clues, Upos upos, std::uint32_t bundle);

  private:
    std::vector<LemmaScript> scripts_;
    KeyTable rules_; ///< key → index of a script
};

} // namespace timeloom
