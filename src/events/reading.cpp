#include "events/reading.hpp"

#include "events/dating.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t longest_clause = 400; ///< bytes; a longer one is cut down to trigger and arguments

/// The word that carries the meaning of a clause's finite verb: what an auxiliary stands for.
std::uint32_t main_word(const SentenceView& view, const Clause& clause) {
    if (clause.verb == no_index || !view.parsed)
        return clause.verb;
    const auto& verb = view.words[clause.verb];
    const bool auxiliary =
        verb.relation == Deprel::aux || verb.relation == Deprel::aux_pass || verb.relation == Deprel::cop;
    return auxiliary && verb.head >= 0 ? std::uint32_t(verb.head) : clause.verb;
}

/// Whether a noun is said of another: behind a copula, or set beside a name.
bool predicative(const SentenceView& view, std::uint32_t noun) {
    if (view.parsed) {
        if (view.words[noun].relation == Deprel::appos)
            return true;
        return std::ranges::any_of(view.children_of(noun),
                                   [&](auto child) { return view.words[child].relation == Deprel::cop; });
    }
    for (auto i = noun; i > 0 && noun - i < 6; --i) {
        if (view.has(i - 1, ClassOf::passive))
            return true;
        if (view.words[i - 1].punctuation())
            return view.text(i - 1) == "," && i >= 2 && view.words[i - 2].names();
        if (view.words[i - 1].preposition)
            return false;
    }
    return false;
}

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

std::size_t SentenceReader::Draft::named() const {
    return std::size_t(
        std::ranges::count_if(arguments, [](const Argument& a) { return a.mention != no_index; }));
}

/// Whether a word stands inside a quotation, of this sentence or of one that began before it.
bool SentenceReader::quoted(const SentenceView& view, std::uint32_t word) const {
    auto clause = view.words[word].clause;
    for (int steps = 0; clause != no_index && steps < 6; ++steps) {
        if (view.clauses[clause].kind == Clause::Kind::quotation)
            return true;
        clause = view.clauses[clause].parent;
    }
    if (!quoting_)
        return false;
    const auto before = std::min<std::uint32_t>(word, 60);
    for (auto i = word - before; i < word; ++i)
        if (view.words[i].punctuation() &&
            (view.text(i) == "\"" || view.text(i) == "”" || view.text(i) == "»"))
            return false;
    return true;
}

/// The subject of the verb of saying in this sentence, else whoever spoke last; none when nobody did.
std::uint32_t SentenceReader::speaker_of(const SentenceView& view, std::span<const Draft> drafts) const {
    for (const auto& draft : drafts) {
        if (context_.lexicon[draft.trigger.entry].construction != "clausal" ||
            quoted(view, draft.trigger.word))
            continue;
        for (const auto& argument : draft.arguments)
            if (argument.mention != no_index && argument.role == Role::agent)
                return argument.mention;
    }
    return last_speaker_;
}

