#include "events/use.hpp"

#include "base/digest.hpp"
#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// The next finite or non-finite auxiliary before a verb, as far as its clause goes.
bool passive_auxiliary_before(const SentenceView& view, std::uint32_t verb) {
    for (auto i = verb; i > 0 && verb - i < 8; --i) {
        const auto& w = view.words[i - 1];
        if (w.clause != view.words[verb].clause || (w.punctuation() && view.text(i - 1) != ","))
            return false;
        if (w.is(ClassOf::passive))
            return true;
        if (w.is(ClassOf::perfect))
            return false;
    }
    return false;
}

/// "Ex-Bankchef wegen Untreue verurteilt": a verb that ends its sentence, and has neither an auxiliary nor an
/// object, is a participle in a language that closes the clause with it.
bool ends_heading(const BindingContext& context, std::uint32_t verb) {
    const auto& view = context.view;
    if (!context.classes.profile().verb_final || view.words[verb].relation != Deprel::root || verb == 0)
        return false;
    for (auto i = verb + 1; i < view.words.size(); ++i)
        if (!view.words[i].punctuation())
            return false;
    return std::ranges::none_of(view.children_of(verb), [&](auto child) {
        const auto relation = view.words[child].relation;
        return relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::aux ||
               relation == Deprel::ccomp || relation == Deprel::xcomp || relation == Deprel::mark;
    });
}

} // namespace

Use use_of(const BindingContext& context, const Trigger& trigger) {
    const auto& view = context.view;
    const auto& entry = context.lexicon[trigger.entry];
    if (entry.pos == TriggerPos::verb_noun)
        return Use::support;
    if (entry.pos == TriggerPos::adjective)
        return Use::predicate;
    if (entry.pos == TriggerPos::noun)
        return entry.construction == "copular" ? Use::predicate : Use::nominal;
    if (entry.pos == TriggerPos::fixed && view.tagged && view.words[trigger.word].upos != Upos::VERB)
        return Use::nominal;
    const auto& word = view.words[trigger.word];
    const auto form = view.tagged ? word.features.form : Features::Form::none;
    // "se vendió Brandt": a reflexive with its subject behind it tells what is done to the subject.
    if (view.parsed && context.classes.profile().pro_drop && !entry.reflexive &&
        (entry.construction == "transitive" || entry.construction == "ditransitive") &&
        form == Features::Form::finite) {
        bool reflexive = false, behind = false;
        for (const auto child : view.children_of(trigger.word)) {
            reflexive |= view.words[child].is(ClassOf::reflexive);
            behind |= view.words[child].relation == Deprel::nsubj && child > trigger.word;
        }
        if (reflexive && behind)
            return Use::passive;
    }
    // "klagt" taken for a participle: the lexicon knows better
    const bool known_finite = trigger.form.form == Features::Form::finite && !trigger.participle;
    const bool participle =
        (form == Features::Form::participle && !known_finite) ||
        (trigger.participle && (form != Features::Form::infinitive || ends_heading(context, trigger.word)));
    if (!participle)
        return Use::active;
    if (view.parsed) {
        bool active_auxiliary = false, passive_auxiliary = false;
        for (const auto child : view.children_of(trigger.word)) {
            const auto relation = view.words[child].relation;
            if (relation == Deprel::aux_pass || relation == Deprel::nsubj_pass ||
                relation == Deprel::obl_agent)
                return Use::passive;
            if (relation == Deprel::aux && view.words[child].is(ClassOf::perfect))
                active_auxiliary = true;
            if ((relation == Deprel::aux || relation == Deprel::cop) &&
                view.words[child].is(ClassOf::passive))
                passive_auxiliary = true;
        }
        const bool pronominal = entry.reflexive && // "se sont alliés"
                                std::ranges::any_of(view.children_of(trigger.word), [&](auto child) {
                                    return view.words[child].is(ClassOf::reflexive);
                                });
        if (active_auxiliary || (passive_auxiliary && pronominal))
            return Use::active;
        if (passive_auxiliary)
            return entry.construction == "intransitive" ? Use::active : Use::passive;
        if (word.features.form == Features::Form::finite)
            return Use::active;
        // "was founded and bought": the second participle shares the auxiliary of the first.
        auto first = trigger.word;
        for (int steps = 0;
             steps < 4 && view.words[first].relation == Deprel::conj && view.words[first].head >= 0; ++steps)
            first = std::uint32_t(view.words[first].head);
        const auto shared = view.children_of(first);
        const bool object = std::ranges::any_of(view.children_of(trigger.word), [&](auto child) {
            const auto preposition = case_of(view, child); // "struck down the deal"
            return view.words[child].relation == Deprel::obj ||
                   (preposition == trigger.last && view.words[preposition].preposition == 0);
        });
        if (first != trigger.word && !object &&
            view.words[first].features.form == Features::Form::participle &&
            std::ranges::any_of(shared, [&](auto child) {
                return view.words[child].relation == Deprel::aux_pass ||
                       view.words[child].relation == Deprel::nsubj_pass;
            }))
            return Use::passive;
        if (object) // "after buying Arvo"
            return Use::active;
        const auto relation = view.words[first].relation;
        if (relation == Deprel::acl || relation == Deprel::amod || relation == Deprel::advcl)
            return Use::passive;
        if (word.relation == Deprel::root && entry.construction != "intransitive" &&
            (view.words[trigger.word].features.form == Features::Form::participle ||
             ends_heading(context, trigger.word)))
            return Use::passive;
        return Use::active;
    }
    if (passive_auxiliary_before(view, trigger.word))
        return entry.construction == "intransitive" ? Use::active : Use::passive;
    // A participle right behind a noun: "el acuerdo firmado por Brandt"; where it is also a past tense, look
    // for "by".
    if (trigger.word + 1 < view.words.size() &&
        context.classes.preposition_class(view.words[trigger.word + 1].preposition) == "by")
        return Use::passive;
    return Use::active;
}

