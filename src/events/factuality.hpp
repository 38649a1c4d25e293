// Whether what is told is so, was said, may be, is planned or hangs on a condition, and on whose word
// (languages/LANGUAGE/factuality.tsv; design after the factuality lattices of FactBank and ACE).
#pragma once

#include "events/inflection.hpp"
#include "events/sentence.hpp"
#include "events/triggers.hpp"
#include "base/word_table.hpp"

#include <filesystem>
#include <vector>

namespace timeloom {

enum class CueScope : std::uint8_t { complement, clause, holder, condition };

/// One row of factuality.tsv.
struct Cue {
    bool negative = false;
    bool attribution = false; ///< names who says so
    bool ends = false;        ///< a state holds no more ("no longer")
    bool settles = false;     ///< "asserted": cancels hedges
    std::optional<Modality> modality;
    CueScope scope = CueScope::clause;
    TriggerPos pos = TriggerPos::fixed;
};

/// A cue in a sentence.
struct FoundCue {
    std::uint32_t cue = 0;  ///< index for CueTable::operator[]
    std::uint32_t word = 0; ///< first and last word of its expression
    std::uint32_t last = 0;
};

/// What the cues make of one trigger.
struct Judgement {
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    ClauseTense tense = ClauseTense::none;
    std::vector<std::uint32_t>
        holders;            ///< words that say who holds it: a verb of saying, or "según" and the like
    bool ends = false;      ///< it holds no more
    bool condition = false; ///< it stands in the condition ("if …")
    std::uint32_t condition_clause = no_index; ///< the clause that is the condition of this one
};

class CueTable {
  public:
    /// `folder` is languages/LANGUAGE. Throws InputError for a row that does not hold.
    explicit CueTable(const std::filesystem::path& folder);

    const Cue& operator[](std::uint32_t cue) const { return cues_[cue]; }

    /// In text order; the longest at each word.
    std::vector<FoundCue> find(const SentenceView& view) const;

    /// Whether the word is a verb that names who says so.
    bool attributes(std::uint64_t key) const;

  private:
    struct Pattern {
        std::uint32_t cue;
        std::uint8_t gap;
        std::vector<std::vector<std::uint64_t>> more; ///< per further word: the keys of its forms
    };
    std::vector<Cue> cues_;
    WordTable<std::vector<Pattern>> patterns_;
};

/// Judges triggers of one sentence. Linear in cues and triggers together.
class FactualityJudge {
  public:
    FactualityJudge(const SentenceView& view, const CueTable& table);

    /// `verb`: the word that carries the trigger's tense (the trigger itself for a bare noun).
    /// `form`: what the lexicon knows of the trigger's form, for words without tags.
    Judgement judge(std::uint32_t word, std::uint32_t verb, const Features& form) const;

    /// The next word up the tree that governs `word` as what is said, wanted or done; none without a tree, or
    /// at the top.
    std::uint32_t governor(std::uint32_t word) const;

  private:
    void apply(const FoundCue& cue, Judgement& judgement) const;
    void apply_governing(std::uint32_t word, Judgement& judgement) const;
    void apply_markers(std::uint32_t word, Judgement& judgement) const;
    void apply_before(std::uint32_t word, Judgement& judgement) const;
    void apply_clause(std::uint32_t word, std::uint32_t verb, Judgement& judgement) const;
    void apply_conditions(std::uint32_t word, Judgement& judgement) const;
    void apply_verb_group(std::uint32_t verb, const Features& form, Judgement& judgement) const;
    bool cut_between(std::uint32_t first, std::uint32_t last) const;
    std::pair<std::size_t, std::size_t> between(std::uint32_t first, std::uint32_t end) const;

    const SentenceView& view_;
    const CueTable& table_;
    std::vector<FoundCue> cues_;
    std::vector<std::uint32_t> cue_at_; ///< per word: index into cues_
    struct Condition {
        std::uint32_t clause;
        bool negative; ///< "unless"
    };
    std::vector<Condition> condition_clauses_; ///< clauses opened by a condition, in order
};

} // namespace timeloom
