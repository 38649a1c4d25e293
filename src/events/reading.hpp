// Makes event mentions of the triggers of one sentence after the other.
#pragma once

#include "events/discourse.hpp"
#include "events/narrative.hpp"
#include "events/reading_context.hpp"

#include <span>
#include <vector>

namespace timeloom {

class SentenceReader {
  public:
    explicit SentenceReader(const ReadingContext& context) : context_(context) {}

    /// Sentences in text order; furniture left out.
    void read(SentenceView& view, std::span<const Trigger> triggers);

    /// Passes over a sentence that tells nothing.
    void skip(const Sentence& sentence) {
        discourse_.begin(context_.document, sentence);
        discourse_.follow_quotes(context_.document, sentence);
    }

    std::vector<EventMention> finish() { return std::move(mentions_); }

    /// What pronouns that the tree resolved stand for; in text order.
    std::span<const EntityMention> pronouns() const { return pronouns_; }

  private:
    /// Gives what a quotation of several sentences tells to its speaker, who may be named only at its end.
    void attribute_quotation(const Sayings& sayings, const Speaker& speaker, bool open,
                             std::span<const Draft> drafts, std::size_t first);

    ReadingContext context_;
    Discourse discourse_;
    Narrative narrative_;
    std::vector<EventMention> mentions_;
    std::vector<EntityMention> pronouns_;
    std::vector<std::size_t> unattributed_; ///< indices of mentions within the quotation that is open
};

} // namespace timeloom
