#include "train/evaluate.hpp"

#include "base/utf8.hpp"
#include "syntax/names.hpp"
#include "train/examples.hpp"

#include <ctime>

namespace timeloom {

namespace {

/// Of this processor's time: what other programs take does not count.
template <class Work>
double seconds(Work work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

Accuracy evaluate(const SyntaxModel& model, std::span<const GoldSentence> sentences) {
    std::vector<Example> examples;
    std::vector<Tree> trees;
    for (const GoldSentence& sentence : sentences)
        examples.push_back(example_of(sentence));
    Accuracy sum;
    sum.tag_seconds = seconds([&] {
        for (const Example& example : examples)
            model.tag(example.words);
    });
    sum.parse_seconds = seconds([&] {
        for (const Example& example : examples)
            trees.push_back(model.parse(example.words));
    });
    for (std::size_t s = 0; s < examples.size(); ++s) {
        const Example& example = examples[s];
        const Tree& tree = trees[s];
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
