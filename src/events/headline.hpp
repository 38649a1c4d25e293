// The verb of a headline that the parser took for a noun ("Brandt cuts 900 jobs"): taggers learn from whole
// sentences, and find names and nouns only.
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// In a heading without finite verb, makes a word that the lexicon knows as one the root, what stands before
/// it its subject and what stands behind it its object. Leaves every other sentence as it is.
void restore_headline_verb(SentenceView& view, const Lexicon& lexicon);

} // namespace timeloom
