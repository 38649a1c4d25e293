// Who does what an infinitive tells: "forced Brandt to sell", "accused the company of having sold".
#pragma once

#include "events/binding_context.hpp"

namespace timeloom {

/// Whether the object of the verb at `word` does what an infinitive under it tells: so it is with the frames
/// that have a slot "under", and with the rows of events.tsv that do.
bool controls_object(const BindingContext& context, std::uint32_t word);

/// The word of whoever does what the infinitive at `verb` tells because a verb above says so of its object:
/// "company" in "the minister accused the company of having sold Arvo"; none: no_index.
std::uint32_t controller_of(const BindingContext& context, std::uint32_t verb);

/// Whether that is a noun that names nobody.
bool controlled_by_unnamed(const BindingContext& context, std::uint32_t verb);

} // namespace timeloom
