#include "train/learners.hpp"

namespace timeloom {

namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t run = 20; ///< neighbouring sentences share a document: they go to the same fold

} // namespace

ModelParts learn_model(const std::string& language, const std::vector<GoldSentence>& sentences,
                       const std::vector<GoldSentence>& own, const DateWords& dates, const Effort& effort) {
    const auto lesson_of = [&](const GoldSentence& sentence) {
        Example plain = example_of(sentence);
        Example units = with_units(plain, dates);
        return Lesson{std::move(plain), std::move(units)};
    };
    std::vector<Lesson> lessons, of_trees;
    for (const GoldSentence& sentence : sentences)
        lessons.push_back(lesson_of(sentence));
    for (const GoldSentence& sentence : own)
        of_trees.push_back(lesson_of(sentence));
    std::vector<TaggedLesson> tagged(lessons.size());
    Effort brief = effort;
    brief.runs = 1;
    brief.tagger_epochs = (effort.tagger_epochs + 1) / 2;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const Lesson*> others;
        for (std::size_t i = 0; i < lessons.size(); ++i)
            if (i / run % folds != fold)
                others.push_back(&lessons[i]);
        ModelParts parts;
        learn_tags(others, brief, parts);
        const SyntaxModel tagger(std::move(parts));
        for (std::size_t i = 0; i < lessons.size(); ++i)
            if (i / run % folds == fold)
                tagged[i] = {&lessons[i], tagger.tag(lessons[i].plain.words),
                             tagger.tag(lessons[i].units.words)};
        for (std::size_t i = fold; i < of_trees.size(); i += folds)
            tagged.push_back(
                {&of_trees[i], tagger.tag(of_trees[i].plain.words), tagger.tag(of_trees[i].units.words)});
    }
    std::vector<const Lesson*> all;
    for (const Lesson& lesson : lessons)
        all.push_back(&lesson);
    ModelParts parts;
    parts.language = language;
    learn_tags(all, effort, parts);
    learn_splits(sentences, parts);
    learn_transitions(tagged, effort, parts);
    parts.width = effort.width;
    return parts;
}

} // namespace timeloom
