// The day that a story has come to: what is told on, without a date, happened then ("The ferry hit the pier
// on 3 February. Eleven passengers were injured."); what is told in the pluperfect, by then. The reference
// time of Reichenbach (Elements of Symbolic Logic, 1947), carried on as in Kamp and Reyle (From Discourse to
// Logic, 1993).
#pragma once

#include "events/draft.hpp"

#include <span>

namespace timeloom {

class Narrative {
  public:
    /// Gives the mentions of a sentence that say no time the one that the story has come to
    /// (EventMention::narrated), or that of the clause that "when" ties them to, and follows the times that
    /// they do say. `told` stands beside `drafts`.
    /// `first` is the number of the first of them in the document.
    void tell_on(const ReadingContext& context, const SentenceView& view, std::span<const Draft> drafts,
                 std::uint32_t first, std::span<EventMention> told);

  private:
    bool carries(const SentenceView& view, const Draft& draft, bool passing,
                 const EventMention& mention) const;

    std::uint32_t time_ = no_index;  ///< index into DocumentReading::times; none when the story has none
    std::uint32_t sentence_ = 0;     ///< where it was said
    std::uint32_t aside_ = no_index; ///< the last time told of what was done, in asides too
    std::uint32_t aside_sentence_ = 0;
    std::uint32_t dated_ = no_index;   ///< the mention of which it was told
    std::uint32_t last_ = 0;           ///< the sentence read before
    std::uint32_t next_time_ = 0;      ///< the first one not looked at for updates
    std::uint32_t written_ = no_index; ///< the day of the update that this stands in
};

} // namespace timeloom
