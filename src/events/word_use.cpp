#include "events/word_use.hpp"

#include <algorithm>

namespace timeloom {

/// Does word `i` stand where a noun stands (true) or a verb (false)? Without tags, by its neighbours.
bool WordUse::noun_place(std::uint32_t i) const {
    if (i == 0)
        return false;
    const auto& before = view_.words[i - 1];
    if (before.is(ClassOf::clitic) || before.is(ClassOf::reflexive) || before.is(ClassOf::pronoun) ||
        before.is(ClassOf::modal) || before.is(ClassOf::perfect))
        return before.is(ClassOf::determiner) && !before.is(ClassOf::clitic);
    return before.is(ClassOf::determiner) || before.preposition || before.is(ClassOf::possessive);
}

/// "…, Gewinne zu machen": a capital within a sentence of a language that writes nouns so makes no verb.
bool WordUse::capital_noun(std::uint32_t i) const {
    if (!classes_.profile().capital_nouns || i == 0 || !token(i).capital ||
        view_.sentence->kind != SentenceKind::prose)
        return false;
    const auto before = view_.text(i - 1);
    return !view_.words[i - 1].punctuation() || before == ",";
}

bool WordUse::is_verb(std::uint32_t i, const Features& form) const {
    const auto& w = view_.words[i];
    if (capital_noun(i))
        return false;
    if (view_.tagged) {
        if (w.upos == Upos::VERB || w.upos == Upos::AUX)
            return true;
        return w.upos == Upos::ADJ && form.form == Features::Form::participle;
    }
    if (classes_.profile().capital_nouns && token(i).capital && i > 0)
        return false;
    if (w.is(ClassOf::determiner)) // "una"
        return false;
    if (form.form == Features::Form::infinitive || form.form == Features::Form::participle)
        return true;
    return !noun_place(i);
}

/// A capital within a sentence of a language that writes nouns small: part of a name nobody knows ("the
/// Brontia Foundation"). Headings may write every word so.
bool WordUse::in_name(std::uint32_t i) const {
    return !classes_.profile().capital_nouns && i > 0 && token(i).capital &&
           !view_.words[i - 1].punctuation() && view_.sentence->kind == SentenceKind::prose;
}

bool WordUse::is_noun(std::uint32_t i) const {
    const auto& w = view_.words[i];
    if (view_.tagged)
        return w.upos == Upos::NOUN || w.upos == Upos::PROPN || w.upos == Upos::X || capital_noun(i);
    if (classes_.profile().capital_nouns)
        return token(i).capital;
    if (i > 0 && (view_.words[i - 1].is(ClassOf::clitic) || view_.words[i - 1].is(ClassOf::reflexive)) &&
        !view_.words[i - 1].is(ClassOf::determiner))
        return false;
    return true;
}

bool WordUse::fits(std::uint32_t i, TriggerPos pos, const Features& form) const {
    switch (pos) {
    case TriggerPos::verb:
        return is_verb(i, form);
    case TriggerPos::noun:
        return !in_name(i) && is_noun(i);
    case TriggerPos::verb_noun:
        return is_noun(i) || (view_.tagged && view_.words[i].upos == Upos::ADJ && // "the primary provider"
                              view_.words[i].relation != Deprel::amod);
    case TriggerPos::adjective:
        return !view_.tagged || view_.words[i].upos == Upos::ADJ || view_.words[i].upos == Upos::VERB ||
               view_.words[i].upos == Upos::ADV || view_.words[i].upos == Upos::NOUN;
    case TriggerPos::fixed:
        return true;
    }
    return true;
}

/// Not the auxiliary of a verb: "was dismissed" supports no noun; a copula may ("is part of").
bool WordUse::supports(std::uint32_t i) const {
    if (view_.parsed &&
        (view_.words[i].relation == Deprel::aux || view_.words[i].relation == Deprel::aux_pass) &&
        view_.words[i].head >= 0) {
        const auto head = view_.words[std::size_t(view_.words[i].head)].upos;
        if (head == Upos::VERB || head == Upos::ADJ)
            return false;
    }
    if (view_.tagged)
        return view_.words[i].upos == Upos::VERB || view_.words[i].upos == Upos::AUX ||
               (view_.words[i].upos == Upos::ADJ && // "wurde … belegt", not "is complete"
                (classes_.profile().verb_final ||
                 view_.words[i].features.form == Features::Form::participle));
    return !(classes_.profile().capital_nouns && token(i).capital && i > 0);
}

/// Whether the verb has an object behind word `behind`.
bool WordUse::has_object(std::uint32_t verb, std::uint32_t behind) const {
    return std::ranges::any_of(view_.children_of(verb), [&](std::uint32_t child) {
        return child > behind && view_.words[child].relation == Deprel::obj &&
               view_.words[child].amount == no_index; // not "sales grew 5 percent"
    });
}

/// "qui a détruit une partie, a fait deux morts": the verb has an object of its own, and the noun stands
/// neither below it in its clause nor above it. "Shares climbed after a bank told clients to buy": the noun
/// is the subject of another clause.
bool WordUse::belongs_elsewhere(std::uint32_t noun, std::uint32_t verb) const {
    if (!view_.parsed)
        return false;
    constexpr int highest = 8;
    const auto below = [&](std::uint32_t word, std::uint32_t top, bool within) {
        for (int steps = 0; steps < highest; ++steps) {
            if (word == top)
                return true;
            const auto& at = view_.words[word];
            const bool clause = at.relation == Deprel::ccomp || at.relation == Deprel::advcl ||
                                at.relation == Deprel::parataxis || at.relation == Deprel::acl_relcl ||
                                (at.relation == Deprel::conj && at.upos == Upos::VERB);
            if (at.head < 0 || (within && clause))
                return false;
            word = std::uint32_t(at.head);
        }
        return false;
    };
    const auto& w = view_.words[noun];
    if (w.relation == Deprel::nsubj && noun < verb && w.head >= 0 && std::uint32_t(w.head) < verb &&
        view_.words[std::size_t(w.head)].relation == Deprel::root && !has_object(verb, 0))
        return !below(verb, std::uint32_t(w.head), true);
    return has_object(verb, 0) && !below(noun, verb, true) && !below(verb, noun, false);
}

/// Without a tree: a noun before its verb is the subject, unless the verb is one of the passive, or closes
/// the clause.
bool WordUse::stands_as_subject(std::uint32_t noun, std::uint32_t verb) const {
    if (noun > verb || classes_.profile().verb_final || classes_.profile().pro_drop)
        return false;
    for (auto i = noun + 1; i < verb; ++i)
        if (view_.words[i].is(ClassOf::passive) || view_.words[i].is(ClassOf::relative) ||
            view_.words[i].punctuation())
            return false;
    return view_.words[verb].features.form != Features::Form::infinitive;
}

/// "La società Siemens ha comprato Infineon", "quiere comprar": the noun is the subject; "bought by the rival
/// Brandt": the doer of a passive.
bool WordUse::does_it(std::uint32_t noun, std::uint32_t verb) const {
    if (!view_.parsed)
        return stands_as_subject(noun, verb);
    if (view_.words[noun].relation == Deprel::obl_agent && view_.words[noun].head == std::int32_t(verb))
        return true;
    while (view_.words[noun].relation == Deprel::appos &&
           view_.words[noun].head >= 0) // "Arvo, the company, …"
        noun = std::uint32_t(view_.words[noun].head);
    auto finite = verb;
    while (view_.words[finite].relation == Deprel::xcomp && view_.words[finite].head >= 0)
        finite = std::uint32_t(view_.words[finite].head);
    return noun < verb && view_.words[noun].relation == Deprel::nsubj &&
           view_.words[noun].head == std::int32_t(finite) && has_object(verb, noun);
}

} // namespace timeloom
