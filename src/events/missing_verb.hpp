// The verb of a sentence that the parser took for a noun or adjective ("Brandt cuts 900 jobs"): seldom a
// word's only reading, and in headlines the rule.
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// Tells the parser, before it reads the sentence, which words the lexicon knows for forms of verbs and
/// nothing else ("to sue", "limoger", "Kauft" at the head of a sentence).
void mark_verbs(SentenceView& view, const Lexicon& lexicon);

/// In a sentence without finite verb, makes the infinitive behind a name ("Brandt to buy Arvo") or a word
/// that the lexicon knows as one the root, what stands before it its subject and what stands behind it its
/// object. Leaves every other sentence as it is.
void restore_missing_verb(SentenceView& view, const Lexicon& lexicon, const ClauseProfile& profile);

/// "il previsto acquisto", read the wrong way round: of an attribute taken for a noun and the noun behind it
/// taken for its attribute, which only the lexicon knows as a noun.
void swap_nouns(SentenceView& view, const Lexicon& lexicon);

} // namespace timeloom
