#include "events/granted.hpp"

#include "events/reference.hpp"

#include <algorithm>

namespace timeloom {

namespace {

class Granting {
  public:
    Granting(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge)
        : context_(context), view_(view), judge_(judge) {}

    void settle(Draft& draft) const {
        const auto word = draft.trigger.word;
        const bool noun =
            (draft.use == Use::nominal || draft.use == Use::support) && view_.words[word].upos == Upos::NOUN;
        auto& judgement = draft.judgement;
        const bool denied = judgement.polarity == Polarity::negative;
        const bool may_be_off = context_.frames[context_.lexicon[draft.trigger.entry].frame].may_be_off;
        const bool taken = noun ? behind_occasion(word) || done_by(word) || doer(word)
                                : draft.use == Use::passive && attribute(word);
        if (!taken && !(noun && denied && !may_be_off && aside(draft.trigger)))
            return;
        const bool doubted = judgement.modality == Modality::planned ||
                             judgement.modality == Modality::possible ||
                             judgement.modality == Modality::conditional;
        const auto own = judge_.marked(word);
        if (denied)
            judgement.polarity = own.polarity;
        if (!taken || (doubted && may_be_off)) // "may close the plant after the merger": it may lie ahead too
            return;
        if (doubted) {
            judgement.modality = judgement.holders.empty() ? Modality::asserted : Modality::reported;
            judgement.weaken(own.modality);
            judgement.condition = false;
            judgement.condition_clause = no_index;
        }
        if (doubted || judgement.tense == ClauseTense::none)
            judgement.tense = ClauseTense::past;
    }

  private:
    const SentenceWord& at(std::uint32_t word) const { return view_.words[word]; }

    bool has_child(std::uint32_t word, const auto& is) const {
        return std::ranges::any_of(view_.children_of(word), is);
    }

    /// "after the vote", "because of the vote", "in the wake of the vote"
    bool behind_occasion(std::uint32_t noun) const {
        if (!view_.parsed)
            return follows_occasion(noun);
        const auto relation = at(noun).relation;
        if (relation == Deprel::root)
            return false;
        const auto up = std::uint32_t(at(noun).head);
        if (up < noun && at(up).is(ClassOf::occasion)) // or "following the vote"
            return relation == (at(up).upos == Upos::NOUN ? Deprel::nmod : Deprel::obj);
        return (relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::advcl) &&
               has_child(noun, [&](std::uint32_t child) {
                   return child < noun && at(child).relation == Deprel::case_ &&
                          at(child).is(ClassOf::occasion);
               });
    }

    /// The same without a tree: an article and an adjective at most between.
    bool follows_occasion(std::uint32_t noun) const {
        constexpr std::uint32_t farthest = 3;
        for (auto i = noun; i > 0 && noun - i < farthest && !at(i - 1).punctuation(); --i)
            if (at(i - 1).is(ClassOf::occasion))
                return true;
        return false;
    }

    /// Whether a word is a participle that describes the definite noun above it, and no cue ("planned").
    bool attribute(std::uint32_t word) const {
        const auto relation = at(word).relation;
        return (relation == Deprel::acl || relation == Deprel::amod) && at(word).head >= 0 &&
               (at(word).features.form == Features::Form::participle ||
                has_child(word, [&](auto child) { return at(child).relation == Deprel::obl_agent; })) &&
               is_definite(view_, std::uint32_t(at(word).head)) && judge_.cue_at(word) == nullptr &&
               !has_child(word, [&](std::uint32_t child) {
                   return at(child).relation == Deprel::aux || at(child).relation == Deprel::aux_pass;
               });
    }

    /// "by Brandt"
    bool is_doer(std::uint32_t child) const {
        if (at(child).relation == Deprel::obl_agent)
            return true;
        return at(child).relation == Deprel::obl && has_child(child, [&](std::uint32_t preposition) {
                   return at(preposition).preposition != 0 &&
                          context_.classes.preposition_class(at(preposition).preposition) == "by";
               });
    }

    /// "the lawsuit *filed by* Brandt"
    bool done_by(std::uint32_t noun) const {
        return has_child(noun, [&](std::uint32_t child) {
            return attribute(child) && has_child(child, [&](std::uint32_t doer) { return is_doer(doer); });
        });
    }

    /// "the town hit by *the earthquake*"
    bool doer(std::uint32_t noun) const {
        return at(noun).head >= 0 && is_doer(noun) && attribute(std::uint32_t(at(noun).head));
    }

    /// "was hurt in *the crash*", "responded to *the lawsuit*": a definite noun behind a preposition, of a
    /// verb that is no part of the trigger.
    bool aside(const Trigger& trigger) const {
        const auto& noun = at(trigger.word);
        return noun.relation == Deprel::obl && std::uint32_t(noun.head) != trigger.verb &&
               is_definite(view_, trigger.word);
    }

    const ReadingContext& context_;
    const SentenceView& view_;
    const FactualityJudge& judge_;
};

/// "denied *reports* of the sale": no silence, it did not happen.
bool denies_hearsay(const FactualityJudge& judge, std::uint32_t word) {
    const auto* found = judge.cue_at(word);
    return found && (judge.cue(*found).modality == Modality::reported || judge.cue(*found).negative);
}

/// "did not want to comment on the sale": silence is no plan, and what nobody speaks of may well be.
void settle_silence(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                    std::vector<Draft>& drafts) {
    for (auto& silence : drafts) {
        const auto& frame = context.frames[context.lexicon[silence.trigger.entry].frame];
        auto& judgement = silence.judgement;
        if (frame.type != "statement" || judgement.polarity != Polarity::negative ||
            denies_hearsay(judge, silence.trigger.word))
            continue;
        for (auto& noun : drafts) {
            const auto head = view.words[noun.trigger.word].head;
            if (noun.use != Use::nominal || noun.judgement.polarity != Polarity::negative ||
                (head != std::int32_t(silence.trigger.word) && head != std::int32_t(silence.trigger.verb)))
                continue;
            noun.judgement.polarity = Polarity::positive;
            if (judgement.modality == Modality::planned)
                noun.judgement.modality = Modality::asserted;
        }
        if (judgement.modality == Modality::planned)
            judgement.modality = Modality::asserted;
    }
}

} // namespace

void grant(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
           std::vector<Draft>& drafts) {
    for (auto& draft : drafts)
        Granting(context, view, judge).settle(draft);
    settle_silence(context, view, judge, drafts);
}

} // namespace timeloom
