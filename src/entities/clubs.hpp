// "Lecce beat Cagliari 2-0": towns that stand for the clubs which play there.
#pragma once

#include "entities/spotter.hpp"

#include <vector>

namespace timeloom {

/// Makes unknown organisations of the names of towns in sentences that tell the result of a match, and of
/// their other mentions that no preposition of place shows. Countries keep their names.
void find_clubs(const SpotterText& reading, std::vector<Candidate>& candidates);

} // namespace timeloom
