// One event for each real event, over documents and languages.
//
// Pairs of mentions that may tell one event are compared (graph/likeness.hpp), the likeliest are joined
// first, and two groups only when their mentions are alike on average: what two groups have in common has to
// outweigh what sets them apart. Candidates are found by what they share (graph/candidates.hpp), so the work
// grows with the number of mentions and not with its square.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/entity_fusion.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// Numbers of mentions by event: lists that stand one after the other.
class MentionsByEvent {
  public:
    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    std::span<const std::uint32_t> operator[](std::uint32_t event) const {
        const auto begin = event ? ends_[event - 1] : 0;
        return std::span(mentions_).subspan(begin, ends_[event] - begin);
    }
    void add(std::span<const std::uint32_t> mentions) {
        mentions_.insert(mentions_.end(), mentions.begin(), mentions.end());
        ends_.push_back(static_cast<std::uint32_t>(mentions_.size()));
    }

  private:
    std::vector<std::uint32_t> mentions_;
    std::vector<std::uint32_t> ends_; ///< by event
};

struct FusedEvents {
    MentionsByEvent events;        ///< mention numbers of the collection, ascending
    std::vector<std::uint32_t> of; ///< index into `events`, by mention number
};

FusedEvents fuse_events(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                        unsigned threads);

} // namespace timeloom
