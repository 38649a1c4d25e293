#include "events/draft.hpp"

#include "events/control.hpp"
#include "events/requirements.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// The word that carries the meaning of a clause's finite verb: what an auxiliary stands for.
std::uint32_t main_word(const SentenceView& view, const Clause& clause) {
    if (clause.verb == no_index || !view.parsed)
        return clause.verb;
    const auto& verb = view.words[clause.verb];
    const bool auxiliary =
        verb.relation == Deprel::aux || verb.relation == Deprel::aux_pass || verb.relation == Deprel::cop;
    if (auxiliary && verb.head >= 0)
        return std::uint32_t(verb.head);
    for (const auto child : view.children_of(clause.verb)) // "will … schließen"
        if (verb.is(ClassOf::modal) && view.words[child].relation == Deprel::xcomp &&
            view.words[child].upos == Upos::VERB)
            return child;
    return clause.verb;
}

/// "decided to sell", "is poised to sell", "is able to sell": whether a verb is what the main word of its
/// clause leads up to: a verb, or what only says how certain it is.
bool completes(const SentenceView& view, const FactualityJudge& judge, std::uint32_t verb,
               std::uint32_t main) {
    if (verb == no_index || !view.parsed || view.words[verb].head != std::int32_t(main))
        return false;
    const auto relation = view.words[verb].relation;
    if (view.words[main].upos == Upos::VERB)
        return relation == Deprel::xcomp;
    const auto copula = [&](auto child) { return view.words[child].relation == Deprel::cop; };
    const auto copulas = view.children_of(main);
    const auto at = std::ranges::find_if(copulas, copula);
    return (relation == Deprel::xcomp || relation == Deprel::acl) && at != copulas.end() &&
           (judge.cue_at(main) || judge.cue_at(*at));
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

} // namespace

std::size_t Draft::named() const {
    return std::size_t(
        std::ranges::count_if(arguments, [](const Argument& a) { return a.mention != no_index; }));
}

bool Draft::fills(Role role) const {
    return std::ranges::find(arguments, role, &Argument::role) != arguments.end();
}

bool Draft::has(const DocumentEntities& entities, std::uint32_t entity) const {
    return std::ranges::any_of(arguments, [&](const Argument& a) {
        return a.mention != no_index && entities.mentions[a.mention].entity == entity;
    });
}

