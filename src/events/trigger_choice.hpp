// Which of the expressions that a sentence may hold are told: one a word, the longest of those that overlap.
#pragma once

#include "events/triggers.hpp"

namespace timeloom {

/// Keeps of `found` what the sentence tells, in text order of the head words.
void choose_triggers(std::vector<Trigger>& found, const Lexicon& lexicon, const SentenceView& view);

} // namespace timeloom
