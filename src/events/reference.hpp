// How a mention stands to what was told before it: whether its noun names what is known already, whether it
// tells something further, and who does it where that is nobody by name.
#pragma once

#include "events/draft.hpp"

namespace timeloom {

/// Whether a noun stands behind a definite article or a demonstrative, with adjectives between at most.
bool is_definite(const SentenceView& view, std::uint32_t noun);

/// Whether a word with the trigger, its subject or its object says that this is another one, or comes on top
/// of what was told: "also", "another strike", "auch die Gewerkschaft".
bool is_further(const ReadingContext& context, const SentenceView& view, const Trigger& trigger);

/// The noun that is the subject of the trigger's verb and names nobody ("analysts"), or no_index. None
/// without a tree.
std::uint32_t unnamed_doer(const SentenceView& view, const Trigger& trigger);

} // namespace timeloom