namespace {

/// "Brandt approved the purchase": who does what the verb tells does not do what its object tells, but for
/// verbs of announcing, planning and the like (slot "doing" of frames.tsv).
void part_doings(const ReadingContext& context, const SentenceView& view, std::vector<Draft>& drafts) {
    const auto doer = [&](const Draft& draft) {
        return context.frames[context.lexicon[draft.trigger.entry].frame].role_of("A");
    };
    for (auto& noun : drafts) {
        const auto& word = view.words[noun.trigger.word];
        if (noun.use != Use::nominal || word.head < 0 ||
            (word.relation != Deprel::obj && word.relation != Deprel::nsubj_pass &&
             word.relation != Deprel::obl))
            continue;
        const auto verb = std::ranges::find_if(drafts, [&](const Draft& d) {
            return d.use != Use::nominal && std::int32_t(d.trigger.word) == word.head;
        });
        if (verb == drafts.end() ||
            context.frames[context.lexicon[verb->trigger.entry].frame].role_of("doing"))
            continue;
        const auto own = doer(noun), other = doer(*verb);
        std::erase_if(noun.arguments, [&](const Argument& a) {
            return a.role == own && a.tier != Tier::path &&
                   std::ranges::any_of(verb->arguments, [&](const Argument& b) {
                       return b.role == other && b.mention == a.mention && a.mention != no_index;
                   });
        });
    }
}

/// "suspended production": a noun that is told with its verb tells nothing of its own.
void drop_told_nouns(const ReadingContext& context, const SentenceView& view, std::vector<Draft>& drafts) {
    std::vector<std::uint32_t> nouns;
    for (const auto& draft : drafts)
        for (const auto& requirement : context.lexicon[draft.trigger.entry].requirements)
            if (context.lexicon[draft.trigger.entry].alone && requirement.nouns != 0)
                for (const auto word : words_in(context, view, draft, requirement.slot))
                    nouns.push_back(word);
    std::erase_if(drafts, [&](const Draft& d) {
        return d.use == Use::nominal && std::ranges::find(nouns, d.trigger.word) != nouns.end();
    });
}

/// "a ruling is expected": whether a noun is the subject of a passive that only says how it stands.
bool is_expected(const SentenceView& view, std::uint32_t noun, std::uint32_t verb) {
    const auto& word = view.words[noun];
    return view.parsed ? word.relation == Deprel::nsubj_pass && word.head == std::int32_t(verb)
                       : noun < verb && word.clause == view.words[verb].clause;
}

/// "is expected to sign", "it is said that", "a ruling is expected": who says so is left open, and what is
/// said is told by itself; so it is in "expects to sign", by whoever expects it.
bool hearsay(const SentenceView& view, const Draft& draft, const LexicalEntry& entry,
             std::span<const Trigger> triggers) {
    const bool passive = draft.use == Use::passive;
    if (entry.construction != "clausal" || !(passive || (entry.weak && draft.use == Use::active)))
        return false;
    const auto verb = draft.trigger.word;
    if (passive && entry.weak &&
        std::ranges::any_of(triggers, [&](const Trigger& t) { return is_expected(view, t.word, verb); }))
        return true;
    bool said = false;
    for (const auto child : view.children_of(verb)) {
        const auto relation = view.words[child].relation;
        if (relation == Deprel::obl_agent)
            return false;
        said |= (relation == Deprel::xcomp ||
                 (passive && (relation == Deprel::ccomp || relation == Deprel::csubj))) &&
                std::ranges::any_of(triggers,
                                    [&](const Trigger& t) { return t.word == child || t.verb == child; });
    }
    return said;
}

/// "the planned merger": how the noun's event stands, which that event itself tells.
bool qualifies(const SentenceView& view, const Draft& draft, const Frame& frame,
               std::span<const Trigger> triggers) {
    const auto& word = view.words[draft.trigger.word];
    return frame.kind == EventKind::state && frame.role_of("doing") && word.relation == Deprel::amod &&
           std::ranges::any_of(triggers, [&](const Trigger& t) { return std::int32_t(t.word) == word.head; });
}

/// "the year ending March 31": a participle between two times tells which span is meant.
bool bounds_time(const SentenceView& view, std::uint32_t word) {
    const auto form = view.words[word].features.form;
    return word > 0 && word + 1 < view.words.size() && view.words[word - 1].timex != no_index &&
           view.words[word + 1].timex != no_index &&
           (form == Features::Form::gerund || form == Features::Form::participle ||
            view.words[word].is(ClassOf::finishing));
}

/// "bought it", "police arrested …": an object that is a pronoun, or a subject that is a plain noun, is told,
/// and is none of the other names.
bool has_unnamed(const SentenceView& view, const Trigger& trigger, Deprel relation, Upos upos) {
    const auto verb = relation == Deprel::nsubj ? verb_with_subject(view, trigger.word) : trigger.word;
    return trigger.verb == trigger.word && std::ranges::any_of(view.children_of(verb), [&](auto child) {
               const auto& word = view.words[child];
               return word.relation == relation && word.upos == upos && !word.names() &&
                      word.amount == no_index && word.timex == no_index;
           });
}

/// "did not want to comment": a plan to say something is none.
bool plans_to_say(const ReadingContext& context, const SentenceView& view, const Draft& draft,
                  const Frame& frame, std::span<const Trigger> triggers) {
    return frame.type == "plan" && draft.use == Use::active &&
           std::ranges::any_of(triggers, [&](const Trigger& t) {
               const auto said = t.verb == draft.trigger.word ? t.word : t.verb;
               return context.frames[context.lexicon[t.entry].frame].speech() && said != no_index &&
                      view.words[said].relation == Deprel::xcomp &&
                      view.words[said].head == std::int32_t(draft.trigger.word);
           });
}

/// "Tre morti e dieci feriti a Napoli": a heading that counts what it tells.
bool heads_count(const SentenceView& view, std::uint32_t word) {
    return view.words[word].relation == Deprel::root &&
           std::ranges::any_of(view.children_of(word),
                               [&](auto child) { return view.words[child].relation == Deprel::nummod; });
}

/// "hat das Verbot der Fähre am Freitag aufgehoben": where the verb closes the clause, an auxiliary is far
/// from it.
bool closes_clause(const ReadingContext& context, const SentenceView& view, std::uint32_t auxiliary) {
    return context.classes.profile().verb_final &&
           (view.has(auxiliary, ClassOf::perfect) || view.has(auxiliary, ClassOf::passive) ||
            view.has(auxiliary, ClassOf::modal));
}

} // namespace

