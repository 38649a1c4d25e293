// Pairs of mentions that are worth comparing: neighbours in one document, mentions of two documents that
// share participants, words or a parallel passage. Of what many documents tell only the latest tellings are
// tried, so that the pairs grow with the number of mentions and not with its square.
#pragma once

#include "graph/collection.hpp"
#include "graph/parallels.hpp"
#include "graph/telling.hpp"

#include <functional>
#include <vector>

namespace timeloom {

/// Calls `visit` once for each pair; the second was published later, or stands later in the same document.
void for_each_candidate(const Collection& collection, const Tellings& tellings,
                        const std::vector<ParallelMentions>& parallels,
                        const std::function<void(std::uint32_t, std::uint32_t)>& visit);

} // namespace timeloom
