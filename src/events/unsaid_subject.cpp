#include "events/unsaid_subject.hpp"

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
        if (entry.construction != "transitive" || entry.needs == "A" || trigger.verb != trigger.word)
            continue;
        auto subject = no_index;
        bool alone = true;
        for (const auto child : view.children_of(trigger.verb)) {
            const auto& word = view.words[child];
            if (word.relation == Deprel::nsubj && subject == no_index)
                subject = child;
            else
                alone &= word.relation != Deprel::nsubj && word.relation != Deprel::obj &&
                         word.relation != Deprel::ccomp && word.relation != Deprel::expl &&
                         word.relation != Deprel::aux_pass && !word.is(ClassOf::clitic);
        }
        if (subject != no_index && subject > trigger.verb && alone)
            view.words[subject].relation = Deprel::obj;
    }
}

} // namespace timeloom
