#include "events/anaphora.hpp"

#include "events/reference.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Whether something is said about a noun behind it, so that it tells of its own rather than of what was told
/// before ("the exclusive right to the interfaces").
bool described(const SentenceView& view, const Trigger& noun) {
    if (!view.parsed)
        return noun.last + 1 < view.words.size() && view.words[noun.last + 1].preposition;
    return std::ranges::any_of(view.children_of(noun.word), [&](auto child) {
        const auto relation = view.words[child].relation;
        return relation == Deprel::nmod || relation == Deprel::acl || relation == Deprel::acl_relcl ||
               relation == Deprel::appos;
    });
}

/// The predicate that a noun is the subject of, or no draft.
Draft* predicate_of(const SentenceView& view, std::uint32_t noun, std::vector<Draft>& drafts) {
    const auto subject_of = [&](const Draft& draft) {
        if (!draft.main || draft.trigger.word == noun)
            return false;
        if (!view.parsed)
            return view.words[draft.trigger.word].clause == view.words[noun].clause &&
                   (draft.named() == 0 || noun < draft.trigger.first);
        const auto& word = view.words[noun];
        return (word.relation == Deprel::nsubj || word.relation == Deprel::nsubj_pass) &&
               (word.head == std::int32_t(draft.trigger.word) ||
                word.head == std::int32_t(draft.trigger.verb));
    };
    const auto found = std::ranges::find_if(drafts, subject_of);
    return found == drafts.end() ? nullptr : &*found;
}

void take(const ReadingContext& context, std::span<const std::uint32_t> mentions, Draft& draft) {
    for (const auto mention : mentions) {
        if (draft.has(context.entities, context.entities.mentions[mention].entity))
            continue;
        if (const auto role = free_role(context, draft, mention))
            draft.arguments.push_back({*role, mention, no_index, draft.trigger.word, Tier::nearest});
    }
}

} // namespace

void add_referents(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
                   std::vector<Draft>& drafts) {
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        const auto& trigger = drafts[d].trigger;
        if (drafts[d].use != Use::nominal || drafts[d].named() > 0 || !is_definite(view, trigger.first) ||
            described(view, trigger))
            continue;
        const auto participants =
            discourse.participants_of(context.frames, context.lexicon[trigger.entry].frame);
        if (participants.empty())
            continue;
        if (auto* predicate = predicate_of(view, trigger.word, drafts))
            take(context, participants, *predicate);
        take(context, participants, drafts[d]);
        drafts[d].refers = true;
    }
}

} // namespace timeloom
