// The features by which tags and word features (tense, case, …) are chosen; the trainer uses the same.
#pragma once

#include "syntax/clues.hpp"
#include "syntax/tree.hpp"

#include <span>
#include <vector>

namespace timeloom {

/// Replaces `keys` by the features of the tag of word `at`. tags[0 … at) are chosen already.
void upos_features(std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                   std::vector<std::uint32_t>& keys);

/// Replaces `keys` by the features of the bundle (tense, case, …) of word `at`. All tags are known, and the
/// packed bundles[0 … at) are chosen already.
void bundle_features(std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                     std::span<const std::uint32_t> bundles, std::vector<std::uint32_t>& keys);

} // namespace timeloom
