#include "events/telling.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "events/date_ranges.hpp"
#include "events/dating.hpp"
#include "events/distances.hpp"
#include "events/holders.hpp"
#include "events/phases.hpp"
#include "events/planned_days.hpp"
#include "events/reference.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

constexpr std::uint32_t longest_clause = 400; ///< bytes; a longer one is cut down to trigger and arguments

/// The words of the trigger's clause, or of its noun phrase, with its arguments in the sentence.
Span clause_span(const SentenceView& view, const Draft& draft) {
    const auto& trigger = draft.trigger;
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

/// The tense that a noun, participle or gerund has from the verb above it; that of a participle of the
/// passive is its own.
ClauseTense tense_above(const SentenceView& view, const FactualityJudge& judge, const Draft& draft) {
    const auto word = draft.trigger.word;
    const auto form = view.words[word].features.form;
    if (form == Features::Form::infinitive)
        return ClauseTense::none;
    if (draft.use == Use::passive)
        return ClauseTense::past;
    if (!view.parsed) {
        const auto verb = view.clauses[view.words[word].clause].verb;
        return verb == no_index ? ClauseTense::none : judge.judge(verb, verb, {}).tense;
    }
    constexpr int highest = 8;
    auto at = view.words[word].head;
    for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view.words[std::size_t(at)].head) {
        const auto above = judge.judge(std::uint32_t(at), std::uint32_t(at), {});
        if (above.tense != ClauseTense::none)
            return above.tense;
        if (view.words[std::size_t(at)].features.form == Features::Form::infinitive)
            return ClauseTense::none;
    }
    return ClauseTense::none;
}

/// "runs until 2031": what the present tense tells of now, and not of what has just happened.
bool holds_until(ClauseTense tense, const EventMention& mention) {
    return tense == ClauseTense::present && mention.time_relation == TimeRelation::until;
}

/// News in the present tense, or in a headline without verb, has happened when it is told: "Quellon buys
/// Brandt". What the present speaks of with a noun stays present: "the takeover marks an era".
ClauseTense tense_of(const SentenceView& view, const FactualityJudge& judge, const Draft& draft,
                     const EventMention& mention) {
    auto tense = draft.judgement.tense;
    if (mention.modality != Modality::asserted)
        return tense;
    if (tense == ClauseTense::none)
        tense = tense_above(view, judge, draft);
    if (mention.kind != EventKind::event || holds_until(tense, mention))
        return tense;
    const bool headline =
        view.sentence->kind == SentenceKind::heading || view.sentence->kind == SentenceKind::title;
    const bool topic = draft.use == Use::nominal && draft.judgement.tense == ClauseTense::none &&
                       is_definite(view, draft.trigger.first);
    if (tense == ClauseTense::present && topic)
        return tense;
    if (tense == ClauseTense::present || (tense == ClauseTense::none && headline))
        return ClauseTense::past;
    return tense == ClauseTense::future ? draft.judgement.tense : tense;
}

/// Whether a state is one of former times: "war einst Partner von Brandt", "until recently owned Brandt".
bool is_bygone(const ReadingContext& context, const SentenceView& view, const Draft& draft,
               const EventMention& mention) {
    const bool state = mention.kind == EventKind::state || draft.use == Use::predicate;
    const bool now = mention.tense == ClauseTense::present || mention.tense == ClauseTense::future;
    if (!state || now || mention.begins || mention.time != no_index || mention.polarity == Polarity::negative)
        return false;
    const auto own = view.words[draft.trigger.word].clause;
    return std::ranges::any_of(view.words, [&](const SentenceWord& word) {
        return word.timex != no_index && word.clause == own &&
               context.times[word.timex].value == "PAST_REF" &&
               context.times[word.timex].anchor != Anchor::narrated;
    });
}

/// "Quellon, which *bought* Brandt, said on Monday": told of somebody named in passing, it went before; not
/// what people do every day, such as statements.
bool is_recalled(const ReadingContext& context, const SentenceView& view, const Draft& draft,
                 const EventMention& mention) {
    constexpr int weekly = 7;
    const auto verb = draft.trigger.verb == no_index ? draft.trigger.word : draft.trigger.verb;
    const auto named = view.words[verb].head;
    return context.frames[mention.frame].recurs_after_days > weekly && mention.tense == ClauseTense::past &&
           mention.time == no_index && view.words[verb].relation == Deprel::acl_relcl && named >= 0 &&
           std::uint32_t(named) < verb && view.words[std::size_t(named)].names() &&
           view.words[std::size_t(named) + 1].punctuation();
}

