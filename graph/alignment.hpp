// Two articles laid side by side: the course of sentences that has the most in common, and in these the
// clauses that tell the same (see parallels.hpp).
#pragma once

#include "graph/parallels.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace timeloom {

/// Lays stories side by side, as many as come.
class Aligner {
  public:
    using Anchors = std::vector<std::uint64_t>; ///< sorted, each once

    struct Clause {
        std::uint32_t mention = 0; ///< number in the collection
        std::vector<std::uint32_t> entities;
        Anchors anchors;
        double place = 0; ///< of the trigger in the sentence, 0 to 1
        const EventMention* told = nullptr;
    };

    struct Passage {
        Anchors anchors;
        std::vector<Clause> clauses;
    };

    struct Story {
        struct Occurrence {
            std::uint64_t anchor;
            std::uint32_t passage;
            auto operator<=>(const Occurrence&) const = default;
        };
        std::vector<Passage> passages;
        std::vector<Occurrence> occurrences; ///< of the anchors of all passages, sorted
    };

    explicit Aligner(const Frames& frames) : frames_(frames), other_(frames.find("other")) {}

    /// Finds the course of two stories that has the most in common, sentence for sentence.
    void align(const Story& a, const Story& b);

    /// What all of them have in common.
    const std::vector<ParallelMentions>& found() const { return out_; }

  private:
    /// What the passages of two stories have in common, each anchor weighed by how rare it is in both.
    class Comparison {
      public:
        /// Only the anchors that both stories have are looked at for each pair of passages.
        void compare(const Story& a, const Story& b);

        double likeness_of_passages(std::size_t row, std::size_t column) const;

        struct Weighed {
            const Anchors* anchors = nullptr;
            std::vector<double> weights;
            double total = 0;

            double likeness_to(const Weighed& other) const;
        };
        /// Anchors of a clause; what no passage has is rare.
        Weighed weigh(const Anchors& anchors) const;

      private:
        Anchors anchors_; ///< of both stories
        std::vector<double> weights_;
        std::vector<double> of_rows_, of_columns_; ///< weight of all anchors, by passage
        std::vector<double> shared_;               ///< by passages of both
        std::size_t columns_ = 0;
    };

    void match(const Passage& a, const Passage& b, double surplus);
    double likeness(const Clause& a, const Clause& b, double of_words) const;
    double type_likeness(FrameIndex a, FrameIndex b) const;

    const Frames& frames_;
    std::optional<FrameIndex> other_;
    Comparison comparison_;
    std::vector<double> gain_, best_; ///< of the two stories that are aligned
    std::vector<ParallelMentions> out_;
};

} // namespace timeloom
