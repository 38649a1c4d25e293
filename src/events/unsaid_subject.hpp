// Subjects that stay unsaid: "Después compró Arvo" names what was bought; "…, a affirmé Arvo" who said it.
#pragma once

#include "events/triggers.hpp"
#include "events/word_classes.hpp"

#include <span>

namespace timeloom {

/// A verb of saying behind a comma has the name behind it for its subject. Where subjects may stay unsaid,
/// the only noun behind an active verb that means nothing without an object (construction "transitive" of
/// events.tsv, not "needs=A") is its object, not its subject. Changes relations only, of parsed sentences.
void settle_unsaid_subjects(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes,
                            std::span<const Trigger> triggers);

} // namespace timeloom
