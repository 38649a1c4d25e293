// Whether what is told is so, was said, may be, is planned or hangs on a condition, and on whose word
// (design after the factuality lattices of FactBank and ACE).
#pragma once

#include "events/cues.hpp"
#include "events/event.hpp"
#include "events/sentence.hpp"

#include <span>
#include <utility>
#include <vector>

namespace timeloom {

/// What the cues make of one trigger.
struct Judgement {
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    ClauseTense tense = ClauseTense::none;
    std::vector<std::uint32_t>
        holders;            ///< words that say who holds it: a verb of saying, or "según" and the like
    bool anterior = false;  ///< in the pluperfect
    bool ongoing = false;   ///< in the imperfect: it went on at that time
    bool ends = false;      ///< it holds no more
    bool undone = false;    ///< it is called off, as far as it is something that may be
    bool told = false;      ///< a main clause in the subjunctive of what is told
    bool condition = false; ///< it stands in the condition ("if …")
    std::uint32_t condition_clause = no_index; ///< the clause that is the condition of this one

    /// The stronger doubt wins when several cues govern one word.
    void weaken(Modality doubt);
};

/// Judges triggers of one sentence. Linear in cues and triggers together.
class FactualityJudge {
  public:
    FactualityJudge(const SentenceView& view, const CueTable& table);

    /// `verb`: the word that carries the trigger's tense (the trigger itself for a bare noun).
    /// `form`: what the lexicon knows of the trigger's form, for words without tags.
    /// `plain`: the verb is part of the trigger and no cue for it ("agreed a truce", "asked for pardon").
    Judgement judge(std::uint32_t word, std::uint32_t verb, const Features& form, bool plain = false) const;

    /// What the cues right below a word make of it ("the planned sale"), none of those around it.
    Judgement marked(std::uint32_t word) const;

    /// The next word up the tree that governs `word` as what is said, wanted or done; none without a tree, or
    /// at the top.
    std::uint32_t governor(std::uint32_t word) const;

    /// The cues of the sentence, in text order.
    std::span<const FoundCue> cues() const { return cues_; }
    const Cue& cue(const FoundCue& found) const { return table_[found.cue]; }
    /// The cue that begins or ends at a word, of a fixed expression that the word belongs to; null for none.
    const FoundCue* cue_at(std::uint32_t word) const {
        return cue_at_[word] == no_index ? nullptr : &cues_[cue_at_[word]];
    }

  private:
    void apply(const FoundCue& cue, Judgement& judgement) const;
    bool apply_governing(std::uint32_t word, std::uint32_t plain, Judgement& judgement) const;
    bool denies(std::uint32_t word) const;
    bool denied(std::uint32_t word) const;
    bool settles(std::uint32_t word) const;
    bool told_by(std::uint32_t word) const;
    bool governs_subject(std::uint32_t word, const FoundCue& found) const;
    bool stands_for_verb(std::uint32_t word) const;
    bool is_bare_infinitive(std::uint32_t word) const;
    void apply_opening(std::uint32_t word, Judgement& judgement) const;
    void apply_determiners(std::uint32_t word, Judgement& judgement) const;
    void apply_markers(std::uint32_t word, Judgement& judgement) const;
    void apply_before(std::uint32_t word, Judgement& judgement) const;
    bool of_joined_verb(std::uint32_t cue, std::uint32_t verb) const;
    void apply_clause(std::uint32_t word, std::uint32_t verb, Judgement& judgement) const;
    void apply_detached(std::uint32_t word, Judgement& judgement) const;
    void apply_conditions(std::uint32_t word, Judgement& judgement) const;
    void apply_awaited(std::uint32_t word, Judgement& judgement) const;
    void apply_verb_group(std::uint32_t verb, const Features& form, Judgement& judgement) const;
    bool has_auxiliary(std::uint32_t verb) const;
    bool hearsay_mood(std::uint32_t verb) const;
    bool lacks_something(std::uint32_t verb) const;
    bool asks(const FoundCue& cue) const;
    bool counts_time(const FoundCue& cue) const;
    bool is_hearsay(std::uint32_t verb) const;
    bool closes_quotation(std::uint32_t first, std::uint32_t last) const;
    bool cut_between(std::uint32_t first, std::uint32_t last) const;
    std::pair<std::size_t, std::size_t> between(std::uint32_t first, std::uint32_t end) const;

    const SentenceView& view_;
    const CueTable& table_;
    std::vector<FoundCue> cues_;
    std::vector<std::uint32_t> cue_at_; ///< per word: index into cues_
    bool asked_;                        ///< the sentence asks whether it is so
    struct Condition {
        std::uint32_t clause;
        bool negative; ///< "unless"
    };
    std::vector<Condition> condition_clauses_; ///< clauses opened by a condition, in order
};

} // namespace timeloom
