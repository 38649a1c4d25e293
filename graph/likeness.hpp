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
    /// `tellings` and `parallels`, sorted by (a, b), must outlive this object.
    Likeness(const Tellings& tellings, const Frames& frames, const std::vector<ParallelMentions>& parallels);

    /// What two mentions cannot be, no others make up for.
    static constexpr int impossible = -100'000;

    /// Above 0 when they are worth joining; `impossible` when they cannot be one: told on different days, as
    /// over and as holding, or further apart than such an event takes to happen again. Symmetric.
    int operator()(std::uint32_t a, std::uint32_t b) const { return compare(a, b, true); }

    /// The same where that is above 0; else anything that is not, which takes less time to find.
    int if_worth_joining(std::uint32_t a, std::uint32_t b) const { return compare(a, b, false); }

    bool are_parallel(std::uint32_t lesser, std::uint32_t greater) const {
        std::uint32_t surplus = 0;
        return are_parallel(lesser, greater, surplus);
    }

  private:
    /// How the frames of two mentions stand to each other.
    struct Types {
        bool same : 1 = false;
        bool near : 1 = false; ///< one event may be told under either
        bool untyped : 1 = false;
        bool both_untyped : 1 = false;
        bool akin : 1 = false; ///< one of the above
        bool is_daily : 1 = false;
        bool is_rare : 1 = false;
        bool takes_long : 1 = false; ///< told at several stages, each with its day
        bool lasts : 1 = false;      ///< both are states unless told otherwise
        bool mutual : 1 = false;     ///< what parties do with each other
        bool by_agent : 1 = false;   ///< its agent is all that tells one from another ("Lee resigned")
        bool by_patient : 1 = false; ///< its patient is ("Lee was arrested")
    };
    int compare(std::uint32_t a, std::uint32_t b, bool exactly) const;
    template <bool within>
    int compare_in(std::uint32_t lesser, std::uint32_t greater, bool exactly) const;
    bool are_parallel(std::uint32_t lesser, std::uint32_t greater, std::uint32_t& surplus) const;

    const Tellings& tellings_;
    const std::vector<ParallelMentions>& parallels_;
    std::vector<std::uint32_t> first_parallel_; ///< by the lesser mention
    static constexpr FrameIndex no_frame = 0xFFFF;
    std::vector<int> recurs_;  ///< days after which it may happen again, by frame
    std::vector<Types> types_; ///< by frame × frame
};

} // namespace timeloom
