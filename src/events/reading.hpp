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

    std::vector<EventMention> finish() { return std::move(mentions_); }

  private:
    ReadingContext context_;
    Discourse discourse_;
    Narrative narrative_;
    std::vector<EventMention> mentions_;
};

} // namespace timeloom
