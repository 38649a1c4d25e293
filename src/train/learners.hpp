// Learning the parts of a model from examples.
#pragma once

#include "syntax/model.hpp"
#include "train/examples.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace timeloom {

/// An example in both its shapes; see Effort::units_every.
struct Lesson {
    Example plain;
    Example units;
};

struct Effort {
    std::string tags_home = {}, trees_home = {}; ///< the treebanks whose ways to follow; see perceptron.hpp
    int tagger_epochs = 10;
    int parser_epochs = 15;
    int runs = 1;                   ///< through all epochs, each in another order
    std::uint32_t units_every = 3;  ///< one visit in so many is to a lesson's shape with units
    std::uint32_t least_tagger = 2; ///< features seen less often are not learned
    std::uint32_t least_parser = 2;
    int least_weight = 1;          ///< smaller weights, in 127ths of a large one, are left out of the parser
    int least_relation_weight = 1; ///< and out of the choice of relations
    int least_tag_weight = 1;      ///< and out of the tagger
    std::uint32_t width = 1;       ///< see ModelParts; plays no part in learning
};

/// Fills lexicon, upos, bundle, scripts and lemma_rules.
void learn_tags(const std::vector<const Lesson*>& lessons, const Effort& effort, ModelParts& parts);

/// Fills scripts and lemma_rules.
void learn_lemmas(const std::vector<const Lesson*>& lessons, ModelParts& parts);

/// Fills split_choices, split_tokens, split_endings and split_context. parts.lexicon must be there.
void learn_splits(const std::vector<GoldSentence>& sentences, ModelParts& parts);

/// A lesson as the parser meets it: tagged by a model that has not seen it.
struct TaggedLesson {
    const Lesson* lesson;
    Tree plain, units;
};

/// Fills transition, relations and relation. parts.lexicon must be there.
void learn_transitions(const std::vector<TaggedLesson>& lessons, const Effort& effort, ModelParts& parts);

/// All of them: the whole model. Tags for the parser's lessons come from taggers that learned from the other
/// lessons; from `own` the parser learns, and nothing else does.
ModelParts learn_model(const std::string& language, const std::vector<GoldSentence>& sentences,
                       const std::vector<GoldSentence>& own, const DateWords& dates, const Effort& effort);

} // namespace timeloom
