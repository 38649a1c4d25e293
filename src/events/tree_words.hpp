// The words of a parsed sentence whose heads and relations are being mended: no index of children yet.
#pragma once

#include "events/sentence.hpp"
#include "events/word_classes.hpp"

#include <vector>

namespace timeloom {

using Words = std::vector<SentenceWord>;

inline std::int32_t number(const Words& words, const SentenceWord& word) {
    return std::int32_t(&word - words.data());
}

/// The first word after `from` that hangs on `head` and fits; none: no_index.
template <class Fits>
std::uint32_t child_of(const Words& words, std::uint32_t head, std::uint32_t from, Fits fits) {
    for (auto i = from; i < words.size(); ++i)
        if (words[i].head == std::int32_t(head) && fits(words[i]))
            return i;
    return no_index;
}

inline bool has_case(const Words& words, std::uint32_t word) {
    return child_of(words, word, 0, [](const auto& w) { return w.relation == Deprel::case_; }) != no_index;
}

/// Sets each verb of a sentence where it belongs: what is said under the verb of saying, a relative clause
/// under its noun, a verb beside the one that it is joined to.
void settle_clauses(const SentenceView& view, Words& words, const WordClasses& classes);

/// "Arvo, with which Brandt had signed, sued Tarvex": hangs a relative clause between commas on the noun
/// before it, and that on the verb behind.
void embed_relatives(const SentenceView& view, Words& words, const WordClasses& classes);

/// "Arvo bought Brandt and, according to Lee, closed its plant": what stands between commas behind "and" goes
/// with the verb behind it, and parts no object from the verb before.
void part_insertions(const SentenceView& view, Words& words);

/// "Arvo hat Brandt verklagt, so Lee": hangs who is cited on the verb as its source.
void part_sources(const SentenceView& view, Words& words, const WordClasses& classes);

/// Of a language that closes the clause with the verb: a perfect is no passive, two names before the verb are
/// no parts of each other, an adjective without an ending describes no name.
void settle_final_verbs(Words& words);

/// "Brandt is head of Arvo", read as if the name were said of somebody: the noun behind the copula is.
void raise_predicates(Words& words);

/// "Brandt remains head of Arvo", "sigue siendo jefe": the verb only says that it is so still; the noun is
/// said of the subject.
void lower_remaining(const SentenceView& view, Words& words, const WordClasses& classes);

/// Hangs a name on the noun beside it or before its preposition.
void settle_names(Words& words, const WordClasses& classes);

/// "appointed chairman and chief executive of Brandt": hangs the posts on the participle, and whose they are
/// on the first of them.
void settle_posts(const SentenceView& view, Words& words);

/// Ends the phrase that opens a clause ("on Tuesday", "in Berlin,", "according to Brandt,") before the
/// subject.
void settle_openings(const SentenceView& view, Words& words, const WordClasses& classes);

/// Gives every verb one subject: of two the one behind it is its object (in a language that closes the clause
/// with the verb: the second), a relative pronoun is what the name beside it is not, what an article says
/// cannot be a subject is none.
void settle_subjects(Words& words, const WordClasses& classes);

} // namespace timeloom
