// A trigger on its way to a mention, and the drafts of one sentence.
#pragma once

#include "events/binding.hpp"
#include "events/discourse.hpp"
#include "events/reading_context.hpp"

#include <span>
#include <vector>

namespace timeloom {

struct Draft {
    Trigger trigger;
    Use use = Use::active;
    std::vector<Argument> arguments;
    Judgement judgement;
    bool main = false;            ///< it is, or supports, the finite verb of its clause
    int rank = 0;                 ///< among the drafts of its clause
    bool unnamed_subject = false; ///< the verb has a subject, which names nobody known: "police arrested"
    bool unnamed_object = false;  ///< the verb has an object, which names nobody known: "bought it"
    bool refers = false;          ///< a noun whose participants are those of an event told before

    /// How many of its arguments are entities.
    std::size_t named() const;
    bool fills(Role role) const;
    /// Whether the entity is among its arguments.
    bool has(const DocumentEntities& entities, std::uint32_t entity) const;
};

/// One draft a trigger, with its arguments bound.
std::vector<Draft> draft_triggers(const ReadingContext& context, const SentenceView& view,
                                  const FactualityJudge& judge, std::span<const Trigger> triggers);

/// Adds a draft for each clause that nobody knows the verb of but a name is its subject or object. What a row
/// of frame "none" takes up tells nothing, nor do asides within a quotation.
void add_unknown_predicates(const ReadingContext& context, const SentenceView& view,
                            std::span<const Trigger> triggers, const Discourse& discourse,
                            std::uint32_t speaker, std::vector<Draft>& drafts);

/// A free role of the draft that accepts the mention, the likeliest first.
std::optional<Role> free_role(const ReadingContext& context, const Draft& draft, std::uint32_t mention);

/// Gives the other names of a clause to its predicates, in roles that are free: what is named there takes
/// part. All to the main one; to another only until it has two.
void add_left_over(const ReadingContext& context, const SentenceView& view, std::vector<Draft>& drafts);

/// Gives a verb of saying the names in what is said: that is what the statement is about.
void add_subject_matter(const ReadingContext& context, const SentenceView& view, std::vector<Draft>& drafts);

} // namespace timeloom
