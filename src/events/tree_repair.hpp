// What a parser that knows words but not names gets wrong about names and times, mended by what holds in
// every tree: a verb has one subject, a date joins no name, a source is no participant.
#pragma once

#include "events/sentence.hpp"
#include "events/word_classes.hpp"

namespace timeloom {

/// Changes heads and relations of a parsed sentence's words:
/// - what hangs on the noun of a complex preposition ("on the part of Brandt") takes the noun's place, and
/// the
///   preposition hangs on it, as a simple one would;
/// - dates and names that hang on one another without a preposition hang on what the upper one hung on;
/// - a verb taken for an auxiliary ("foi nomeada presidente") governs what it was hung on; of "Brandt, che ha
///   comprato Arvo, ha chiuso …" the last verb is the main one;
/// - what is quoted hangs on the verb of saying behind it, not the other way round;
/// - a date is neither subject nor object, a conjunction ("falls Brandt …") no noun, a name no part of a
/// verb;
/// - "by Brandt" behind a verb that has a subject and an object ("approved the purchase of Arvo by Brandt")
///   belongs to the object;
/// - behind "according to Brandt," a list of names that goes on ("according to Brandt, Arvo bought …") is the
///   subject;
/// - of two subjects of a verb the one behind it is its object (in a language that closes the clause with the
///   verb: the second); what an article says cannot be a subject is none.
void repair_tree(SentenceView& view, const WordClasses& classes);

} // namespace timeloom
