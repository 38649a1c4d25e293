#include "events/unsaid_subject.hpp"

#include <algorithm>

namespace timeloom {

void settle_unsaid_subjects(SentenceView& view, const Lexicon& lexicon, const WordClasses& classes,
                            std::span<const Trigger> triggers) {
    if (!view.parsed || !classes.profile().pro_drop)
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