/// Whether "from" says when something happens, and not since when it goes on: "das Urteil vom 3. Mai", "will
/// be on sale from June".
bool happens(const ReadingContext& context, const SentenceView& view, const Draft& draft, std::uint32_t time,
             const EventMention& mention) {
    const bool of_noun = draft.use == Use::nominal && time > 0 && view.words[time - 1].preposition != 0 &&
                         view.words[time - 1].preposition == context.classes.preposition_class("of");
    return mention.kind == EventKind::event &&
           (of_noun || mention.tense == ClauseTense::future || mention.modality == Modality::planned);
}

/// "Two years ago", "vor zwei Jahren": so many units back from the writing.
bool counts_back(const Timex& time) {
    using timing::Slot;
    return time.anchor == Anchor::published && time.reading.has(Slot::count) &&
           (time.reading.get(Slot::relation, 0) < 0 || time.reading.get(Slot::shift, 0) < 0);
}

/// Whether a sentence is a line above the prose of an article, or among its first.
bool in_lead(const SentenceView& view) {
    constexpr int lead_sentences = 3;
    int prose = 0;
    for (std::uint32_t s = 0; s < view.index && prose <= lead_sentences; ++s)
        prose += view.document->sentences[s].kind == SentenceKind::prose;
    return prose < lead_sentences;
}

/// Whether an event is done about another one, later than that: praise, permission, a verdict.
bool answers(const Frame& frame) {
    constexpr std::array types = {"approval", "ruling", "investigation", "delay"};
    return frame.speech() || std::ranges::find(types, frame.type) != types.end();
}

/// The mention's time. What lies ahead is a plan, whatever the tense; of what is told as done it is no date,
/// unless it hangs on the trigger itself: "spoke in the campaign for the election of 18 May".
void give_time(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
               const Draft& draft, EventMention& mention) {
    const auto& trigger = draft.trigger;
    const auto year = draft.use == Use::nominal || !in_lead(view)  ? YearOfNoun::dates
                      : context.frames[mention.frame].ends.empty() ? YearOfNoun::dates_if_gone
                                                                   : YearOfNoun::is_its_own;
    const bool noun =
        draft.use == Use::nominal || (draft.use == Use::support && trigger.word != trigger.verb);
    const bool ended = context.frames[mention.frame].type == "termination"; // "suspended the strike"
    if (const auto phases = noun && !ended ? phases_of(context, view, trigger.word) : RangeOfTime{};
        phases.from != no_index) {
        mention.time = view.words[phases.from].timex;
        mention.until = phases.to == no_index ? no_index : view.words[phases.to].timex;
        mention.time_relation = TimeRelation::since;
        return;
    }
    const auto planned =
        noun && mention.modality == Modality::planned ? planned_day(context, view, draft) : no_index;
    auto word = planned != no_index ? planned
                                    : time_of(context, view, trigger.word, trigger.verb, year,
                                              answers(context.frames[mention.frame]));
    const bool taken_up = word == no_index && draft.use != Use::nominal;
    if (taken_up)
        word = time_taken_up(context, view, trigger.word);
    if (word == no_index)
        return;
    const auto& time = context.times[view.words[word].timex];
    mention.dated_back = planned != no_index ? is_dated_back(view, judge, draft, time)
                                             : is_told_ahead(context, view, judge, draft, mention, word);
    if (mention.dated_back && mention.modality == Modality::asserted)
        mention.modality = Modality::planned;
    const bool past = mention.tense == ClauseTense::past;
    const bool done = past && mention.kind == EventKind::event &&
                      (mention.modality == Modality::asserted || mention.modality == Modality::reported);
    if (is_ahead(time.edtf, context.document.published.edtf) &&
        !is_gone_by(time.edtf, updated_on(context.times, view.index))) {
        const auto head = view.words[word].head;
        // "extended the contract until 2028", "approved the budget for 2028"
        if (done && (time.relation == TimeRelation::until || time.relation == TimeRelation::over))
            return;
        if (done && head >= 0 && std::uint32_t(head) != trigger.word && std::uint32_t(head) != trigger.verb)
            return;
        const bool holds = mention.tense == ClauseTense::present && time.relation == TimeRelation::until;
        if (!past && !holds && mention.modality == Modality::asserted &&
            context.lexicon[trigger.entry].construction != "clausal")
            mention.modality = Modality::planned;
    }
    mention.time = view.words[word].timex;
    mention.time_relation = taken_up ? TimeRelation::at : time.relation;
    if (taken_up)
        return;
    if (const auto range = range_at(context, view, word); range.to != no_index) {
        mention.time = view.words[range.from].timex;
        mention.until = view.words[range.to].timex;
        mention.time_relation = TimeRelation::since;
    } else if (mention.kind == EventKind::state && mention.tense == ClauseTense::present &&
               counts_back(time)) {
        mention.time_relation = TimeRelation::since; // "dirige a empresa há seis anos"
    } else if (time.relation == TimeRelation::since && happens(context, view, draft, word, mention)) {
        mention.time_relation = TimeRelation::at;
    } else if (time.relation == TimeRelation::before &&
               time.reading.get(timing::Slot::modifier, -1) == int(timing::Modifier::end)) {
        mention.time_relation = TimeRelation::by; // "before the end of March" may be in March
    }
}

