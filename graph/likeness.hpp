// How likely two mentions tell one event: a sum of weighed signs (type, participants, time, words, place in
// the article), as in mention-pair models of event coreference (Bejan & Harabagiu 2010; Cybulska & Vossen
// 2015). The weights are those of a logistic regression on annotated articles, in hundredths of a logit, so
// that the sum is exact on every machine. Mentions of one document and of two are weighed differently.
#pragma once

#include "graph/parallels.hpp"
#include "graph/telling.hpp"

#include <vector>

namespace timeloom {

class Likeness {
  public:
    /// All must outlive this object. `parallels` sorted by (a, b).
    Likeness(const Tellings& tellings, const Frames& frames, const std::vector<ParallelMentions>& parallels);

    /// Above 0 when it is likelier than not worth joining them. Symmetric.
    int operator()(std::uint32_t a, std::uint32_t b) const;

  private:
    const Tellings& tellings_;
    const Frames& frames_;
    const std::vector<ParallelMentions>& parallels_;
    std::optional<FrameIndex> untyped_; ///< `other`
};

} // namespace timeloom
