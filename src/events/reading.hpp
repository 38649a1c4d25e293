// Makes event mentions of the triggers of one sentence after the other, and keeps what the document says
// across sentences: who was spoken of last, and who is being quoted.
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
        Trigger trigger;
        Use use = Use::active;
        std::vector<Argument> arguments;
        Judgement judgement;
        bool main = false; ///< it is, or supports, the finite verb of its clause
        int rank = 0;      ///< among the drafts of its clause

        std::size_t named() const;
    };

    bool quoted(const SentenceView& view, std::uint32_t word) const;
    std::uint32_t speaker_of(const SentenceView& view, std::span<const Draft> drafts) const;
    std::vector<Draft> drafts_of(const SentenceView& view, std::span<const Trigger> triggers) const;
    void add_unknown_predicates(const SentenceView& view, std::uint32_t speaker,
                                std::vector<Draft>& drafts) const;
    void add_left_over(const SentenceView& view, std::vector<Draft>& drafts) const;
    void add_topic(const SentenceView& view, std::uint32_t speaker, Draft& draft) const;
    bool tells(const SentenceView& view, const Draft& draft, bool alone) const;
    void choose(const SentenceView& view, std::uint32_t speaker, std::vector<Draft>& drafts) const;
    void link_conditions(const SentenceView& view, std::span<const Draft> drafts, std::size_t first);
    void remember(const SentenceView& view, std::span<const Draft> drafts);
    EventMention mention_of(const SentenceView& view, const Draft& draft) const;
    Span clause_span(const SentenceView& view, const Draft& draft) const;
    void add_holders(const SentenceView& view, const Draft& draft, std::span<const Draft> drafts,
                     std::uint32_t speaker, EventMention& mention) const;

    ReadingContext context_;
    std::vector<EventMention> mentions_;
    std::uint32_t last_subject_ = no_index; ///< index into DocumentEntities::mentions
    std::uint32_t last_speaker_ = no_index;
    bool quoting_ = false; ///< a quotation is open at the end of the last sentence
};

} // namespace timeloom
