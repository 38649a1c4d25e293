// What a sentence tells on somebody's word where no tree shows it: "…, said Ana Rubio", "Rubio: …", "as Rubio
// explained, …", and what stands within quotation marks.
#pragma once

#include "events/reading_context.hpp"
#include "events/speaker.hpp"

#include <vector>

namespace timeloom {

class Discourse;

/// All are indices of words; the words of the saying itself, from `first` to before `end`, are nobody's.
struct Saying {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t from = 0;           ///< what is said lies from here …
    std::uint32_t to = 0;             ///< … to before here
    bool quotes = false;              ///< and is only what stands within quotation marks
    const FoundCue* cue = nullptr;    ///< of the verb of saying; null for a colon
    std::uint32_t subject = no_index; ///< the word that names who says so
    Speaker speaker;
};

/// The sayings of one sentence.
class Sayings {
  public:
    Sayings(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
            const Discourse& discourse);

    /// In text order.
    const std::vector<Saying>& all() const { return all_; }

    /// Whether a word is what is said there.
    bool covers(const Saying& saying, std::uint32_t word) const;

    /// The saying whose verb stands at `word`; null for none.
    const Saying* at(std::uint32_t word) const;

    /// Who speaks within the quotation marks of the sentence, as far as they stand beside them; or nobody.
    Speaker quoted_speaker() const;

    bool quoted(std::uint32_t word) const { return quoted_[word]; }

    /// Parts in the tree what the verbs of saying take from what is said, and the other way round.
    void part(SentenceView& view) const;

  private:
    std::vector<Saying> all_;
    std::vector<bool> quoted_; ///< by word: whether it stands within quotation marks
};

} // namespace timeloom
