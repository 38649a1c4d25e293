// How a word is used where it stands: as a verb, as a noun, or neither; by its tag, and without tags by its
// neighbours.
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// Both must outlive it.
class WordUse {
  public:
    WordUse(const SentenceView& view, const WordClasses& classes) : view_(view), classes_(classes) {}

    /// Whether word `i` may be the head of an expression of that `pos`; `form` as the lexicon knows it.
    bool fits(std::uint32_t i, TriggerPos pos, const Features& form) const;
    bool is_verb(std::uint32_t i, const Features& form) const;
    /// Whether it may support a noun.
    bool supports(std::uint32_t i) const;
    /// Whether the noun has nothing to do with `verb`, which has an object of its own.
    bool belongs_elsewhere(std::uint32_t noun, std::uint32_t verb) const;
    /// Whether the noun is who does what the verb tells to something else.
    bool does_it(std::uint32_t noun, std::uint32_t verb) const;

  private:
    const Token& token(std::uint32_t i) const { return view_.document->tokens[view_.words[i].first_token]; }
    bool noun_place(std::uint32_t i) const;
    bool capital_noun(std::uint32_t i) const;
    bool in_name(std::uint32_t i) const;
    bool is_noun(std::uint32_t i) const;
    bool has_object(std::uint32_t verb, std::uint32_t behind) const;
    bool stands_as_subject(std::uint32_t noun, std::uint32_t verb) const;

    const SentenceView& view_;
    const WordClasses& classes_;
};

} // namespace timeloom
