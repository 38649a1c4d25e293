#include "events/reading.hpp"

#include "events/anaphora.hpp"
#include "events/choice.hpp"
#include "events/granted.hpp"
#include "events/holders.hpp"
#include "events/pronouns.hpp"
#include "events/sayings.hpp"
#include "events/telling.hpp"
#include "events/use.hpp"

namespace timeloom {

void SentenceReader::attribute_quotation(const Sayings& sayings, const Speaker& speaker, bool open,
                                         std::span<const Draft> drafts, std::size_t first) {
    if (!discourse_.quoting())
        unattributed_.clear();
    if (speaker.known()) {
        for (const auto mention : unattributed_)
            mentions_[mention].attribution.push_back(attribution_of(context_, speaker));
        unattributed_.clear();
    } else if (open) {
        for (std::size_t d = 0; d < drafts.size(); ++d)
            if (sayings.quoted(drafts[d].trigger.word))
                unattributed_.push_back(first + d);
    }
}

void SentenceReader::read(SentenceView& view, std::span<const Trigger> triggers) {
    discourse_.begin(context_.document, *view.sentence);
    resolve_pronouns(context_, discourse_, triggers, view, pronouns_);
    if (context_.classes.profile().verb_final)
        trust_forms(context_.binding(view), view, triggers);
    const FactualityJudge judge(view, context_.cues);
    const Sayings sayings(context_, view, judge, discourse_);
    sayings.part(view);
    auto drafts = draft_triggers(context_, view, judge, triggers);
    drop_epithets(context_, view, sayings, drafts);
    const auto quoted = discourse_.quoted_mention(context_, view, sayings, drafts);
    add_unknown_predicates(context_, view, triggers, discourse_, quoted, drafts);
    add_referents(context_, view, discourse_, drafts);
    add_left_over(context_, view, drafts);
    add_subject_matter(context_, view, drafts);
    choose(context_, view, discourse_, quoted, drafts);
    for (auto& draft : drafts) {
        draft.judgement = judge.judge(draft.trigger.word, draft.trigger.verb, draft.trigger.form,
                                      context_.lexicon[draft.trigger.entry].modality == Modality::asserted);
    }
    spare_accusers(context_, view, judge, drafts);
    grant(context_, view, judge, drafts);
    drop_traits(context_, view, triggers, drafts);
    const auto first = mentions_.size();
    auto speaker = discourse_.speaker_of(context_, view, sayings, drafts);
    const bool open = discourse_.quotes_behind(context_.document, *view.sentence);
    if (!speaker.known() && !open)
        speaker = discourse_.last_speaker();
    tell(context_, view, judge, discourse_, sayings, speaker, drafts, mentions_);
    attribute_quotation(sayings, speaker, open, drafts, first);
    narrative_.tell_on(context_, view, drafts, std::uint32_t(first), std::span(mentions_).subspan(first));
    discourse_.remember(context_, view, sayings, drafts);
}

} // namespace timeloom
