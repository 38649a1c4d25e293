// How likely two mentions tell one event: a sum of weighed signs (type, participants, time, words, place in
// the article), as in mention-pair models of event coreference (Bejan & Harabagiu 2010; Cybulska & Vossen
// 2015). The weights are those of a logistic regression on annotated articles, in hundredths of a logit, so
// that the sum is exact on every machine. Mentions of one document and of two are weighed differently.
#pragma once

#include "graph/parallels.hpp"
#include "graph/telling.hpp"

#include <optional>
#include <vector>

namespace timeloom {

class Likeness {
  public:
    /// All must outlive this object. `parallels` sorted by (a, b).
    Likeness(const Tellings& tellings, const Frames& frames, const std::vector<ParallelMentions>& parallels);

    /// Above 0 when they are worth joining; far below when they cannot be one: told on different days, as
    /// over and as holding, or further apart than such an event takes to happen again. Symmetric.
    int operator()(std::uint32_t a, std::uint32_t b) const { return compare(a, b, true); }

    /// The same where that is above 0; else anything that is not, which takes less time to find.
    int if_worth_joining(std::uint32_t a, std::uint32_t b) const { return compare(a, b, false); }

  private:
    int compare(std::uint32_t a, std::uint32_t b, bool exactly) const;
    bool is_near(FrameIndex a, FrameIndex b) const;
    bool are_parallel(std::uint32_t lesser, std::uint32_t greater, double& score) const;

    const Tellings& tellings_;
    const Frames& frames_;
    const std::vector<ParallelMentions>& parallels_;
    std::optional<FrameIndex> untyped_; ///< `other`
};

} // namespace timeloom
