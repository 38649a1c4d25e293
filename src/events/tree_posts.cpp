#include "events/tree_words.hpp"

namespace timeloom {

namespace {

bool plain_noun(const SentenceWord& word) {
    return word.upos == Upos::NOUN && !word.names() && word.timex == no_index;
}

/// A noun without an article or a preposition, as posts are: "appointed chairman".
bool bare(const Words& words, std::uint32_t noun) {
    return child_of(words, noun, 0, [&](const auto& w) {
               return (w.relation == Deprel::det || w.relation == Deprel::case_) &&
                      number(words, w) < std::int32_t(noun);
           }) == no_index;
}

/// "Ana Rubio, appointed chairman of Brandt, left": the bare noun behind a participle is what somebody
/// became, though the tree set it beside the name.
void complete_participles(const SentenceView& view, Words& words) {
    for (std::uint32_t told = 1; told < words.size(); ++told) {
        const auto& verb = words[told];
        if ((verb.relation != Deprel::acl && verb.relation != Deprel::amod) ||
            (verb.upos != Upos::VERB && verb.upos != Upos::ADJ) || verb.head < 0 ||
            !words[std::size_t(verb.head)].names() || verb.head > std::int32_t(told) ||
            verb.features.form == Features::Form::infinitive || verb.features.form == Features::Form::gerund)
            continue;
        for (auto i = told + 1; i < words.size() && view.text(i) != ","; ++i) {
            auto& noun = words[i];
            const bool beside = noun.head == verb.head && verb.upos == Upos::VERB;
            const bool object = noun.head == std::int32_t(told) &&
                                (noun.relation == Deprel::obj || noun.relation == Deprel::amod);
            if (!plain_noun(noun) || !(beside || object) || !bare(words, i))
                continue;
            noun.head = std::int32_t(told);
            noun.relation = Deprel::xcomp;
            for (auto k = told + 1; k < words.size();
                 ++k) // "chairman and interim head": joined to each other
                if (words[k].relation == Deprel::conj && words[k].head == verb.head && k > i &&
                    plain_noun(words[k]) && bare(words, k))
                    words[k].head = std::int32_t(i);
            break;
        }
    }
}

/// "was named president and chief executive of Brandt": of posts joined to each other the first has what
/// belongs to all, as the treebanks say it.
void raise_shared(Words& words) {
    for (std::uint32_t i = 2; i < words.size(); ++i) {
        auto& owner = words[i];
        if (owner.relation != Deprel::nmod || owner.head < 0 || owner.head > std::int32_t(i))
            continue;
        const auto last = std::uint32_t(owner.head);
        if (words[last].relation != Deprel::conj || words[last].head < 0 || !plain_noun(words[last]) ||
            !bare(words, last))
            continue;
        const auto first = std::uint32_t(words[last].head);
        const auto relation = words[first].relation;
        const auto has = [&](auto fits) { return child_of(words, first, 0, fits) != no_index; };
        const bool said = relation == Deprel::xcomp || relation == Deprel::appos ||
                          has([](const auto& w) { return w.relation == Deprel::cop; });
        if (said && plain_noun(words[first]) && first < last &&
            !has([](const auto& w) { return w.relation == Deprel::nmod; }))
            owner.head = std::int32_t(first);
    }
}

} // namespace

void settle_posts(const SentenceView& view, Words& words) {
    complete_participles(view, words);
    raise_shared(words);
}

} // namespace timeloom
