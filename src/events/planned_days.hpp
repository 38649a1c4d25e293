// The day for which something is called, in a sentence that tells of the calling as done.
#pragma once

#include "events/draft.hpp"
#include "events/factuality.hpp"

namespace timeloom {

/// "Summoned both sides to a meeting *on Friday*": the word of the expression right behind a noun that "to"
/// or "for" puts under what plans it; no_index where there is none. `draft` must be planned.
std::uint32_t planned_day(const ReadingContext& context, const SentenceView& view, const Draft& draft);

/// Whether the expression, a weekday or a day of a month without a year, was taken for the last such day, as
/// the verb around it is past, and is the next one for what is planned. Not behind "had summoned".
bool is_dated_back(const SentenceView& view, const FactualityJudge& judge, const Draft& draft,
                   const Timex& time);

} // namespace timeloom
