// Which time expression dates which event.
#pragma once

#include "events/event.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// The word of the time expression that dates the trigger at `word` (whose verb is `verb`, or none): along
/// the tree, in its clause, or at the head of its sentence; none where no expression does.
std::uint32_t time_of(const SentenceView& view, std::uint32_t word, std::uint32_t verb);

} // namespace timeloom
