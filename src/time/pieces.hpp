// A document's tokens as pieces: what the automaton reads.
#pragma once

#include "text/document.hpp"
#include "time/vocabulary.hpp"

#include <vector>

namespace timeloom::timing {

/// Pieces of all sentences but furniture, in text order. Numbers in words ("twenty-four") and in groups
/// ("2,000") are one piece each.
std::vector<Piece> pieces_of(const Document& document, const Vocabulary& vocabulary);

} // namespace timeloom::timing