std::vector<SentenceReader::Draft> SentenceReader::drafts_of(const SentenceView& view,
                                                             std::span<const Trigger> triggers) const {
    const BindingContext binding{
        view, context_.entities, context_.lexicon, context_.classes, context_.frames, context_.constructions};
    std::vector<Draft> drafts;
    for (const auto& trigger : triggers) {
        Draft draft{trigger, use_of(binding, trigger), {}, {}, false, 0};
        draft.arguments = bind(binding, trigger, draft.use);
        const auto& entry = context_.lexicon[trigger.entry];
        const auto& clause = view.clauses[view.words[trigger.word].clause];
        const auto main = main_word(view, clause);
        if (draft.use == Use::predicate && entry.pos == TriggerPos::noun && !predicative(view, trigger.word))
            draft.use = Use::nominal;
        const bool verbal = trigger.verb != no_index || draft.use == Use::predicate;
        draft.main = main != no_index && (trigger.word == main || trigger.verb == main);
        if (!view.parsed && verbal && clause.verb != no_index && trigger.verb != no_index &&
            trigger.verb > clause.verb && trigger.verb - clause.verb < 5)
            draft.main = true;
        const int weight = int(std::min<std::size_t>(draft.named(), 3)) * 10 - (entry.weak ? 8 : 0);
        draft.rank = weight + (draft.main ? 60 : draft.use == Use::support ? 55 : verbal ? 30 : 20);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

/// A clause that nobody knows the verb of tells something when a name is its subject or object.
void SentenceReader::add_unknown_predicates(const SentenceView& view, std::uint32_t speaker,
                                            std::vector<Draft>& drafts) const {
    const BindingContext binding{
        view, context_.entities, context_.lexicon, context_.classes, context_.frames, context_.constructions};
    std::vector<bool> told(view.clauses.size()), busy(view.clauses.size());
    for (const auto& draft : drafts)
        if (draft.named() > 0)
            busy[view.words[draft.trigger.word].clause] = true;
    for (const auto& draft : drafts)
        if (draft.main || draft.use == Use::support) {
            told[view.words[draft.trigger.word].clause] = true;
            if (draft.trigger.verb != no_index)
                told[view.words[draft.trigger.verb].clause] = true;
        }
    for (std::uint32_t c = 0; c < view.clauses.size(); ++c) {
        const auto main = main_word(view, view.clauses[c]);
        if (main == no_index || told[c] || view.words[main].punctuation())
            continue;
        Trigger trigger;
        trigger.entry = context_.lexicon.unknown_predicate();
        trigger.word = trigger.verb = trigger.first = trigger.last = main;
        trigger.form = view.words[main].features;
        Draft draft{trigger, Use::active, {}, {}, true, 0};
        if (view.tagged && view.words[main].upos != Upos::VERB)
            draft.use = Use::predicate;
        else
            draft.use = use_of(binding, trigger);
        draft.arguments = bind(binding, trigger, draft.use);
        std::erase_if(draft.arguments, [](const Argument& a) { return a.amount != no_index; });
        if (speaker != no_index && quoted(view, main)) {
            draft.trigger.entry = context_.lexicon.quotation();
            draft.arguments.clear();
            draft.arguments.push_back({Role::agent, speaker, no_index, main, Tier::nearest});
        }
        const bool auxiliary = view.has(main, ClassOf::passive) || view.has(main, ClassOf::perfect) ||
                               view.has(main, ClassOf::modal);
        if (draft.named() == 0 || (auxiliary && busy[c]))
            continue;
        draft.rank = 10 + int(draft.named());
        drafts.push_back(std::move(draft));
    }
}

/// Gives the other names of a clause to its main predicate, in roles that are free: what is named there takes
/// part.
void SentenceReader::add_left_over(const SentenceView& view, std::vector<Draft>& drafts) const {
    constexpr Role order[] = {Role::object, Role::counterparty, Role::patient, Role::beneficiary,
                              Role::holder, Role::agent,        Role::party,   Role::source};
    constexpr std::uint32_t window = 40;
    std::vector<std::uint32_t> best(view.clauses.size(), no_index);
    for (std::uint32_t d = 0; d < drafts.size(); ++d) {
        auto& leader = best[view.words[drafts[d].trigger.word].clause];
        if (leader == no_index || drafts[d].rank > drafts[leader].rank)
            leader = d;
    }
    for (const auto leader : best) {
        if (leader == no_index)
            continue;
        auto& draft = drafts[leader];
        const auto own = view.words[draft.trigger.word].clause;
        const auto& clause = view.clauses[own];
        const auto& frame = context_.frames[context_.lexicon[draft.trigger.entry].frame];
        const auto word = draft.trigger.word;
        for (auto i = std::max(clause.first, word > window ? word - window : 0);
             i < std::min(clause.end, word + window); ++i) {
            if (view.words[i].clause != own || !view.words[i].names())
                continue;
            for (std::uint32_t m = 0; m < view.words[i].mention_count; ++m) {
                const auto index = view.words[i].first_mention + m;
                const auto entity = context_.entities.mentions[index].entity;
                const auto type = context_.entities.entities[entity].type;
                if (type == EntityType::place ||
                    context_.entities.mentions[index].kind == MentionKind::possessive)
                    continue;
                const bool known = std::ranges::any_of(draft.arguments, [&](const Argument& a) {
                    return a.mention != no_index && context_.entities.mentions[a.mention].entity == entity;
                });
                if (known)
                    continue;
                for (const auto role : order) {
                    if (!frame.accepts(role, type))
                        continue;
                    if (role != Role::object &&
                        std::ranges::find(draft.arguments, role, &Argument::role) != draft.arguments.end())
                        continue;
                    draft.arguments.push_back({role, index, no_index, i, Tier::nearest});
                    break;
                }
            }
        }
    }
}

/// A predicate without any name is told of whoever was spoken of last.
void SentenceReader::add_topic(const SentenceView& view, std::uint32_t speaker, Draft& draft) const {
    if (draft.named() > 0)
        return;
    const auto& entry = context_.lexicon[draft.trigger.entry];
    const bool speaks = speaker != no_index && quoted(view, draft.trigger.word);
    const auto topic = speaks ? speaker : last_subject_;
    if (topic == no_index)
        return;
    const auto& frame = context_.frames[entry.frame];
    const auto type = context_.entities.entities[context_.entities.mentions[topic].entity].type;
    const char* slots[] = {draft.use == Use::passive ? "B" : "A", "P", "B"};
    for (const auto* slot : slots) {
        auto role = frame.role_of(slot);
        for (const auto& own : entry.slots)
            if (own.name == slot)
                role = own.role;
        if (!role || !frame.accepts(*role, type))
            continue;
        draft.arguments.push_back({*role, topic, no_index, draft.trigger.word, Tier::nearest});
        return;
    }
}

bool SentenceReader::tells(const SentenceView& view, const Draft& draft, bool alone) const {
    const auto& entry = context_.lexicon[draft.trigger.entry];
    const auto& frame = context_.frames[entry.frame];
    const auto named = draft.named();
    if (named == 0)
        return false;
    const BindingContext binding{
        view, context_.entities, context_.lexicon, context_.classes, context_.frames, context_.constructions};
    if (entry.weak && !draft.main &&
        std::ranges::all_of(draft.arguments, [](const Argument& a) { return a.tier == Tier::nearest; }))
        return false;
    if (!draft.main) {
        if (!entry.needs.empty() && !slot_filled(binding, entry, entry.needs, draft.arguments) &&
            draft.use != Use::passive)
            return false;
        if (entry.weak && named < 2 && !alone)
            return false;
    }
    for (const auto& role : frame.roles)
        if (role.required &&
            std::ranges::find(draft.arguments, role.role, &Argument::role) == draft.arguments.end())
            return false;
    return true;
}

/// Keeps the drafts that tell most of their clause: a clause seldom tells more than two things.
void SentenceReader::choose(const SentenceView& view, std::uint32_t speaker,
                            std::vector<Draft>& drafts) const {
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
            const bool line =
                (view.sentence->kind == SentenceKind::item || view.sentence->kind == SentenceKind::heading) &&
                (!view.amounts.empty() || time_of(view, draft.trigger.word, draft.trigger.verb) != no_index);
            if (draft.main || (line && count == 0))
                add_topic(view, speaker, draft);
            if (!tells(view, draft, count == 0))
                continue;
            kept.push_back(std::move(draft));
            ++count;
        }
    }
    std::ranges::stable_sort(kept, {}, [](const Draft& d) { return d.trigger.word; });
    drafts = std::move(kept);
}

