#include "syntax/model.hpp"

#include "syntax/choices.hpp"
#include "syntax/tag_features.hpp"

#include <algorithm>
#include <optional>

namespace timeloom {

KeyTable table_of(const KeyValues& pairs) {
    std::vector<std::uint32_t> keys, values;
    for (const auto& [key, value] : pairs) {
        keys.push_back(key);
        values.push_back(value);
    }
    return {keys, values};
}

namespace {

/// How many readings of sentences are followed at once.
constexpr std::size_t side_by_side = 32;

std::size_t longest(auto sentences) {
    std::size_t most = 0;
    for (const auto& sentence : sentences)
        most = std::max(most, sentence.words.size());
    return most;
}

} // namespace

SyntaxModel::SyntaxModel(ModelParts parts)
    : lexicon_(table_of(parts.lexicon)), upos_(parts.upos), bundles_(std::move(parts.bundles)),
      sure_bundles_(table_of(parts.sure_bundles)), bundle_(parts.bundle),
      lemmas_(std::move(parts.scripts), table_of(parts.lemma_rules)),
      splitter_(std::move(parts.split_choices), table_of(parts.split_tokens), table_of(parts.split_endings),
                LinearModel(parts.split_context)),
      transition_(parts.transition), relations_(std::move(parts.relations)),
      sure_relations_(table_of(parts.sure_relations)), relation_(parts.relation), width_(parts.width) {
    for (std::size_t tag = 0; tag < upos_count; ++tag)
        for (std::size_t bundle = 0; bundle < bundles_.size(); ++bundle)
            if (parts.bundle_tags[bundle] >> tag & 1)
                bundles_of_[tag].push_back(static_cast<std::uint8_t>(bundle));
}

SyntaxModel::Tagging::Tagging(Words words_, const KeyTable& lexicon)
    : words(words_), clues(clues_of(words_, lexicon)) {
    tags.reserve(words.size());
    bundles.reserve(words.size());
}

std::vector<SyntaxModel::Tagging> SyntaxModel::taggings(std::span<const Words> sentences) const {
    std::vector<Tagging> all;
    all.reserve(sentences.size());
    for (const Words& words : sentences)
        all.emplace_back(words, lexicon_);
    choose_tags(all);
    choose_bundles(all);
    return all;
}

void SyntaxModel::choose_tags(std::span<Tagging> sentences) const {
    Choices<LinearModel, Tagging*> choices(sentences.size());
    for (std::size_t i = 0, end = longest(sentences); i < end; ++i) {
        choices.clear();
        for (Tagging& s : sentences) {
            if (i >= s.words.size())
                continue;
            if (s.words[i].kind != Word::Kind::plain)
                s.tags.push_back(Upos::PROPN);
            else if (s.words[i].placed)
                s.tags.push_back(Upos::VERB);
            else if (const std::optional<Upos> sure = sure_tag(s.clues[i]))
                s.tags.push_back(*sure);
            else if (s.words[i].verb && only_verb_seen(s.clues[i]))
                s.tags.push_back(Upos::VERB);
            else
                choices.add(&s, first_classes(upos_count));
        }
        choices.decide(upos_, [&](Stage stage, const Tagging* s, FeatureKeys& keys) {
            upos_features(stage, s->clues, i, s->tags, keys);
        });
        for (const auto& choice : choices.all())
            choice.whose->tags.push_back(static_cast<Upos>(choice.best));
    }
}

void SyntaxModel::choose_bundles(std::span<Tagging> sentences) const {
    Choices<LinearModel, Tagging*> choices(sentences.size());
    for (std::size_t i = 0, end = longest(sentences); i < end; ++i) {
        choices.clear();
        for (Tagging& s : sentences) {
            if (i >= s.words.size())
                continue;
            const std::vector<std::uint8_t>& possible = bundles_of_[static_cast<std::size_t>(s.tags[i])];
            if (s.words[i].kind != Word::Kind::plain || possible.empty())
                s.bundles.push_back(0);
            else if (possible.size() == 1)
                s.bundles.push_back(bundles_[possible.front()]);
            else if (const std::uint32_t* sure = sure_bundles_.find(bundle_key(s.clues[i], s.tags[i])))
                s.bundles.push_back(bundles_[*sure]);
            else
                choices.add(&s, possible);
        }
        choices.decide(bundle_, [&](Stage stage, const Tagging* s, FeatureKeys& keys) {
            bundle_features(stage, s->clues, i, s->tags, s->bundles, keys);
        });
        for (const auto& choice : choices.all())
            choice.whose->bundles.push_back(bundles_[choice.best]);
    }
}

Tree SyntaxModel::tree_of(const Tagging& tagging) const {
    Tree tree;
    tree.words.resize(tagging.words.size());
    for (std::size_t i = 0; i < tree.words.size(); ++i) {
        SyntacticWord& word = tree.words[i];
        word.form = tagging.words[i].form;
        word.upos = tagging.tags[i];
        word.features = unpack_features(tagging.bundles[i]);
        word.lemma = tagging.words[i].kind == Word::Kind::plain
                         ? lemmas_.lemma(word.form, tagging.clues[i], word.upos, tagging.bundles[i])
                         : word.form;
    }
    return tree;
}

Tree SyntaxModel::tag(Words sentence) const {
    return tree_of(taggings({&sentence, 1}).front());
}

Tree SyntaxModel::parse(Words sentence) const {
    return std::move(parse({&sentence, 1}).front());
}

std::vector<Tree> SyntaxModel::parse(std::span<const Words> sentences) const {
    std::vector<Tree> trees;
    trees.reserve(sentences.size());
    const std::size_t few = std::max<std::size_t>(side_by_side / width_, 1);
    for (; !sentences.empty(); sentences = sentences.subspan(std::min(few, sentences.size())))
        parse_few(sentences.first(std::min(few, sentences.size())), trees);
    return trees;
}

void SyntaxModel::parse_few(std::span<const Words> sentences, std::vector<Tree>& trees) const {
    std::vector<ParseInput> inputs;
    inputs.reserve(sentences.size());
    const std::size_t first = trees.size();
    for (const Tagging& tagging : taggings(sentences)) {
        trees.push_back(tree_of(tagging));
        inputs.emplace_back(trees.back(), tagging.clues);
    }
    const std::vector<Configuration> found = search(inputs);
    for (std::size_t s = 0; s < found.size(); ++s)
        for (std::size_t i = 0; i < inputs[s].size(); ++i) {
            const Configuration::Node& node = found[s].node(static_cast<Configuration::Index>(i));
            SyntacticWord& word = trees[first + s].words[i];
            word.relation = node.relation;
            word.head = node.relation == Deprel::root ? -1 : node.head;
        }
}

} // namespace timeloom
