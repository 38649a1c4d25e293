// Passages of two articles that tell the same, sentence by sentence: translations of one report, or reports
// that follow one source. What a clause tells is found again in the other article by its place in the course
// of the story, even where its type or its participants were read differently.
//
// Sentences are aligned by what looks alike in all languages: entities, dates, numbers, and words of one stem
// (Simard, Foster & Isabelle 1992, "Using cognates to align sentences in bilingual corpora"), by dynamic
// programming as in Gale & Church 1993. Only articles that share entities and were published within days of
// each other are laid side by side.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"

#include <vector>

namespace timeloom {

/// Two mentions, by number in the collection, that tell the same in parallel sentences of two documents.
struct ParallelMentions {
    std::uint32_t a = 0; ///< less than b
    std::uint32_t b = 0;
    std::uint32_t surplus = 0; ///< thousandths, at most 2000: greater is surer
};

/// Sorted by (a, b), each pair once.
std::vector<ParallelMentions> find_parallels(const Collection& collection, const FusedEntities& entities,
                                             const Frames& frames, unsigned threads = 1);

} // namespace timeloom
