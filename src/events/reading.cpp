#include "events/reading.hpp"

#include "events/dating.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t longest_clause = 400; ///< bytes; a longer one is cut down to trigger and arguments

bool slot_filled(const BindingContext& binding, const LexicalEntry& entry, std::string_view slot,
                 std::span<const Argument> arguments) {
    std::optional<Role> role;
    for (const auto& own : entry.slots)
        if (own.name == slot)
            role = own.role;
    if (!role)
        role = binding.frames[entry.frame].role_of(slot);
    if (!role)
        return true;
    return std::ranges::any_of(arguments,
                               [&](const Argument& a) { return a.role == *role && a.mention != no_index; });
}

} // namespace

bool SentenceReader::tells(const SentenceView& view, const Draft& draft) const {
    const auto& entry = context_.lexicon[draft.trigger->entry];
    const auto& frame = context_.frames[entry.frame];
    const auto named =
        std::ranges::count_if(draft.arguments, [](const Argument& a) { return a.mention != no_index; });
    if (named == 0)
        return false;
    const BindingContext binding{
        view, context_.entities, context_.lexicon, context_.classes, context_.frames, context_.constructions};
    if (!entry.needs.empty() && !slot_filled(binding, entry, entry.needs, draft.arguments) &&
        draft.use != Use::passive)
        return false;
    if (entry.weak && named < 1)
        return false;
    for (const auto& role : frame.roles)
        if (role.required &&
            std::ranges::find(draft.arguments, role.role, &Argument::role) == draft.arguments.end())
            return false;
    return true;
}

/// The words of the trigger's clause, or of its noun phrase, with its arguments in the sentence.
Span SentenceReader::clause_span(const SentenceView& view, const Draft& draft) const {
    const auto& trigger = *draft.trigger;
    std::uint32_t first = trigger.first, last = trigger.last;
    for (const auto& argument : draft.arguments) {
        if (argument.tier == Tier::nearest)
            continue;
        first = std::min(first, argument.word);
        last = std::max(last, argument.word);
    }
    auto low = first, high = last;
    if (draft.use != Use::nominal) {
        const auto own = view.words[trigger.word].clause;
        while (low > 0 && view.words[low - 1].clause == own)
            --low;
        while (high + 1 < view.words.size() && view.words[high + 1].clause == own)
            ++high;
    } else {
        while (low > 0 && (view.has(low - 1, ClassOf::determiner) ||
                           (view.tagged && view.words[low - 1].upos == Upos::ADJ)))
            --low;
    }
    const auto trim = [&](std::uint32_t i) {
        return view.words[i].punctuation() || view.has(i, ClassOf::coordinator);
    };
    while (low < first && trim(low))
        ++low;
    while (high > last && trim(high))
        --high;
    Span span = cover(view.words[low].unit.span, view.words[high].unit.span);
    if (span.length() > longest_clause)
        span = cover(view.words[first].unit.span, view.words[last].unit.span);
    return span;
}

EventMention SentenceReader::mention_of(const SentenceView& view, const Draft& draft) const {
    const auto& trigger = *draft.trigger;
    const auto& entry = context_.lexicon[trigger.entry];
    const auto& frame = context_.frames[entry.frame];
    EventMention mention;
    mention.clause = clause_span(view, draft);
    mention.trigger = view.words[trigger.word].unit.span;
    mention.sentence = view.index;
    mention.frame = entry.frame;
    mention.kind = entry.kind.value_or(frame.kind);
    mention.modality = draft.judgement.modality;
    if (entry.modality && mention.modality == Modality::asserted)
        mention.modality = *entry.modality;
    mention.polarity = draft.judgement.polarity;
    if (entry.negative)
        mention.polarity = mention.polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
    mention.tense = draft.judgement.tense;
    mention.trigger_lemma = entry.lemma;
    mention.construction = name_of(draft.use);
    mention.begins = entry.begins;
    mention.ends = entry.ends;
    mention.tier = Tier::path;
    for (const auto& argument : draft.arguments) {
        Participant participant;
        participant.role = argument.role;
        participant.tier = argument.tier;
        if (argument.mention == no_index) {
            participant.filler = view.amounts[argument.amount].amount;
            participant.span = view.amounts[argument.amount].amount.span;
        } else {
            participant.filler = context_.entities.mentions[argument.mention].entity;
            participant.span = context_.entities.mentions[argument.mention].span;
            mention.tier = std::max(mention.tier, argument.tier);
        }
        mention.participants.push_back(std::move(participant));
    }
    const auto time = time_of(view, trigger.word, trigger.verb);
    if (time != no_index) {
        mention.time = view.words[time].timex;
        mention.time_relation = context_.times[mention.time].relation;
    }
    return mention;
}

/// Who says so: the subject of the verb of saying, or the name behind "según".
void SentenceReader::add_holders(const SentenceView& view, const Draft& draft, std::span<const Draft> drafts,
                                 EventMention& mention) const {
    for (const auto word : draft.judgement.holders) {
        const auto said =
            std::ranges::find_if(drafts, [&](const Draft& d) { return d.trigger->word == word; });
        if (said != drafts.end()) {
            for (const auto& argument : said->arguments)
                if (argument.mention != no_index &&
                    (argument.role == Role::agent || argument.role == Role::party))
                    mention.attribution.push_back({context_.entities.mentions[argument.mention].entity,
                                                   context_.entities.mentions[argument.mention].span});
            continue;
        }
        for (auto i = word + 1; i < view.words.size() && i < word + 8; ++i)
            if (view.words[i].names()) {
                const auto& m = context_.entities.mentions[view.words[i].first_mention];
                mention.attribution.push_back({m.entity, m.span});
                break;
            }
    }
}

void SentenceReader::read(const SentenceView& view, std::span<const Trigger> triggers) {
    const BindingContext binding{
        view, context_.entities, context_.lexicon, context_.classes, context_.frames, context_.constructions};
    const FactualityJudge judge(view, context_.cues);
    std::vector<Draft> drafts;
    for (const auto& trigger : triggers) {
        Draft draft{&trigger, use_of(binding, trigger), {}, {}};
        draft.arguments = bind(binding, trigger, draft.use);
        draft.judgement = judge.judge(trigger.word, trigger.verb);
        drafts.push_back(std::move(draft));
    }
    for (const auto& draft : drafts) {
        if (!tells(view, draft))
            continue;
        mentions_.push_back(mention_of(view, draft));
        add_holders(view, draft, drafts, mentions_.back());
    }
}

} // namespace timeloom
