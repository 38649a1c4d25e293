// Cuts a sentence into clauses by its punctuation, its closed-class words and its finite verbs; no tree is
// needed.
#pragma once

#include "events/sentence.hpp"

#include <vector>

namespace timeloom {

/// Fills view.clauses and SentenceWord::clause. `finite` tells the words that are known to be finite verbs or
/// auxiliaries (one entry a word). Linear in the number of words.
void cut_clauses(SentenceView& view, const std::vector<bool>& finite);

} // namespace timeloom
