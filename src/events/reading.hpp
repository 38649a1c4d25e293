// Makes event mentions of the triggers of one sentence after the other, and keeps what the document says
// across sentences: who was spoken of last, who is being quoted.
#pragma once

#include "events/binding.hpp"
#include "events/factuality.hpp"

#include <span>
#include <vector>

namespace timeloom {

struct ReadingContext {
    const Document& document;
    std::span<const Timex> times;
    const DocumentEntities& entities;
    const Lexicon& lexicon;
    const WordClasses& classes;
    const Frames& frames;
    const Constructions& constructions;
    const CueTable& cues;
};

class SentenceReader {
  public:
    explicit SentenceReader(const ReadingContext& context) : context_(context) {}

    /// Sentences in text order; furniture left out.
    void read(const SentenceView& view, std::span<const Trigger> triggers);

    std::vector<EventMention> finish() { return std::move(mentions_); }

  private:
    /// A trigger on its way to a mention.
    struct Draft {
        const Trigger* trigger;
        Use use;
        std::vector<Argument> arguments;
        Judgement judgement;
    };

    bool tells(const SentenceView& view, const Draft& draft) const;
    EventMention mention_of(const SentenceView& view, const Draft& draft) const;
    Span clause_span(const SentenceView& view, const Draft& draft) const;
    void add_holders(const SentenceView& view, const Draft& draft, std::span<const Draft> drafts,
                     EventMention& mention) const;

    ReadingContext context_;
    std::vector<EventMention> mentions_;
};

} // namespace timeloom
