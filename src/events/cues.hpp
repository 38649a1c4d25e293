// The words of one language that deny, doubt, plan, condition or report (languages/LANGUAGE/factuality.tsv).
#pragma once

#include "base/word_table.hpp"
#include "events/event.hpp"
#include "events/lexicon.hpp"
#include "events/sentence.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace timeloom {

enum class CueScope : std::uint8_t { complement, clause, holder, condition, source, opening };

/// One row of factuality.tsv.
struct Cue {
    bool negative = false;
    bool attribution = false; ///< names who says so
    bool ends = false;        ///< a state holds no more ("no longer")
    bool undone = false;      ///< what was to happen is called off ("scrapped the merger")
    bool settles = false;     ///< "asserted": cancels hedges
    bool plans = false;       ///< what it says in an infinitive is planned ("announced to buy")
    std::optional<Modality> modality;
    CueScope scope = CueScope::clause;
    TriggerPos pos = TriggerPos::fixed;
};

/// A cue in a sentence.
struct FoundCue {
    std::uint32_t cue = 0;  ///< index for CueTable::operator[]
    std::uint32_t word = 0; ///< first and last word of its expression
    std::uint32_t last = 0;
    bool whole = true; ///< no other words between its own
};

class CueTable {
  public:
    /// `folder` is languages/LANGUAGE. Throws InputError for a row that does not hold.
    CueTable(const std::filesystem::path& folder, const Inflection& inflection);

    const Cue& operator[](std::uint32_t cue) const { return cues_[cue]; }

    /// In text order; the longest at each word.
    std::vector<FoundCue> find(const SentenceView& view) const;

    /// Asks for the memory of the cues that begin with the word.
    void prefetch(std::uint64_t key) const { patterns_.prefetch(key); }

    /// Whether the word is a verb that names who says so.
    bool attributes(std::uint64_t key) const;

  private:
    struct Pattern {
        std::uint32_t cue;
        std::uint8_t gap;
        std::vector<std::vector<std::uint64_t>> more; ///< per further word: the keys of its forms
    };
    struct Tail {
        std::string ending; ///< "n't"
        std::uint32_t cue;
    };
    /// Null when no cue begins with the word, or with the verb that a pronoun is written onto ("recusou-se").
    const std::vector<Pattern>* patterns_at(const SentenceView& view, std::uint32_t word) const;

    std::vector<Cue> cues_;
    WordTable<std::vector<Pattern>> patterns_;
    /// "Steigt der Preis, wird Brandt verkaufen": the cue that a finite verb is which opens the sentence.
    bool opening_verb(const SentenceView& view) const;

    std::vector<Tail> tails_;           ///< cues that are endings of words
    std::uint32_t any_verb_ = no_index; ///< the cue that any verb is, written `*`
};

} // namespace timeloom
