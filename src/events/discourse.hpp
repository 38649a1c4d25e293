// What a document says across sentences: who was spoken of last, and who is being quoted.
#pragma once

#include "events/antecedents.hpp"
#include "events/binding.hpp"
#include "events/reading_context.hpp"
#include "events/speaker.hpp"

#include <span>
#include <vector>

namespace timeloom {

struct Draft;
class Sayings;

class Discourse {
  public:
    /// Whether a word stands inside a quotation, of this sentence or of one that began before it.
    bool quoted(const SentenceView& view, std::uint32_t word) const;

    /// Whoever speaks within the quotation marks of this sentence: who is named beside them, else the subject
    /// of its verb of saying; nobody where the sentence does not say.
    Speaker speaker_of(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                       std::span<const Draft> drafts) const;

    /// The mention of whoever is taken to speak there before all is told; none for words that name nobody.
    std::uint32_t quoted_mention(const ReadingContext& context, const SentenceView& view,
                                 const Sayings& sayings, std::span<const Draft> drafts) const;

    /// Whoever spoke last, else the person who was spoken of last; or nobody.
    Speaker last_speaker() const { return last_speaker_; }

    /// Whether a quotation was open at the end of the last sentence.
    bool quoting() const { return quoting_; }

    /// Comes to a sentence: a quotation that is not taken up again ends with its paragraph.
    void begin(const Document& document, const Sentence& sentence);

    /// Whether one is open at the end of a sentence that follows it.
    bool quotes_behind(const Document& document, const Sentence& sentence) const;

    /// Takes in only what quotations a sentence opens and closes.
    void follow_quotes(const Document& document, const Sentence& sentence) {
        quoting_ = quotes_behind(document, sentence);
    }

    /// The mention of whoever a sentence that names nobody is about: whoever was spoken of last; in a list,
    /// whom its heading names. Or none.
    std::uint32_t topic(const SentenceView& view) const;

    /// Those who were the subject of a sentence together, the last time that somebody was: "Ana and Tom met";
    /// none where one alone was since.
    std::span<const std::uint32_t> topics() const { return last_subjects_; }

    /// Mentions of those who take part in the last event of a type, else of a type near to it; none where no
    /// such event was told.
    std::span<const std::uint32_t> participants_of(const Frames& frames, FrameIndex type) const;

    /// Whether an event of just this type was told.
    bool has_told(FrameIndex type) const;

    /// Sentences back that a pronoun may reach.
    static constexpr std::uint32_t remembered = 2;

    /// Whom a sentence before this one named, 0 for the last; empty where it is not remembered.
    std::span<const Antecedent> named_before(std::uint32_t back) const { return named_[back]; }

    /// Takes in a sentence that has been read.
    void remember(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                  std::span<const Draft> drafts);

  private:
    struct Told {
        FrameIndex frame;
        std::vector<std::uint32_t> participants; ///< indices into DocumentEntities::mentions
    };
    std::uint32_t subject_of_saying(const ReadingContext& context, const SentenceView& view,
                                    std::span<const Draft> drafts) const;
    void remember_section(const ReadingContext& context, const SentenceView& view);
    void remember_speaker(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                          std::span<const Draft> drafts);

    std::vector<Told> told_;                   ///< in text order; events with participants only
    std::uint32_t last_subject_ = no_index;    ///< index into DocumentEntities::mentions
    std::vector<std::uint32_t> last_subjects_; ///< two or more, or none
    Speaker last_speaker_;
    std::uint32_t last_named_speaker_ = no_index; ///< where the last one is told by no name: somebody named
    std::uint32_t section_ = no_index;            ///< the first mention in the last heading
    std::vector<Antecedent> named_[remembered];   ///< of the last sentences, the last one first
    std::uint32_t end_ = 0;                       ///< of the last sentence, in bytes
    bool quoting_ = false;                        ///< a quotation is open at the end of the last sentence
};

} // namespace timeloom
