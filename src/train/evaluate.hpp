// How well a model reads a treebank that it has not learned from.
#pragma once

#include "syntax/model.hpp"
#include "train/conllu.hpp"

#include <span>

namespace timeloom {

/// Words right, with the treebank's words given and tags found by the model; punctuation counted.
struct Accuracy {
    std::size_t words = 0, upos = 0, heads = 0;
    std::size_t relations =
        0; ///< head and relation right; relations without their subtypes (obl:agent is obl)
    std::size_t lemmas = 0,
                with_lemma = 0; ///< among the words that have one in the treebank; case is ignored
    double tag_seconds = 0, parse_seconds = 0;
};

Accuracy evaluate(const SyntaxModel& model, std::span<const GoldSentence> sentences);

} // namespace timeloom
