// Sentences to learn from: words as the models see them, and what is right.
#pragma once

#include "syntax/clues.hpp"
#include "train/conllu.hpp"

#include <span>
#include <string>
#include <vector>

namespace timeloom {

struct Example {
    std::vector<Word> words;
    std::vector<GoldWord> gold; ///< one a word; heads are indices of words
    std::string treebank;
};

Example example_of(const GoldSentence& sentence);

/// The same sentence as it comes when names are recognised before: each name, of however many words, is one
/// word of kind name; and each date made of the words given, one of kind time. What hangs on a part hangs on
/// the whole.
struct DateWords {
    std::vector<std::string> names;   ///< of months and days of the week, in lower case
    std::vector<std::string> linking; ///< that may stand between them
};
Example with_units(const Example& example, const DateWords& dates);

} // namespace timeloom
