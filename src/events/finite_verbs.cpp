// Which words of a sentence may be finite verbs: by their tags, or by the lexicon where there are none.
#include "events/triggers.hpp"
#include "events/word_use.hpp"

namespace timeloom {

namespace {

bool finite(const Features& features) {
    return features.form == Features::Form::finite;
}

/// A verb with a subject and no auxiliary is finite, though its form be that of a participle as well
/// ("informed").
bool stands_alone(const SentenceView& view, std::uint32_t verb) {
    const auto form = view.words[verb].features.form;
    if (view.words[verb].upos != Upos::VERB || form == Features::Form::infinitive ||
        form == Features::Form::gerund)
        return false;
    bool subject = false;
    for (const auto child : view.children_of(verb)) {
        const auto relation = view.words[child].relation;
        if (relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop)
            return false;
        subject |= relation == Deprel::nsubj;
    }
    return subject;
}

} // namespace

std::vector<bool> TriggerFinder::finite_verbs(const SentenceView& view) const {
    std::vector<bool> verbs(view.words.size());
    const WordUse use(view, classes_);
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        const auto& word = view.words[i];
        if (view.tagged) {
            verbs[i] = ((word.upos == Upos::VERB || word.upos == Upos::AUX) && finite(word.features)) ||
                       stands_alone(view, i);
            continue;
        }
        if (word.word_class) {
            verbs[i] = finite(word.features);
            continue;
        }
        for (const auto& pattern : lexicon_.at(word.key))
            if (pattern.pos == TriggerPos::verb && finite(pattern.features) &&
                use.is_verb(i, pattern.features)) {
                verbs[i] = true;
                break;
            }
    }
    return verbs;
}

} // namespace timeloom
