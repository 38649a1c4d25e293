// The features by which the parser chooses its next transition, and the relation of each new arc; the trainer
// uses the same.
#pragma once

#include "syntax/clues.hpp"
#include "syntax/configuration.hpp"
#include "syntax/linear_model.hpp"

#include <array>
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
    std::size_t size() const { return seen_.size() - 2; } ///< words

  private:
    void look_ahead(const Tree& tagged);

    std::vector<Seen> seen_;
};

/// Replaces `keys` by those features of the next transition that a stage adds.
void transition_features(Stage stage, const ParseInput& input, const Configuration& configuration,
                         FeatureKeys& keys);

/// What the relation of a new arc from the top of the stack to `head` may be sure of, the most telling first:
/// the dependent, its marker, its tag; each with both tags and the side.
std::array<std::uint32_t, 3> sure_keys(const ParseInput& input, const Configuration& configuration,
                                       Configuration::Index head);

/// Replaces `keys` by those features of the relation of a new arc, from the top of the stack to `head`, that
/// a stage adds.
void relation_features(Stage stage, const ParseInput& input, const Configuration& configuration,
                       Configuration::Index head, FeatureKeys& keys);

} // namespace timeloom
