// Which time expression dates which event, and what the tense says where none does.
#pragma once

#include "events/event.hpp"
#include "events/sentence.hpp"

#include <span>

namespace timeloom {

/// The word of the time expression that dates the trigger at `word` (whose verb is `verb`, or none): along
/// the tree, in its clause, or at the head of its sentence; none where no expression does. Durations and
/// vague words ("months", "damals") date nothing. `times` are those of the document.
std::uint32_t time_of(const SentenceView& view, std::span<const Timex> times, std::uint32_t word,
                      std::uint32_t verb);

} // namespace timeloom
