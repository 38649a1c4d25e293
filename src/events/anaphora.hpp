// Event nouns that refer to an event told before ("the deal", "diese Übernahme") take its participants.
#pragma once

#include "events/draft.hpp"

#include <vector>

namespace timeloom {

/// Gives a definite noun without names the participants of the last event of its type, or of a type near to
/// it; and the predicate whose subject such a noun is, too.
void add_referents(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
                   std::vector<Draft>& drafts);

} // namespace timeloom
