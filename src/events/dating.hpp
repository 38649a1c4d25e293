// Which time expression dates which event, and what the tense says where none does.
#pragma once

#include "events/reading_context.hpp"

namespace timeloom {

/// Whether the year beside a noun dates what a verb does to it: it may ("won the 2010 final"); one to come
/// does not date what is told as news ("approved the budget for 2026"); none does where the verb ends what
/// the noun names ("cancelled the 2019 deal").
enum class YearOfNoun : std::uint8_t { dates, dates_if_gone, is_its_own };

/// The word of the time expression that dates the trigger at `word` (whose verb is `verb`, or none): along
/// the tree, in its clause, or at the head of its sentence; none where no expression does. Durations and
/// vague words ("months", "damals") date nothing. `answers`: of what is done about an event the date of that
/// one tells nothing ("the sale in May was criticised").
std::uint32_t time_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word,
                      std::uint32_t verb, YearOfNoun year = YearOfNoun::dates, bool answers = false);

/// The word of the time that the clause of `word` takes up: "in 2021, *when* Brandt was sold", "the crash of
/// 2019, *in which* three people died"; or none.
std::uint32_t time_taken_up(const ReadingContext& context, const SentenceView& view, std::uint32_t word);

} // namespace timeloom
