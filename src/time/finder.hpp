// Finds expressions among pieces: every match of the automaton, then the best that do not overlap.
#pragma once

#include "time/rules.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace timeloom::timing {

/// An expression found: pieces [begin, end) and what they say.
struct FoundTimex {
    std::size_t begin = 0;
    std::size_t end = 0;
    Reading reading;
};

/// Calls `found` for each expression, in text order, not overlapping. Linear in the number of pieces: a match
/// is as long as a pattern at most.
void find_timexes(const std::vector<Piece>& pieces, const TimeRules& rules, std::string_view text,
                  const std::function<void(const FoundTimex&)>& found);

} // namespace timeloom::timing