/// Who was spoken of, and who spoke, for the sentences to come.
void SentenceReader::remember(const SentenceView& view, std::span<const Draft> drafts) {
    for (const auto& draft : drafts) {
        const auto& entry = context_.lexicon[draft.trigger.entry];
        for (const auto& argument : draft.arguments) {
            if (argument.mention == no_index || argument.tier == Tier::nearest)
                continue;
            const auto type =
                context_.entities.entities[context_.entities.mentions[argument.mention].entity].type;
            if (type == EntityType::place)
                continue;
            const bool subject = argument.role == Role::agent || argument.role == Role::party ||
                                 argument.role == Role::holder || argument.role == Role::approver ||
                                 (draft.use == Use::passive && draft.main);
            if (!subject || (!draft.main && last_subject_ != no_index))
                continue;
            last_subject_ = argument.mention;
            if (entry.construction == "clausal")
                last_speaker_ = argument.mention;
            break;
        }
    }
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        if (!view.words[i].punctuation())
            continue;
        const auto mark = view.text(i);
        if (mark == "\"")
            quoting_ = !quoting_;
        else if (mark == "«" || mark == "“" || mark == "„")
            quoting_ = !(mark == "“" && quoting_);
        else if (mark == "»" || mark == "”")
            quoting_ = false;
    }
}