std::vector<Draft> draft_triggers(const ReadingContext& context, const SentenceView& view,
                                  const FactualityJudge& judge, std::span<const Trigger> triggers) {
    const auto binding = context.binding(view);
    std::vector<Draft> drafts;
    std::vector<std::uint32_t> hearsays; ///< verbs that only say how what they speak of stands
    std::uint32_t settled = no_index;    ///< the word whose reading has been found
    for (const auto& trigger : triggers) {
        if (trigger.word == settled)
            continue;
        Draft draft{trigger,
                    use_of(binding, trigger),
                    {},
                    {},
                    false,
                    0,
                    has_unnamed(view, trigger, Deprel::nsubj, Upos::NOUN) ||
                        controlled_by_unnamed(binding, trigger.verb),
                    has_unnamed(view, trigger, Deprel::obj, Upos::PRON),
                    false};
        const auto& entry = context.lexicon[trigger.entry];
        // Plain nouns are looked at before arguments are bound, which takes longer.
        if (std::ranges::any_of(entry.requirements, [&](const auto& r) {
                return r.nouns != 0 && r.types == 0 && !meets(context, view, draft, r);
            }))
            continue;
        draft.arguments = bind(binding, trigger, draft.use);
        if (!std::ranges::all_of(entry.requirements,
                                 [&](const auto& r) { return meets(context, view, draft, r); }) ||
            (entry.ended && !judge.judge(trigger.word, trigger.verb, trigger.form).ends))
            continue;
        settled = trigger.word;
        if (hearsay(view, draft, entry, triggers))
            hearsays.push_back(trigger.word);
        if (entry.nothing || (!hearsays.empty() && hearsays.back() == trigger.word) ||
            qualifies(view, draft, context.frames[entry.frame], triggers) ||
            bounds_time(view, trigger.word) ||
            plans_to_say(context, view, draft, context.frames[entry.frame], triggers))
            continue;
        const auto& clause = view.clauses[view.words[trigger.word].clause];
        const auto main = main_word(view, clause);
        if (draft.use == Use::predicate && entry.pos == TriggerPos::noun && !predicative(view, trigger.word))
            draft.use = Use::nominal;
        const bool verbal = trigger.verb != no_index || draft.use == Use::predicate;
        draft.main = main != no_index &&
                     (trigger.word == main || trigger.verb == main ||
                      (entry.construction != "clausal" && completes(view, judge, trigger.verb, main)));
        draft.main |= clause.verb == no_index && heads_count(view, trigger.word);
        if (!view.parsed && verbal && clause.verb != no_index && trigger.verb != no_index &&
            trigger.verb > clause.verb &&
            (trigger.verb - clause.verb < 5 || closes_clause(context, view, clause.verb)))
            draft.main = true;
        const int weight = int(std::min<std::size_t>(draft.named(), 3)) * 10 - (entry.weak ? 8 : 0);
        draft.rank = weight + (draft.main ? 60 : draft.use == Use::support ? 55 : verbal ? 30 : 20);
        drafts.push_back(std::move(draft));
    }
    for (auto& draft : drafts) // "a ruling is expected"
        for (const auto verb : hearsays)
            if (!draft.main && is_expected(view, draft.trigger.word, verb)) {
                draft.main = true;
                draft.rank += 40;
            }
    drop_told_nouns(context, view, drafts);
    // "the contract that they had concluded": the verb that supports a noun tells nothing by itself.
    std::vector<std::uint32_t> supports;
    for (const auto& draft : drafts)
        if (draft.use == Use::support && draft.trigger.verb != no_index &&
            draft.trigger.word < draft.trigger.verb &&
            view.words[draft.trigger.verb].relation == Deprel::acl_relcl)
            supports.push_back(draft.trigger.verb);
    std::erase_if(drafts, [&](const Draft& draft) {
        return draft.use != Use::support && std::ranges::find(supports, draft.trigger.word) != supports.end();
    });
    part_doings(context, view, drafts);
    return drafts;
}

