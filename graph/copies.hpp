// Articles that repeat one another almost word for word: ten papers that print one agency's text are one
// source.
//
// Texts are compared by their runs of five words. Of each text the least hashes in a number of bins are kept
// (one permutation MinHash; Li, Owen and Zhang 2012); texts that agree in one band of bins are compared in
// full.
#pragma once

#include "graph/collection.hpp"

#include <cstdint>
#include <vector>

namespace timeloom {

/// For each document the one that it copies, or no_index. The original is the one published first, of equals
/// the one with the least id. Linear in the length of all texts.
std::vector<std::uint32_t> find_copies(const Collection& collection);

} // namespace timeloom
