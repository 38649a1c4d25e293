// Binds the arguments of a trigger: by paths in the tree, by position in the clause, and the amounts.
#pragma once

#include "events/arguments.hpp"
#include "events/use.hpp"

#include <vector>

namespace timeloom {

/// All arguments found for a trigger, best tier first; every filler accepted by the frame, no entity twice.
/// Amounts are among them.
std::vector<Argument> bind(const BindingContext& context, const Trigger& trigger, Use use);

} // namespace timeloom