std::optional<Role> role_of(const BindingContext& context, const LexicalEntry& entry, std::string_view slot,
                            std::uint32_t preposition, Use use) {
    const auto& frame = context.frames[entry.frame];
    if (slot != "*") {
        for (const auto& own : entry.slots)
            if (own.name == slot)
                return own.role;
        if (entry.construction == "intransitive" && slot == "B")
            return role_of(context, entry, "A", preposition, use);
        return frame.role_of(slot);
    }
    if (preposition == no_index)
        return std::nullopt;
    const auto& word = context.view.words[preposition];
    const auto of = context.classes.preposition_class(word.preposition);
    if (use == Use::passive && of == "by")
        return role_of(context, entry, "A", no_index, use);
    // "von" is from whom somebody buys, but by whom something is bought
    const bool doer = use == Use::passive && of == "of";
    // The preposition itself ("ante") before all of its class ("against")
    for (const bool itself : {true, false})
        for (const auto& own : entry.slots)
            if ((itself ? hash_key(own.name) == word.preposition_base : own.name == of) &&
                own.role != Role::amount && !(doer && own.role == Role::source))
                return own.role;
    if (context.view.parsed && use == Use::active && of == "by") // "pagó por el daño": no doer
        return std::nullopt;
    if (of != "of")
        return frame.role_of(of);
    if (entry.pos == TriggerPos::noun || entry.pos == TriggerPos::verb_noun)
        return role_of(context, entry, "P", no_index, use);
    return use == Use::passive ? role_of(context, entry, "A", no_index, use) : frame.role_of("of");
}

namespace {

using Form = Features::Form;

/// Whether the lexicon knows a word as a verb's form, and as no participle.
bool is_no_participle(std::span<const Trigger> triggers, std::uint32_t word) {
    return std::ranges::any_of(triggers, [&](const Trigger& trigger) {
        return trigger.word == word && trigger.verb == word && !trigger.participle &&
               (trigger.form.form == Form::infinitive || trigger.form.form == Form::finite);
    });
}

/// Whether the lexicon knows a word as a participle and nothing else.
bool is_only_participle(const Lexicon& lexicon, std::uint64_t key) {
    const auto patterns = lexicon.at(key);
    const auto participle = [](const TriggerPattern& pattern) {
        return pattern.pos == TriggerPos::verb && pattern.features.form == Form::participle;
    };
    return !patterns.empty() && std::ranges::all_of(patterns, participle);
}

} // namespace

void trust_forms(const BindingContext& context, SentenceView& view, std::span<const Trigger> triggers) {
    const auto by = context.classes.preposition_class("by"), of = context.classes.preposition_class("of");
    for (std::uint32_t i = 0; view.parsed && i < view.words.size(); ++i) {
        auto& verb = view.words[i];
        if (verb.upos != Upos::VERB || !view.text(i).ends_with('n'))
            continue;
        const auto children = view.children_of(i);
        const auto child_as = [&](auto... relations) {
            return std::ranges::find_if(
                children, [&](auto child) { return ((view.words[child].relation == relations) || ...); });
        };
        const auto auxiliary = std::ranges::find_if(children, [&](auto child) {
            const auto& word = view.words[child];
            return (word.relation == Deprel::aux_pass || word.relation == Deprel::aux) &&
                   word.is(ClassOf::passive) && word.features.form == Form::finite &&
                   word.features.tense == Features::Tense::present;
        });
        if (auxiliary == children.end())
            continue;
        const auto subject = child_as(Deprel::nsubj, Deprel::nsubj_pass);
        const bool object = child_as(Deprel::obj) != children.end();
        const bool doer = std::ranges::any_of(children, [&](auto child) {
            const auto preposition = case_of(view, child);
            return preposition != no_index &&
                   (view.words[preposition].preposition == by || view.words[preposition].preposition == of);
        });
        const bool acts = (subject != children.end() && object) || is_no_participle(triggers, i);
        const bool suffers = !object && (doer || is_only_participle(context.lexicon, verb.key));
        if (acts == suffers)
            continue;
        verb.features.form = acts ? Form::infinitive : Form::participle;
        view.words[*auxiliary].relation = acts ? Deprel::aux : Deprel::aux_pass;
        if (subject != children.end())
            view.words[*subject].relation = acts ? Deprel::nsubj : Deprel::nsubj_pass;
    }
}

} // namespace timeloom
