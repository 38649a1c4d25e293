// Object pronouns that the tree did not see, and verbs that it took for nouns: "la compró" read as article
// and noun, "comprarla" as one word.
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// Whether a sentence that names nobody may have a pronoun that stands for somebody, as far as its words
/// tell.
bool may_refer(const Document& document, const Sentence& sentence, const Lexicon& lexicon,
               const WordClasses& classes);

/// Of parsed sentences:
/// - "Quellon la compró", "veut le racheter": what stands behind a word that is article or pronoun and is a
///   verb only, as far as the lexicon knows, is a verb, and the pronoun its object;
/// - "anunció que compra Arvo": so is what stands right behind a conjunction;
/// - "o conselho a demitiu": such a word right before a finite verb is its object;
/// - "comprarla", "comprá-la", "comprou-a": the verb in it is found (SentenceWord::verb_key), and the pronoun
///   noted (SentenceWord::clitic).
void settle_clitics(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes);

} // namespace timeloom
