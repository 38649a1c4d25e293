// How a trigger stands in its clause, and which role each of its slots has there.
#pragma once

#include "events/binding_context.hpp"
#include "events/triggers.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace timeloom {

/// "Brandt wird klagen", "Brandt wird Arvo entlassen", "Brandt wird festgenommen": where one auxiliary makes
/// the passive and the future, a verb that the lexicon knows as no participle, or that has subject and
/// object, is an infinitive, and one that it knows as a participle only, or that has a doer behind "by", is
/// one.
void trust_forms(const BindingContext& context, SentenceView& view, std::span<const Trigger> triggers);

/// How the trigger stands in its clause; passive when an auxiliary or a bare participle says so.
Use use_of(const BindingContext& context, const Trigger& trigger);

/// The role that a slot fills in this entry: the entry's own word on it, else the frame's. `preposition` is
/// the word whose class and base count for the slot "*".
std::optional<Role> role_of(const BindingContext& context, const LexicalEntry& entry, std::string_view slot,
                            std::uint32_t preposition, Use use);

} // namespace timeloom
