#include "events/fronted_object.hpp"

#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Number = Features::Number;

/// Number of the finite verb of a verb's clause.
Number number_of(const SentenceView& view, std::uint32_t verb) {
    const auto finite = [&](const SentenceWord& word) {
        return word.features.form == Features::Form::finite;
    };
    for (const auto child : view.children_of(verb))
        if (const auto& word = view.words[child];
            (word.relation == Deprel::aux || word.relation == Deprel::aux_pass) && finite(word))
            return word.features.number;
    return finite(view.words[verb]) ? view.words[verb].features.number : Number::none;
}

/// Whether rows of events.tsv for the verb ask for such a noun in a slot.
bool asked_for(const SentenceView& view, const Lexicon& lexicon, std::span<const Trigger> triggers,
               std::uint32_t verb, std::string_view slot, std::uint32_t noun) {
    const auto classes = lexicon.noun_classes().of(view.text(noun), view.words[noun].key, true);
    return std::ranges::any_of(triggers, [&](const Trigger& trigger) {
        return trigger.word == verb &&
               std::ranges::any_of(lexicon[trigger.entry].requirements, [&](const Requirement& r) {
                   return r.slot == slot && (r.nouns & classes) != 0;
               });
    });
}

} // namespace

void settle_fronted_objects(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes,
                            std::span<const Trigger> triggers) {
    if (!view.parsed || !classes.profile().verb_final)
        return;
    for (const auto& trigger : triggers) {
        const auto verb = trigger.word;
        if (trigger.verb != verb)
            continue;
        auto subject = no_index, object = no_index;
        std::size_t nouns = 0;
        for (const auto child : view.children_of(verb)) {
            const auto relation = view.words[child].relation;
            if (relation == Deprel::nsubj)
                subject = child;
            else if (relation == Deprel::obj)
                object = child;
            nouns += relation == Deprel::nsubj || relation == Deprel::obj || relation == Deprel::aux_pass;
        }
        if (nouns != 2 || subject == no_index || object == no_index || object < subject ||
            (view.words[subject].upos != Upos::NOUN && view.words[subject].upos != Upos::PROPN) ||
            view.words[subject].names() || !view.words[object].names() || case_of(view, object) != no_index)
            continue;
        const auto of_verb = number_of(view, verb), of_noun = view.words[subject].features.number;
        const bool disagrees = of_verb != Number::none && of_noun != Number::none && of_verb != of_noun;
        if (disagrees || (asked_for(view, lexicon, triggers, verb, "B", subject) &&
                          !asked_for(view, lexicon, triggers, verb, "A", subject)))
            std::swap(view.words[subject].relation, view.words[object].relation);
    }
}

} // namespace timeloom
