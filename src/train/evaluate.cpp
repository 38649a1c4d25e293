#include "train/evaluate.hpp"

#include "base/utf8.hpp"
#include "syntax/names.hpp"
#include "train/examples.hpp"

#include <chrono>

namespace timeloom {

namespace {

template <class Work>
double seconds(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

Accuracy evaluate(const SyntaxModel& model, std::span<const GoldSentence> sentences) {
    Accuracy sum;
    for (const GoldSentence& sentence : sentences) {
        const Example example = example_of(sentence);
        Tree tree;
        sum.tag_seconds += seconds([&] { tree = model.tag(example.words); });
        sum.parse_seconds += seconds([&] { tree = model.parse(example.words); });
        for (std::size_t i = 0; i < example.gold.size(); ++i) {
            const GoldWord& gold = example.gold[i];
            const SyntacticWord& word = tree.words[i];
            ++sum.words;
            sum.upos += word.upos == gold.upos;
            sum.heads += word.head == gold.head;
            sum.relations +=
                word.head == gold.head && universal(word.relation) == universal(deprel_of(gold.relation));
            sum.with_lemma += !gold.lemma.empty();
            sum.lemmas += !gold.lemma.empty() && fold_case(word.lemma) == fold_case(gold.lemma);
        }
    }
    return sum;
}

} // namespace timeloom
