#include "base/digest.hpp"
#include "events/tree_words.hpp"

#include <algorithm>

namespace timeloom {

void raise_predicates(Words& words) {
    for (std::uint32_t name = 0; name < words.size(); ++name) {
        if (!words[name].names() || has_case(words, name))
            continue;
        const auto copula = child_of(words, name, name + 1, [](const auto& w) {
            return w.relation == Deprel::cop || w.relation == Deprel::aux_pass;
        });
        if (copula == no_index)
            continue;
        const auto said = std::uint32_t(
            std::ranges::find_if(words.begin() + copula, words.end(),
                                 [&](const auto& w) {
                                     return w.timex == no_index &&
                                            (w.upos == Upos::NOUN || w.upos == Upos::PROPN) && !w.names() &&
                                            (w.head == std::int32_t(copula) || // "está en crisis"
                                             (w.head == std::int32_t(name) &&
                                              !has_case(words, std::uint32_t(number(words, w)))));
                                 }) -
            words.begin());
        if (said == words.size())
            continue;
        auto& predicate = words[said];
        predicate.head = words[name].head;
        predicate.relation = words[name].relation;
        for (auto i = copula; i < words.size(); ++i)
            if (words[i].head == std::int32_t(name) || (i != said && words[i].head == std::int32_t(copula)))
                words[i].head = std::int32_t(said);
        words[copula].relation = Deprel::cop;
        words[name].head = std::int32_t(said);
        words[name].relation = Deprel::nsubj;
    }
}

void lower_remaining(const SentenceView& view, Words& words, const WordClasses& classes) {
    for (std::uint32_t verb = 0; verb < words.size(); ++verb) {
        const auto* listed = words[verb].upos == Upos::VERB || words[verb].upos == Upos::AUX
                                 ? classes.find(hash_key(view.lemma(verb)))
                                 : nullptr;
        if (!listed || !(listed->has(ClassOf::remaining) || listed->has(ClassOf::continuing)))
            continue;
        const auto noun = child_of(words, verb, 0, [&](const auto& w) {
            const auto i = std::uint32_t(number(words, w));
            const bool said = w.relation == Deprel::xcomp || w.relation == Deprel::obj;
            const auto copula = [](const auto& child) { return child.relation == Deprel::cop; };
            return said && (w.upos == Upos::NOUN || w.upos == Upos::ADJ) && !w.names() &&
                   w.timex == no_index && !has_case(words, i) &&
                   (listed->has(ClassOf::remaining) || child_of(words, i, 0, copula) != no_index);
        });
        if (noun == no_index)
            continue;
        words[noun].head = words[verb].head;
        words[noun].relation = words[verb].relation;
        for (auto& word : words)
            if (word.head == std::int32_t(verb))
                word.head = std::int32_t(noun);
        words[verb].head = std::int32_t(noun);
        words[verb].relation = listed->has(ClassOf::remaining) ? Deprel::cop : Deprel::aux;
        words[verb].upos = Upos::AUX;
    }
}

} // namespace timeloom
