// Deeds told in verbs without tense, which have times of their own: "fined for *having emptied* a lake in
// August".
#pragma once

#include "events/reading_context.hpp"

namespace timeloom {

/// The verb of the deed that the tree puts a word under, or none: a verb without tense in the perfect ("avoir
/// vidé"), or behind a preposition that parts its time from that around it ("after *selling* the mill in
/// 2019", "por *vaciar* un lago").
std::uint32_t deed_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word);

} // namespace timeloom
