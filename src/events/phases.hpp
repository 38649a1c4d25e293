// When what a noun tells began and ended, as verbs beside it say.
#pragma once

#include "events/date_ranges.hpp"

namespace timeloom {

/// "The strike that began *on Friday* ended *on Monday*", "the talks begun *in May* go on until *June*":
/// words of the expressions that date the beginning and the end of what the noun at `word` tells; no_index
/// where none does. An end is looked for only where a beginning is told. Read along the line, not along the
/// tree, which such a sentence seldom has right.
RangeOfTime phases_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word);

/// "The partnership ended on Monday": the date of an end is that of the state's end. "Did not open until
/// 1980": the date of the end of not having happened is that of happening. `mentions` are those of one
/// sentence.
void end_states(const ReadingContext& context, std::span<EventMention> mentions);

} // namespace timeloom
