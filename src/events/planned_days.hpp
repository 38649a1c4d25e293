// The day for which something is called, in a sentence that tells of the calling as done.
#pragma once

#include "events/draft.hpp"
#include "events/factuality.hpp"

#include <string_view>

namespace timeloom {

/// "Summoned both sides to a meeting *on Friday*": the word of the expression right behind a noun that "to"
/// or "for" puts under what plans it; no_index where there is none. `draft` must be planned.
std::uint32_t planned_day(const ReadingContext& context, const SentenceView& view, const Draft& draft);

/// Whether the expression, a weekday or a day of a month without a year, was taken for the last such day, as
/// the verb around it is past, and is the next one for what is planned. Not behind "had summoned".
bool is_dated_back(const SentenceView& view, const FactualityJudge& judge, const Draft& draft,
                   const Timex& time);

/// Whether a verb tells of what is to come, and the tagger saw no tense beside the day or month at `date`, or
/// that of another clause: "er *übernimmt* das Amt im August", "Ana Rubio, who *takes over* in August".
bool is_told_ahead(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                   const Draft& draft, const EventMention& mention, std::uint32_t date);

/// The day of a meeting that is called is not that of the calling: "summoned both to a meeting on Friday".
void free_from_planned_days(std::span<EventMention> mentions);

/// Whether a date, or the first of several days ("next week"), lies behind the day of publication; both as
/// EDTF.
bool is_ahead(std::string_view told, std::string_view published);

/// Whether a date lies before the day of an update, or on it; not where there is none.
bool is_gone_by(std::string_view told, std::string_view updated);

} // namespace timeloom
