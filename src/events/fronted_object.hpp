// Objects that stand before their verb, and were taken for its subject: "Die Produktion stellte Arvo ein".
#pragma once

#include "events/triggers.hpp"
#include "events/word_classes.hpp"

#include <span>

namespace timeloom {

/// Where the verb closes the clause, and either noun may stand before it: of a plain noun before a name the
/// name is the subject if the verb cannot be the noun's, as one is plural and the other is not, or if a row
/// of events.tsv asks for such a noun as the object (`if=B:output`). Changes relations only, of parsed
/// sentences.
void settle_fronted_objects(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes,
                            std::span<const Trigger> triggers);

} // namespace timeloom
