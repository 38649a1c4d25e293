// Which words of one sentence may be the further words of an expression (TriggerPattern::parts).
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace timeloom {

class PatternParts {
  public:
    PatternParts() = default; ///< of no sentence
    PatternParts(const Lexicon& lexicon, const SentenceView& view) : present_(lexicon.part_count()) {
        sets_.reserve(view.words.size());
        for (const auto& word : view.words) {
            sets_.push_back(lexicon.parts_of(word.key));
            if (sets_.back().empty() && word.verb_key)
                sets_.back() = lexicon.parts_of(word.verb_key);
            for (const auto part : sets_.back())
                present_[part] = true;
        }
    }

    /// Whether a word has the form set.
    bool match(std::uint32_t part, std::uint32_t word) const {
        return !sets_[word].empty() && std::ranges::binary_search(sets_[word], part);
    }

    /// Whether the sentence has a word for each further word of the expression: the look before all others.
    bool all_present(const TriggerPattern& pattern) const {
        return std::ranges::all_of(pattern.parts, [&](std::uint32_t part) { return bool(present_[part]); });
    }

  private:
    std::vector<std::span<const std::uint32_t>> sets_; ///< per word
    std::vector<bool> present_;                        ///< per form set
};

} // namespace timeloom
