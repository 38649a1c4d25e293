// The features by which the parser chooses its next transition; the trainer uses the same.
#pragma once

#include "syntax/clues.hpp"
#include "syntax/configuration.hpp"

#include <span>
#include <vector>

namespace timeloom {

/// What the parser sees of a sentence: per word a few numbers; then the root; then "no such word".
class ParseInput {
  public:
    struct Seen {
        std::uint32_t form;
        std::uint32_t lemma;
        std::uint32_t tag;
        std::uint32_t bundle; ///< tag and packed features
        std::uint32_t ending;
        std::uint32_t commas,
            verbs; ///< how many of them stand before this word, for counting what is between two
        std::uint32_t
            verb_ahead; ///< form of the first verb from here on, and whether a comma stands before it
        std::uint32_t
            clause_closes; ///< bundle of the last word before the next punctuation: where verbs may wait
    };

    /// Tree::words are tagged and have lemmas.
    ParseInput(const Tree& tagged, std::span<const Clues> clues);

    const Seen& operator[](std::size_t index) const { return seen_[index]; }

  private:
    void look_ahead(const Tree& tagged);

    std::vector<Seen> seen_;
};

/// Replaces `keys` by the features of the next transition.
void parse_features(const ParseInput& input, const Configuration& configuration,
                    std::vector<std::uint32_t>& keys);

} // namespace timeloom
