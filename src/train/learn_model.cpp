#include "train/learners.hpp"

namespace timeloom {

namespace {

constexpr std::size_t folds = 5;
constexpr std::size_t run = 20; ///< neighbouring sentences share a document: they go to the same fold

} // namespace

ModelParts learn_model(const std::string& language, const std::vector<GoldSentence>& sentences,
                       const DateWords& dates, const Effort& effort) {
    std::vector<Lesson> lessons;
    for (const GoldSentence& sentence : sentences) {
        Example plain = example_of(sentence);
        Example units = with_units(plain, dates);
        lessons.push_back({std::move(plain), std::move(units)});
    }
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
