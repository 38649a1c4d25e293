// What a parser that knows words but not names gets wrong about names and times, mended by what holds in
// every tree: a verb has one subject, a date joins no name, a source is no participant.
#pragma once

#include "events/sentence.hpp"
#include "events/word_classes.hpp"

namespace timeloom {

/// Changes heads and relations of a parsed sentence's words:
/// - "on the part of Brandt": the name takes the noun's place, and the preposition hangs on it;
/// - what is quoted hangs on the verb of saying behind it, not the other way round;
/// - a verb taken for an auxiliary ("foi nomeada presidente") governs what it was hung on;
/// - a verb with its own reflexive pronoun is no passive;
/// - dates and names hung on one another without a preposition hang on what the upper one hung on;
/// - a date is neither subject nor object, a conjunction ("falls Brandt …") no noun;
/// - a bare name is no part or circumstance of a verb, but its subject or object;
/// - "the suit of Brandt against Arvo", "approved the purchase of Arvo by Brandt": who is behind such a
///   preposition belongs to the noun;
/// - "said on Tuesday it had bought …": the day is that of the saying;
/// - "according to Brandt, Arvo and Tarvex bought …", "on Tuesday Arvo bought …": what opens the clause ends
///   before its subject;
/// - a verb has one subject (settle_subjects).
void repair_tree(SentenceView& view, const WordClasses& classes);

} // namespace timeloom
