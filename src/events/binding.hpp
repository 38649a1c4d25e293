// Binds the arguments of a trigger: by paths in the tree, by position in the clause, by nearness.
#pragma once

#include "events/constructions.hpp"
#include "events/frames.hpp"
#include "events/triggers.hpp"

#include <span>
#include <vector>

namespace timeloom {

/// An entity or amount in a role of a trigger.
struct Argument {
    Role role = Role::agent;
    std::uint32_t mention = no_index; ///< index into DocumentEntities::mentions; none for an amount
    std::uint32_t amount = no_index;  ///< index into SentenceView::amounts
    std::uint32_t word = 0;
    Tier tier = Tier::nearest;
};

/// What binding knows of the document.
struct BindingContext {
    const SentenceView& view;
    const DocumentEntities& entities;
    const Lexicon& lexicon;
    const WordClasses& classes;
    const Frames& frames;
    const Constructions& constructions;
};

/// How the trigger stands in its clause; passive when an auxiliary or a bare participle says so.
Use use_of(const BindingContext& context, const Trigger& trigger);

/// The role that a slot fills in this entry: the entry's own word on it, else the frame's. `preposition` is
/// the word whose class and base count for the slot "*".
std::optional<Role> role_of(const BindingContext& context, const LexicalEntry& entry, std::string_view slot,
                            std::uint32_t preposition, Use use);

/// All arguments found for a trigger, best tier first; every filler accepted by the frame, no entity twice in
/// one role. Amounts are among them.
std::vector<Argument> bind(const BindingContext& context, const Trigger& trigger, Use use);

/// Mentions that word `word` stands for: its own, those coordinated with it, the antecedent of a relative
/// pronoun, the possessor or apposition of a common noun.
struct Filler {
    std::uint32_t mention;
    std::uint32_t word;
    Tier tier;
};
void collect_fillers(const BindingContext& context, std::uint32_t word, Tier tier, std::vector<Filler>& out);

/// The preposition before a name by position, and whether another noun possesses it.
struct Place {
    std::uint32_t preposition = no_index; ///< the word, or none
    std::uint32_t of = no_index; ///< the "of" of a possessor; `preposition` is then that of the whole phrase
    std::uint32_t possessed =
        no_index; ///< "Aktionäre" in "die Aktionäre von Brandt": the noun that the name belongs to
};
Place place_of(const BindingContext& context, std::uint32_t word);

} // namespace timeloom
