#include "events/choice.hpp"

#include "events/dating.hpp"
#include "events/requirements.hpp"
#include "events/topic.hpp"

#include <algorithm>

namespace timeloom {

namespace {

bool slot_filled(const ReadingContext& context, const LexicalEntry& entry, std::string_view slot,
                 std::span<const Argument> arguments) {
    std::optional<Role> role;
    for (const auto& own : entry.slots)
        if (own.name == slot)
            role = own.role;
    if (!role)
        role = context.frames[entry.frame].role_of(slot);
    if (!role)
        return true;
    const auto whose = slot == "B" ? context.frames[entry.frame].role_of("whose") : std::nullopt;
    return std::ranges::any_of(arguments, [&](const Argument& a) {
        return (a.role == *role || a.role == whose) && a.mention != no_index;
    });
}

/// "…, killing two people", "and arrested four fans": what is done to people is told though none is named.
bool done_to_people(const ReadingContext& context, const SentenceView& view, const Draft& draft) {
    const auto people = context.lexicon.noun_classes().bit("people");
    return people && (draft.use == Use::active || draft.use == Use::passive) &&
           has_noun(context, view, draft, "B", *people);
}

bool tells(const ReadingContext& context, const SentenceView& view, const Draft& draft, bool alone,
           bool dated) {
    const auto& entry = context.lexicon[draft.trigger.entry];
    const auto& frame = context.frames[entry.frame];
    const auto named = draft.named();
    if (named == 0)
        return !entry.weak && draft.trigger.entry != context.lexicon.unknown_predicate() &&
               ((draft.main && alone) || (dated && alone) ||
                (draft.use != Use::nominal && !draft.arguments.empty()) ||
                done_to_people(context, view, draft));
    if (entry.weak && !draft.main &&
        std::ranges::all_of(draft.arguments, [](const Argument& a) { return a.tier == Tier::nearest; }))
        return false;
    if (!draft.main) {
        if (!entry.needs.empty() && !slot_filled(context, entry, entry.needs, draft.arguments) &&
            draft.use != Use::passive)
            return false;
        if (entry.weak && named < 2 && !alone)
            return false;
    }
    for (const auto& role : frame.roles)
        if (role.required && !draft.fills(role.role))
            return false;
    return true;
}

/// "said it *wanted* to buy": whether a draft tells a plan to do what another one tells.
bool only_means(const ReadingContext& context, const SentenceView& view, const Draft& draft,
                std::span<const Draft> drafts) {
    return context.frames[context.lexicon[draft.trigger.entry].frame].type == "plan" &&
           std::ranges::any_of(drafts, [&](const Draft& other) {
               const auto& word = view.words[other.trigger.word];
               return word.relation == Deprel::xcomp && word.head == std::int32_t(draft.trigger.word);
           });
}

} // namespace

void choose(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
            std::uint32_t speaker, std::vector<Draft>& drafts) {
    std::ranges::stable_sort(drafts, [&](const Draft& a, const Draft& b) {
        const auto ca = view.words[a.trigger.word].clause, cb = view.words[b.trigger.word].clause;
        return ca != cb ? ca < cb : a.rank > b.rank;
    });
    std::vector<Draft> kept;
    for (std::size_t at = 0; at < drafts.size();) {
        const auto own = view.words[drafts[at].trigger.word].clause;
        std::size_t count = 0;
        const auto& clause = view.clauses[own];
        const std::size_t most = clause.end - clause.first > 28 ? 3 : 2;
        for (; at < drafts.size() && view.words[drafts[at].trigger.word].clause == own; ++at) {
            if (count >= most)
                continue;
            auto& draft = drafts[at];
            const bool dated = time_of(context, view, draft.trigger.word, draft.trigger.verb) != no_index;
            const bool line =
                (view.sentence->kind == SentenceKind::item || view.sentence->kind == SentenceKind::heading) &&
                (!view.amounts.empty() || dated);
            if ((draft.main && draft.use != Use::nominal) || (line && count == 0))
                add_topic(context, view, discourse, speaker, draft);
            // Beside another event a noun is told again when it surely names what was told before.
            if (!tells(context, view, draft, count == 0, dated) ||
                (draft.refers && count > 0 &&
                 !discourse.has_told(context.lexicon[draft.trigger.entry].frame)))
                continue;
            count += !only_means(context, view, draft, drafts);
            kept.push_back(std::move(draft));
        }
    }
    std::ranges::stable_sort(kept, {}, [](const Draft& d) { return d.trigger.word; });
    drafts = std::move(kept);
}

void drop_epithets(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                   std::vector<Draft>& drafts) {
    const auto speaks = [&](std::uint32_t verb) {
        return std::ranges::any_of(drafts, [&](const Draft& d) {
            const auto& frame = context.frames[context.lexicon[d.trigger.entry].frame];
            return d.trigger.word == verb && d.use != Use::nominal &&
                   (frame.type == "statement" || frame.under == "statement");
        });
    };
    const auto alone = [&](std::uint32_t noun) { // no verb stands in the quotation
        const auto verb = [&](std::uint32_t i) {
            const auto upos = view.words[i].upos;
            return upos == Upos::VERB || upos == Upos::AUX;
        };
        for (auto i = noun; i > 0 && sayings.quoted(i - 1); --i)
            if (verb(i - 1))
                return false;
        for (auto i = noun + 1; i < view.words.size() && sayings.quoted(i); ++i)
            if (verb(i))
                return false;
        return true;
    };
    std::vector<std::uint32_t> called;
    for (const auto& draft : drafts) {
        const auto noun = draft.trigger.word;
        const auto& word = view.words[noun];
        if (view.parsed && draft.use == Use::nominal && draft.named() == 0 && sayings.quoted(noun) &&
            word.head >= 0 && (word.relation == Deprel::obj || word.relation == Deprel::obl) &&
            !sayings.quoted(std::uint32_t(word.head)) && speaks(std::uint32_t(word.head)) && alone(noun))
            called.push_back(noun);
    }
    std::erase_if(drafts,
                  [&](const Draft& d) { return std::ranges::find(called, d.trigger.word) != called.end(); });
}

void drop_traits(const ReadingContext& context, const SentenceView& view, std::span<const Trigger> triggers,
                 std::vector<Draft>& drafts) {
    std::erase_if(drafts, [&](const Draft& draft) {
        const auto entry = draft.trigger.entry;
        const auto& word = view.words[draft.trigger.word];
        const bool unknown = entry == context.lexicon.unknown_predicate();
        const bool near =
            std::ranges::all_of(draft.arguments, [](const Argument& a) { return a.tier == Tier::nearest; });
        if (draft.use == Use::nominal || draft.use == Use::support ||
            !(unknown || (near && context.lexicon[entry].weak)))
            return false;
        if (view.clauses[word.clause].kind != Clause::Kind::relative || word.relation != Deprel::acl_relcl ||
            word.head < 0 || view.words[std::size_t(word.head)].names() ||
            view.words[std::size_t(word.head)].upos != Upos::NOUN ||
            std::ranges::any_of(triggers,
                                [&](const Trigger& t) { return std::int32_t(t.word) == word.head; }))
            return false;
        return draft.judgement.tense == ClauseTense::present &&
               draft.judgement.modality == Modality::asserted &&
               draft.judgement.polarity == Polarity::positive;
    });
}

} // namespace timeloom
