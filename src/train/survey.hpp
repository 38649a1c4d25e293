// What there is to learn of parsing: features, and relations that need no choice.
#pragma once

#include "syntax/model.hpp"
#include "syntax/parse_features.hpp"
#include "train/examples.hpp"
#include "train/oracle.hpp"

#include <cstdint>
#include <vector>

namespace timeloom {

/// All that learning needs of one example, made once.
struct Course {
    ParseInput input;
    Oracle oracle;
    std::vector<Deprel> relations;
    bool at_home; ///< see perceptron.hpp

    Course(const Example& example, const Tree& tagged, const KeyTable& lexicon, bool home);
};

/// Whether nothing is to be chosen: the stack is empty, or all words are read and the last one becomes the
/// root.
inline bool is_forced(const Configuration& c) {
    return c.height() == 0 || (c.next() == c.size() && c.allows(Transition::left));
}

/// What is met on the cheapest way through each sentence.
struct Survey {
    std::vector<Deprel> relations;                             ///< all but root, which follows from the tree
    std::vector<std::uint32_t> transition_keys, relation_keys; ///< of all features
    /// Of sure_keys: those that nearly always have the same relation, so that a choice would not be better; →
    /// index into `relations`.
    KeyValues sure_relations;

    explicit Survey(const std::vector<Course>& courses);
};

} // namespace timeloom
