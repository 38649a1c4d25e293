#include "events/reading.hpp"

#include "events/anaphora.hpp"
#include "events/choice.hpp"
#include "events/pronouns.hpp"
#include "events/telling.hpp"

namespace timeloom {

void SentenceReader::read(SentenceView& view, std::span<const Trigger> triggers) {
    resolve_pronouns(context_, discourse_, triggers, view);
    auto drafts = draft_triggers(context_, view, triggers);
    const auto speaker = discourse_.speaker_of(context_, view, drafts);
    add_unknown_predicates(context_, view, triggers, discourse_, speaker, drafts);
    add_referents(context_, view, discourse_, drafts);
    add_left_over(context_, view, drafts);
    add_subject_matter(context_, view, drafts);
    choose(context_, view, discourse_, speaker, drafts);
    const FactualityJudge judge(view, context_.cues);
    for (auto& draft : drafts)
        draft.judgement = judge.judge(draft.trigger.word, draft.trigger.verb, draft.trigger.form);
    const auto first = mentions_.size();
    tell(context_, view, judge, discourse_, speaker, drafts, mentions_);
    narrative_.tell_on(context_, view, drafts, std::span(mentions_).subspan(first));
    discourse_.remember(context_, view, drafts);
}

} // namespace timeloom
