// Offices that stand for the person who holds them. Each function notes what it resolves in the context and
// gives the end of the phrase, or the piece it was asked about when nothing is resolved there.
#pragma once

#include "entities/reference_context.hpp"

namespace timeloom {

/// "el presidente", "CEO of Brontix": the person named beside it, or of whom that was said, or the one person
/// spoken of. The phrase begins at piece i, the office at piece `at`.
std::size_t refer_to_role(ReferenceContext& c, std::size_t i, std::size_t at);

/// "CEO of Brontix Ana Ruiz", "Brontix CEO Ana Ruiz", and "the Brontix CEO" once that is known.
std::size_t role_beside_name(ReferenceContext& c, std::size_t i);

} // namespace timeloom
