// What each document is about: the entities that it names more than other documents do.
#pragma once

#include "graph/collection.hpp"
#include "graph/telling.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace timeloom {

/// Fused entities, the most telling first; no_index where there are fewer.
using Subjects = std::array<std::uint32_t, 2>;

/// By document. An entity tells as much as the document names it in its events, divided by how many documents
/// do; what one document alone names joins it to none, and is left out.
std::vector<Subjects> find_subjects(const Collection& collection, const Tellings& tellings);

} // namespace timeloom