EventMention mention_of(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                        const Draft& draft) {
    const auto& trigger = draft.trigger;
    const auto& entry = context.lexicon[trigger.entry];
    const auto& frame = context.frames[entry.frame];
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
    if (draft.judgement.undone && frame.may_be_off && draft.use == Use::nominal)
        mention.polarity = Polarity::negative;
    if (entry.negative)
        mention.polarity = mention.polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
    mention.tense = draft.judgement.tense;
    mention.anterior = draft.judgement.anterior;
    mention.ongoing = draft.judgement.ongoing;
    mention.trigger_lemma = entry.lemma;
    if (entry.lemma.empty())
        mention.trigger_lemma =
            view.lemma(trigger.word).empty() ? view.text(trigger.word) : view.lemma(trigger.word);
    mention.use = draft.use;
    mention.definite = draft.use == Use::nominal && is_definite(view, trigger.first);
    mention.further = is_further(context, view, trigger);
    if (const auto doer = unnamed_doer(view, trigger); doer != no_index)
        mention.doer = static_cast<std::uint32_t>(hash_key(fold_case(view.lemma(doer))));
    mention.begins = entry.begins;
    mention.ends = entry.ends;
    if (draft.judgement.ends && mention.kind == EventKind::state && mention.modality != Modality::planned) {
        // "no longer": the state held, and its end is what is told; "will no longer make" is a plan not to.
        mention.ends = true;
        mention.polarity = Polarity::positive;
    }
    if (entry.ended) // "no longer makes pumps": the end itself
        mention.polarity = Polarity::positive;
    mention.tier = Tier::path;
    for (const auto& argument : draft.arguments) {
        Participant participant;
        participant.role = argument.role;
        participant.tier = argument.tier;
        if (argument.mention == no_index) {
            participant.amount = view.amounts[argument.amount].amount;
            participant.span = view.amounts[argument.amount].amount.span;
        } else {
            participant.entity = context.entities.mentions[argument.mention].entity;
            participant.span = context.entities.mentions[argument.mention].span;
            mention.tier = std::max(mention.tier, argument.tier);
        }
        mention.participants.push_back(std::move(participant));
    }
    give_time(context, view, judge, draft, mention);
    mention.tense = tense_of(view, judge, draft, mention);
    mention.ends = mention.ends || is_bygone(context, view, draft, mention);
    mention.anterior = mention.anterior || is_recalled(context, view, draft, mention);
    return mention;
}

/// Whether who says so takes part in the matter: hearsay of a party to it is its own word.
bool takes_part(const EventMention& mention, const Attribution& holder) {
    return holder.entity != unknown_entity &&
           std::ranges::any_of(mention.participants,
                               [&](const Participant& p) { return p.entity == holder.entity; });
}