/// The words of the trigger's clause, or of its noun phrase, with its arguments in the sentence.
Span SentenceReader::clause_span(const SentenceView& view, const Draft& draft) const {
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

EventMention SentenceReader::mention_of(const SentenceView& view, const Draft& draft) const {
    const auto& trigger = draft.trigger;
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
    mention.trigger_lemma = !entry.lemma.empty()                     ? entry.lemma
                            : view.words[trigger.word].lemma.empty() ? std::string(view.text(trigger.word))
                                                                     : view.words[trigger.word].lemma;
    mention.construction = name_of(draft.use);
    mention.begins = entry.begins;
    mention.ends = entry.ends;
    if (draft.judgement.ends && mention.kind == EventKind::state) {
        // "no longer": the state held, and its end is what is told.
        mention.ends = true;
        mention.polarity = Polarity::positive;
    }
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
        // What lies behind the day of publication is a plan, whatever the tense.
        const auto& told = context_.times[mention.time].edtf;
        const auto& published = context_.document.published.edtf;
        const auto shared = std::min(told.size(), published.size());
        const bool plain = shared >= 4 && told.find_first_not_of("0123456789-") == std::string::npos;
        if (plain && told.compare(0, shared, published, 0, shared) > 0 &&
            mention.modality == Modality::asserted && mention.tense != ClauseTense::past &&
            entry.construction != "clausal")
            mention.modality = Modality::planned;
    }
    return mention;
}

/// Who says so: the subject of the verb of saying, or the name behind "según".
void SentenceReader::add_holders(const SentenceView& view, const Draft& draft, std::span<const Draft> drafts,
                                 std::uint32_t speaker, EventMention& mention) const {
    if (speaker != no_index && quoted(view, draft.trigger.word))
        mention.attribution.push_back(
            {context_.entities.mentions[speaker].entity, context_.entities.mentions[speaker].span});
    for (const auto word : draft.judgement.holders) {
        const auto said =
            std::ranges::find_if(drafts, [&](const Draft& d) { return d.trigger.word == word; });
        if (said != drafts.end()) {
            for (const auto& argument : said->arguments)
                if (argument.mention != no_index &&
                    (argument.role == Role::agent || argument.role == Role::party))
                    mention.attribution.push_back({context_.entities.mentions[argument.mention].entity,
                                                   context_.entities.mentions[argument.mention].span});
            continue;
        }
        // Hearsay of a party to the matter is its own word.
        const auto own_word = [&](std::uint32_t entity) {
            return std::ranges::any_of(mention.participants, [&](const Participant& p) {
                const auto* filler = std::get_if<std::uint32_t>(&p.filler);
                return filler && *filler == entity;
            });
        };
        for (auto i = word + 1; i < view.words.size() && i < word + 8; ++i)
            if (view.words[i].names()) {
                const auto& m = context_.entities.mentions[view.words[i].first_mention];
                mention.attribution.push_back({m.entity, m.span});
                if (mention.modality == Modality::reported && own_word(m.entity))
                    mention.modality = Modality::asserted;
                break;
            }
    }
}

/// "If X, Y": what the condition tells points at what hangs on it.
void SentenceReader::link_conditions(const SentenceView& view, std::span<const Draft> drafts,
                                     std::size_t first) {
    std::vector<std::uint32_t> consequence(view.clauses.size(), no_index);
    for (std::size_t d = 0; d < drafts.size(); ++d)
        if (const auto clause = drafts[d].judgement.condition_clause;
            clause != no_index && consequence[clause] == no_index)
            consequence[clause] = std::uint32_t(first + d);
    for (std::size_t d = 0; d < drafts.size(); ++d)
        if (drafts[d].judgement.condition)
            mentions_[first + d].condition_of = consequence[view.words[drafts[d].trigger.word].clause];
}

void SentenceReader::read(const SentenceView& view, std::span<const Trigger> triggers) {
    auto drafts = drafts_of(view, triggers);
    const auto speaker = speaker_of(view, drafts);
    add_unknown_predicates(view, speaker, drafts);
    add_left_over(view, drafts);
    choose(view, speaker, drafts);
    const FactualityJudge judge(view, context_.cues);
    for (auto& draft : drafts)
        draft.judgement = judge.judge(draft.trigger.word, draft.trigger.verb, draft.trigger.form);
    const auto first = mentions_.size();
    for (const auto& draft : drafts) {
        mentions_.push_back(mention_of(view, draft));
        add_holders(view, draft, drafts, speaker, mentions_.back());
    }
    link_conditions(view, drafts, first);
    remember(view, drafts);
}

} // namespace timeloom
