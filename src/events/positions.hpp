// Binds arguments by their position in the clause: what the tree has left open, or all where there is none.
#pragma once

#include "events/arguments.hpp"
#include "events/triggers.hpp"

namespace timeloom {

/// Adds to `arguments`; a role that is filled keeps its fillers.
void bind_by_position(const BindingContext& context, const Trigger& trigger, Use use, Arguments& arguments);

} // namespace timeloom
