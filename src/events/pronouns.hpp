// Pronouns beside a verb: "Bosch bought it", "la compró", "comprarla", "they signed". They are resolved with
// the tree at hand; those that need none ("he said", "its") src/entities has resolved already.
#pragma once

#include "events/discourse.hpp"
#include "events/reading_context.hpp"
#include "events/triggers.hpp"

namespace timeloom {

/// Gives each third-person pronoun that is an argument of a verb the mentions that it stands for, in this
/// sentence or in those before it, where one reading is the likeliest (events/antecedents.hpp). Nobody stands
/// for an argument of a verb that he is already: "Bosch bought it" is not about Bosch. They are mentions of
/// their own, added to `found`.
void resolve_pronouns(const ReadingContext& context, const Discourse& discourse,
                      std::span<const Trigger> triggers, SentenceView& view,
                      std::vector<EntityMention>& found);

} // namespace timeloom
