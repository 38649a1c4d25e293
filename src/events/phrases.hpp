// Names inside noun phrases: which names a word stands for, and what stands before a name.
#pragma once

#include "events/binding_context.hpp"

#include <vector>

namespace timeloom {

/// A mention that a word stands for.
struct Filler {
    std::uint32_t mention = no_index; ///< index into DocumentEntities::mentions
    std::uint32_t word = no_index;
    Tier tier = Tier::path;
    bool owner = false;     ///< it does not name what the word tells, but whose it is: "the plant of Brandt"
    bool outside = false;   ///< of those who do not act for it: "the customers of Brandt"
    bool described = false; ///< it only says who has a name: "Ann Lee, head of Brandt"
};

/// "customers", "workers", "critics": nouns of those who do not act for whom they belong to (class "outsider"
/// of noun-classes.tsv).
bool is_outsider(const BindingContext& context, std::uint32_t word);

/// "the explosion at Brandt": whether a noun tells an event of its own.
bool tells_event(const BindingContext& context, std::uint32_t noun);

/// Whether all that a word names are places.
bool names_place(const BindingContext& context, std::uint32_t word);

/// "a [U.S.] company", "US-Tochter", "the [Leeds] plant": a place that only says where a thing is, which
/// takes no part in what is done to it.
bool only_situates(const BindingContext& context, std::uint32_t word);

/// Appends the mentions that word `word` stands for: its own, those coordinated with it, the antecedent of a
/// relative pronoun, the possessor or apposition of a common noun.
void collect_fillers(const BindingContext& context, std::uint32_t word, Tier tier, std::vector<Filler>& out);

/// "the head of [Brandt], Ann Lee": whether a noun that has a name of its own belongs to the name `word`.
bool owns_named(const SentenceView& view, std::uint32_t word);

/// The child of `word` that marks its case: its preposition; none if there is none.
std::uint32_t case_of(const SentenceView& view, std::uint32_t word);

/// "near [Brandt]": whether a word has a preposition of no class of prepositions.tsv, which binds nothing.
bool has_other_case(const SentenceView& view, std::uint32_t word);

/// Whether a subject of `word` is said in the tree; a relative pronoun counts only for its own clause.
bool subject_said(const SentenceView& view, std::uint32_t word);

/// The verb whose subject `verb` has: its own, or where it has none the first with one that it is joined to
/// ("the union recalls … and accuses").
std::uint32_t verb_with_subject(const SentenceView& view, std::uint32_t verb);

/// Whether a verb, or the auxiliary of its clause, is in the plural.
bool is_plural(const SentenceView& view, std::uint32_t verb);

/// The preposition before a name by position, and whether another noun possesses it.
struct Place {
    std::uint32_t preposition = no_index; ///< the word, or none
    std::uint32_t of = no_index; ///< the "of" of a possessor; `preposition` is then that of the whole phrase
    std::uint32_t possessed =
        no_index; ///< "Aktionäre" in "die Aktionäre von Brandt": the noun that the name belongs to
};
Place place_of(const BindingContext& context, std::uint32_t word);

} // namespace timeloom