namespace {

/// Verbs tell something, nouns and adjectives with a copula may; particles and adverbs do not.
bool may_tell(const SentenceView& view, std::uint32_t word) {
    const auto upos = view.words[word].upos;
    return !view.words[word].punctuation() &&
           (!view.tagged || upos == Upos::VERB || upos == Upos::AUX || upos == Upos::NOUN ||
            upos == Upos::PROPN || upos == Upos::ADJ);
}

/// "come si evolverà Brandt", "Was ist Arvo?": what is asked is told by nobody yet.
bool is_asked(const SentenceView& view, const Clause& clause) {
    const auto end = std::min(clause.first + 2, clause.end);
    for (auto i = clause.first; i < end; ++i)
        if (view.has(i, ClassOf::asking) && !view.has(i, ClassOf::relative) &&
            !view.has(i, ClassOf::subordinator))
            return true;
    return false;
}

/// "the strike that *began* on Friday": it dates what the noun tells, and tells nothing besides.
bool is_phase(const SentenceView& view, const Clause& clause, std::uint32_t verb) {
    return clause.kind == Clause::Kind::relative &&
           (view.has(verb, ClassOf::starting) || view.has(verb, ClassOf::finishing));
}

/// "which speaks for itself": whether a row of frame "none" takes up the word, which then tells nothing.
bool is_idle(const ReadingContext& context, std::uint32_t word, std::span<const Trigger> triggers) {
    return std::ranges::any_of(triggers, [&](const Trigger& t) {
        const auto& entry = context.lexicon[t.entry];
        return entry.nothing && !entry.asks() && (t.word == word || t.verb == word);
    });
}

/// Whether a clause only adds to another: "the house where he lives", "as she wrote".
bool is_aside(const Clause& clause) {
    return clause.kind == Clause::Kind::relative || clause.kind == Clause::Kind::subordinate;
}

} // namespace

void add_unknown_predicates(const ReadingContext& context, const SentenceView& view,
                            std::span<const Trigger> triggers, const Discourse& discourse,
                            std::uint32_t speaker, std::vector<Draft>& drafts) {
    const auto binding = context.binding(view);
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
        const auto tells = [&](const Draft& d) {
            return d.use != Use::nominal && (d.trigger.word == main || d.trigger.verb == main);
        };
        if (main == no_index || told[c] || !may_tell(view, main) || is_asked(view, view.clauses[c]) ||
            is_idle(context, main, triggers) || is_phase(view, view.clauses[c], main) ||
            std::ranges::any_of(drafts, tells))
            continue;

        Trigger trigger;
        trigger.entry = context.lexicon.unknown_predicate();
        trigger.word = trigger.verb = trigger.first = trigger.last = main;
        trigger.form = view.words[main].features;
        Draft draft{trigger,
                    Use::active,
                    {},
                    {},
                    true,
                    0,
                    has_unnamed(view, trigger, Deprel::nsubj, Upos::NOUN) ||
                        controlled_by_unnamed(binding, trigger.verb),
                    has_unnamed(view, trigger, Deprel::obj, Upos::PRON),
                    false};
        if (view.tagged && view.words[main].upos != Upos::VERB)
            draft.use = Use::predicate;
        else
            draft.use = use_of(binding, trigger);
        draft.arguments = bind(binding, trigger, draft.use);
        std::erase_if(draft.arguments, [](const Argument& a) { return a.amount != no_index; });
        if (speaker != no_index && discourse.quoted(view, main)) {
            if (is_aside(view.clauses[c]))
                continue;
            draft.trigger.entry = context.lexicon.quotation();
            draft.arguments.clear();
            draft.arguments.push_back({Role::agent, speaker, no_index, main, Tier::nearest});
        }
        const bool auxiliary = view.has(main, ClassOf::passive) || view.has(main, ClassOf::perfect) ||
                               view.has(main, ClassOf::modal);
        if (draft.named() == 0 || (auxiliary && busy[c]))
            continue;
        const bool near =
            std::ranges::all_of(draft.arguments, [](const Argument& a) { return a.tier == Tier::nearest; });
        if (near && view.clauses[c].kind == Clause::Kind::subordinate &&
            draft.trigger.entry == context.lexicon.unknown_predicate())
            continue; // "although it rains in Rome"
        draft.rank = 10 + int(draft.named());
        drafts.push_back(std::move(draft));
    }
}

} // namespace timeloom
