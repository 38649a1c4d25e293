#include "events/control.hpp"

#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

bool is_finite(const SentenceView& view, std::uint32_t verb) {
    const auto finite = [&](std::uint32_t word) {
        return view.words[word].features.form == Features::Form::finite;
    };
    return finite(verb) || std::ranges::any_of(view.children_of(verb), [&](auto child) {
               const auto relation = view.words[child].relation;
               return (relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop) &&
                      finite(child);
           });
}

bool completes(Deprel relation) {
    return relation == Deprel::xcomp || relation == Deprel::acl || relation == Deprel::advcl ||
           relation == Deprel::ccomp;
}

/// Whether a word is whom a verb is directed at: its object, or what stands behind "to".
bool is_addressed(const BindingContext& context, std::uint32_t word) {
    const auto relation = context.view.words[word].relation;
    if (relation == Deprel::obj || relation == Deprel::iobj)
        return true;
    const auto preposition = case_of(context.view, word);
    return relation == Deprel::obl && preposition != no_index &&
           context.classes.preposition_class(context.view.words[preposition].preposition) == "to";
}

/// Whether a verb that stands at `word` has a slot "under", by its own row or, where `any`, by its frame.
bool has_control(const BindingContext& context, std::uint32_t word, bool any) {
    for (const auto key : {context.view.words[word].key, context.view.words[word].verb_key})
        for (const auto& pattern : context.lexicon.at(key)) {
            const auto& entry = context.lexicon[pattern.entry];
            if (pattern.pos == TriggerPos::verb && pattern.parts.empty() && !entry.reflexive &&
                !entry.asks() &&
                ((any && context.frames[entry.frame].role_of("under")) ||
                 std::ranges::find(entry.slots, "under", &Slot::name) != entry.slots.end()))
                return true;
        }
    return false;
}

} // namespace

bool controls_object(const BindingContext& context, std::uint32_t word) {
    return has_control(context, word, true);
}

std::uint32_t controller_of(const BindingContext& context, std::uint32_t verb) {
    constexpr int climb = 4;
    const auto& view = context.view;
    auto at = verb;
    for (int steps = 0; steps < climb; ++steps) {
        const auto& word = view.words[at];
        if (is_finite(view, at) || word.head < 0 ||
            !(completes(word.relation) || word.relation == Deprel::conj))
            return no_index;
        const auto above = std::uint32_t(word.head);
        const auto& governor = view.words[above];
        if (governor.upos == Upos::NOUN || governor.names()) { // taken for a part of who is accused
            const bool accused = completes(word.relation) && governor.head >= 0 &&
                                 is_addressed(context, above) &&
                                 has_control(context, std::uint32_t(governor.head), false);
            return accused ? above : no_index;
        }
        if (completes(word.relation) && controls_object(context, above)) {
            for (const auto child : view.children_of(above))
                if (child != at &&
                    (is_addressed(context, child) || view.words[child].relation == Deprel::nsubj_pass))
                    return child;
            return no_index;
        }
        at = above;
    }
    return no_index;
}

bool controlled_by_unnamed(const BindingContext& context, std::uint32_t verb) {
    if (!context.view.parsed || verb == no_index)
        return false;
    const auto noun = controller_of(context, verb);
    return noun != no_index && context.view.words[noun].upos == Upos::NOUN &&
           !context.view.words[noun].names();
}

} // namespace timeloom
