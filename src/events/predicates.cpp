#include "events/predicates.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Whether every word of the vocabulary that is written so is a noun, alone or with its verb.
bool only_noun(const Lexicon& lexicon, std::uint64_t key) {
    const auto& patterns = lexicon.at(key);
    return !patterns.empty() && std::ranges::all_of(patterns, [](const TriggerPattern& pattern) {
        return pattern.pos == TriggerPos::noun || pattern.pos == TriggerPos::verb_noun;
    });
}

} // namespace

void settle_predicates(SentenceView& view, const Lexicon& lexicon) {
    if (!view.parsed)
        return;
    for (const auto& auxiliary : view.words) {
        if (auxiliary.relation != Deprel::aux_pass || auxiliary.head < 0)
            continue;
        auto& noun = view.words[std::size_t(auxiliary.head)];
        if (noun.upos != Upos::VERB || !only_noun(lexicon, noun.key))
            continue;
        noun.upos = Upos::NOUN;
        noun.features = {};
        for (auto& word : view.words) {
            if (word.head != auxiliary.head)
                continue;
            if (word.relation == Deprel::aux_pass)
                word.relation = Deprel::cop;
            else if (word.relation == Deprel::nsubj_pass)
                word.relation = Deprel::nsubj;
        }
    }
}

} // namespace timeloom
