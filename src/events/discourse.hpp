// What a document says across sentences: who was spoken of last, and who is being quoted.
#pragma once

#include "events/antecedents.hpp"
#include "events/binding.hpp"
#include "events/reading_context.hpp"

#include <span>
#include <vector>

namespace timeloom {

struct Draft;

class Discourse {
  public:
    /// Whether a word stands inside a quotation, of this sentence or of one that began before it.
    bool quoted(const SentenceView& view, std::uint32_t word) const;

    /// The mention that is the subject of the verb of saying in this sentence, else of whoever spoke last;
    /// none when nobody did.
    std::uint32_t speaker_of(const ReadingContext& context, const SentenceView& view,
                             std::span<const Draft> drafts) const;

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
    void remember(const ReadingContext& context, const SentenceView& view, std::span<const Draft> drafts);

  private:
    struct Told {
        FrameIndex frame;
        std::vector<std::uint32_t> participants; ///< indices into DocumentEntities::mentions
    };
    void remember_section(const ReadingContext& context, const SentenceView& view);
    void remember_quotes(const SentenceView& view);

    std::vector<Told> told_;                   ///< in text order; events with participants only
    std::uint32_t last_subject_ = no_index;    ///< index into DocumentEntities::mentions
    std::vector<std::uint32_t> last_subjects_; ///< two or more, or none
    std::uint32_t last_speaker_ = no_index;
    std::uint32_t section_ = no_index;          ///< the first mention in the last heading
    std::vector<Antecedent> named_[remembered]; ///< of the last sentences, the last one first
    bool quoting_ = false;                      ///< a quotation is open at the end of the last sentence
};

} // namespace timeloom
