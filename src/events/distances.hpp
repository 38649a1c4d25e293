// "Two days after the verdict": events whose day is counted from another event's.
#pragma once

#include "events/draft.hpp"

#include <span>

namespace timeloom {

/// Sets EventMention::distance of the mentions of a sentence, which stand beside their drafts; `first` is the
/// index of the first one in the document.
void count_distances(const ReadingContext& context, const SentenceView& view, std::span<const Draft> drafts,
                     std::uint32_t first, std::span<EventMention> told);

/// "A day before *his dismissal*": counts what the mentions from `first` on tell from the dismissal that was
/// told with its date before them.
void count_from_what_was_told(std::span<EventMention> mentions, std::size_t first);

} // namespace timeloom