/// Who says so: the subject of the verb of saying above, the source that the clause names, whoever says what
/// stands around the saying, whoever is quoted.
void add_holders(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                 const Discourse& discourse, const Sayings& sayings, const Draft& draft,
                 std::span<const Draft> drafts, const Speaker& speaker, EventMention& mention) {
    const auto word = draft.trigger.word;
    const auto add = [&](const Speaker& who) {
        const auto holder = attribution_of(context, who);
        const auto same = [&](const Attribution& a) {
            return a.entity == holder.entity && (a.entity != unknown_entity || a.span == holder.span);
        };
        if (who.known() && std::ranges::none_of(mention.attribution, same))
            mention.attribution.push_back(holder);
        return holder;
    };
    bool quoted = false;
    for (const auto& saying : sayings.all()) {
        if (!sayings.covers(saying, word))
            continue;
        quoted |= saying.quotes;
        add(saying.speaker);
        if (!saying.cue)
            continue;
        if (const auto modality = judge.cue(*saying.cue).modality;
            modality && mention.modality == Modality::asserted)
            mention.modality = *modality;
        for (const auto& cue : judge.cues()) // "…, Reuters reported, citing Ana Rubio"
            if (cue.word >= saying.first && cue.word < saying.end &&
                judge.cue(cue).pos == TriggerPos::fixed && judge.cue(cue).scope == CueScope::holder)
                add(holder_at(context, view, judge, drafts, cue.word));
    }
    const bool begins_quoted = view.words.size() > 1 && view.words[0].punctuation() && sayings.quoted(1);
    if (!quoted && speaker.known() &&
        (discourse.quoted(view, word) || (begins_quoted && sayings.quoted(word))))
        add(speaker);
    // "Brandt habe verkauft."
    if (context.classes.profile().reported_mood && draft.judgement.told && mention.attribution.empty()) {
        if (mention.modality == Modality::asserted)
            mention.modality = Modality::reported;
        add(discourse.last_speaker());
    }
    for (const auto at : draft.judgement.holders) {
        if (const auto* saying = sayings.at(at)) {
            add(saying->speaker);
            continue;
        }
        const auto* cue = judge.cue_at(at);
        const auto holder = add(holder_at(context, view, judge, drafts, at));
        if (cue && judge.cue(*cue).pos == TriggerPos::fixed && mention.modality == Modality::reported &&
            takes_part(mention, holder))
            mention.modality = Modality::asserted;
    }
}

/// "If X, Y": what the condition tells points at what hangs on it.
void link_conditions(const SentenceView& view, std::span<const Draft> drafts, std::size_t first,
                     std::vector<EventMention>& mentions) {
    std::vector<std::uint32_t> consequence(view.clauses.size(), no_index);
    for (std::size_t d = 0; d < drafts.size(); ++d)
        if (const auto clause = drafts[d].judgement.condition_clause;
            clause != no_index && consequence[clause] == no_index)
            consequence[clause] = std::uint32_t(first + d);
    for (std::size_t d = 0; d < drafts.size(); ++d)
        if (drafts[d].judgement.condition)
            mentions[first + d].condition_of = consequence[view.words[drafts[d].trigger.word].clause];
}

} // namespace

Attribution attribution_of(const ReadingContext& context, const Speaker& speaker) {
    return {speaker.mention == no_index ? unknown_entity : context.entities.mentions[speaker.mention].entity,
            speaker.span};
}

void tell(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
          const Discourse& discourse, const Sayings& sayings, const Speaker& speaker,
          std::span<const Draft> drafts, std::vector<EventMention>& mentions) {
    const auto first = mentions.size();
    for (const auto& draft : drafts) {
        mentions.push_back(mention_of(context, view, judge, draft));
        add_holders(context, view, judge, discourse, sayings, draft, drafts, speaker, mentions.back());
    }
    free_from_planned_days(std::span(mentions).subspan(first));
    link_conditions(view, drafts, first, mentions);
    end_states(context, std::span(mentions).subspan(first));
    count_distances(context, view, drafts, std::uint32_t(first), std::span(mentions).subspan(first));
    count_from_what_was_told(mentions, first);
}

} // namespace timeloom
