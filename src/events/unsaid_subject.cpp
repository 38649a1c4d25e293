#include "events/unsaid_subject.hpp"

#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "…, a affirmé Brandt": a verb of saying right behind a comma, with nothing that it says behind it, has its
/// subject there.
void settle_speaker(SentenceView& view, std::uint32_t verb) {
    auto first = verb;
    while (first > 0 && view.words[first - 1].is(ClassOf::perfect))
        --first;
    if (first == 0 || view.text(first - 1) != ",")
        return;
    auto speaker = no_index;
    for (const auto child : view.children_of(verb)) {
        const auto relation = view.words[child].relation;
        if (relation == Deprel::nsubj || relation == Deprel::ccomp || relation == Deprel::xcomp ||
            relation == Deprel::cc)
            return;
        if (relation == Deprel::obj && child > verb && view.words[child].names() && speaker == no_index)
            speaker = child;
    }
    if (speaker != no_index)
        view.words[speaker].relation = Deprel::nsubj;
}

/// "Renunció el técnico": what stands behind a verb that has no object is its subject.
void raise_subject(SentenceView& view, std::uint32_t verb) {
    if (view.words[verb].features.form == Features::Form::infinitive)
        return;
    auto subject = no_index;
    for (const auto child : view.children_of(verb)) {
        const auto& word = view.words[child];
        if (word.relation == Deprel::nsubj || word.relation == Deprel::nsubj_pass)
            return;
        if (word.relation == Deprel::obj && child > verb && subject == no_index &&
            !word.is(ClassOf::clitic) && word.timex == no_index && case_of(view, child) == no_index)
            subject = child;
    }
    if (subject != no_index)
        view.words[subject].relation = Deprel::nsubj;
}

/// "a Brandt": to whom.
bool given_to(const SentenceView& view, const WordClasses& classes, std::uint32_t word) {
    const auto preposition = case_of(view, word);
    return preposition != no_index && classes.preposition_class(view.words[preposition].preposition) == "to";
}

/// Whether a word is one name, without article or number of several.
bool names_one(const SentenceView& view, std::uint32_t word) {
    return view.words[word].names() && view.words[word].mention_count == 1 &&
           std::ranges::none_of(view.children_of(word), [&](auto child) {
               const auto& beside = view.words[child];
               return beside.relation == Deprel::conj || beside.relation == Deprel::nummod ||
                      beside.features.number == Features::Number::plural;
           });
}

} // namespace

void settle_unsaid_subjects(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes,
                            std::span<const Trigger> triggers) {
    if (!view.parsed)
        return;
    for (const auto& trigger : triggers)
        if (lexicon[trigger.entry].construction == "clausal" && trigger.verb == trigger.word)
            settle_speaker(view, trigger.verb);
    if (!classes.profile().pro_drop)
        return;
    for (const auto& trigger : triggers) {
        const auto& entry = lexicon[trigger.entry];
        if (entry.construction == "intransitive" && trigger.verb == trigger.word)
            raise_subject(view, trigger.verb);
        // "ha incontrato Brandt": whom somebody met, not who met
        const bool met = entry.construction == "reciprocal" && !entry.reflexive;
        if ((!met && entry.construction != "transitive" && entry.construction != "ditransitive") ||
            trigger.verb != trigger.word)
            continue;
        auto subject = no_index;
        bool alone = true, receiver = false;
        for (const auto child : view.children_of(trigger.verb)) {
            const auto& word = view.words[child];
            if (word.relation == Deprel::nsubj && subject == no_index)
                subject = child;
            else {
                receiver |=
                    entry.construction == "ditransitive" && word.names() && given_to(view, classes, child);
                alone &= word.relation != Deprel::nsubj && word.relation != Deprel::obj &&
                         word.relation != Deprel::ccomp && word.relation != Deprel::expl &&
                         word.relation != Deprel::aux_pass && !word.is(ClassOf::clitic);
            }
        }
        // "vendió Arvo" may be of a product that sells, "vendieron Arvo", "vendió Arvo a Brandt" are not
        if (subject != no_index && subject > trigger.verb && alone &&
            (entry.needs != "A" || receiver || (is_plural(view, trigger.verb) && names_one(view, subject))))
            view.words[subject].relation = Deprel::obj;
    }
}

} // namespace timeloom
