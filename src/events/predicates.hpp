// "è stata premier": what the tree takes for a passive of a word that is no verb.
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// Makes a noun said of somebody of what stands behind an auxiliary of the passive and is known as a noun
/// only.
void settle_predicates(SentenceView& view, const Lexicon& lexicon);

} // namespace timeloom
