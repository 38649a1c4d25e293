#include "syntax/model.hpp"

#include "syntax/names.hpp"
#include "syntax/parse_features.hpp"
#include "syntax/tag_features.hpp"

#include <algorithm>

namespace timeloom {

namespace {

KeyTable table(const KeyValues& pairs) {
    std::vector<std::uint32_t> keys, values;
    for (const auto& [key, value] : pairs) {
        keys.push_back(key);
        values.push_back(value);
    }
    return {keys, values};
}

/// The allowed class with the highest score; of equals the first.
template <class Allowed>
std::size_t best(std::span<const std::int32_t> scores, Allowed allowed) {
    std::size_t found = scores.size();
    for (std::size_t i = 0; i < scores.size(); ++i)
        if ((found == scores.size() || scores[i] > scores[found]) && allowed(i))
            found = i;
    return found;
}

} // namespace

SyntaxModel::SyntaxModel(ModelParts parts)
    : lexicon_(table(parts.lexicon)), upos_(parts.upos), packed_bundles_(parts.bundles),
      bundle_tags_(parts.bundle_tags), bundle_(parts.bundle),
      lemmas_(std::move(parts.scripts), table(parts.lemma_rules)),
      splitter_(std::move(parts.split_choices), table(parts.split_tokens), table(parts.split_endings),
                LinearModel(parts.split_context)),
      transitions_(std::move(parts.transitions)), transition_(parts.transition) {
    for (const std::uint32_t packed : packed_bundles_)
        bundles_.push_back(unpack_features(packed));
}

Tree SyntaxModel::tag(std::span<const Word> words) const {
    return tag(words, clues_of(words, lexicon_));
}

Tree SyntaxModel::tag(std::span<const Word> words, std::span<const Clues> clues) const {
    std::vector<Upos> tags;
    std::vector<std::uint32_t> chosen, keys;
    std::vector<std::int32_t> scores;
    tags.reserve(words.size());
    chosen.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind != Word::Kind::plain) {
            tags.push_back(Upos::PROPN);
            continue;
        }
        upos_features(clues, i, tags, keys);
        scores.assign(upos_.classes(), 0);
        upos_.score(keys, scores.data());
        tags.push_back(static_cast<Upos>(best(scores, [](std::size_t) { return true; })));
    }
    Tree tree;
    tree.words.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        SyntacticWord& word = tree.words[i];
        word.form = words[i].form;
        word.upos = tags[i];
        std::size_t bundle = bundles_.size();
        if (words[i].kind == Word::Kind::plain) {
            bundle_features(clues, i, tags, chosen, keys);
            scores.assign(bundle_.classes(), 0);
            bundle_.score(keys, scores.data());
            bundle = best(
                scores, [&](std::size_t b) { return bundle_tags_[b] >> static_cast<unsigned>(tags[i]) & 1; });
        }
        chosen.push_back(bundle < bundles_.size() ? packed_bundles_[bundle] : 0);
        if (bundle < bundles_.size())
            word.features = bundles_[bundle];
        word.lemma = words[i].kind == Word::Kind::plain ? lemmas_.lemma(word.form, word.upos, word.features)
                                                        : word.form;
    }
    return tree;
}

Tree SyntaxModel::parse(std::span<const Word> words) const {
    const std::vector<Clues> clues = clues_of(words, lexicon_);
    Tree tree = tag(words, clues);
    if (words.empty())
        return tree;
    const ParseInput input(tree, clues);
    Configuration configuration(words.size());
    std::vector<std::uint32_t> keys;
    std::vector<std::int32_t> scores;
    using Kind = Transition::Kind;
    while (!configuration.finished()) {
        const bool allowed[] = {configuration.allows(Kind::shift), configuration.allows(Kind::left),
                                configuration.allows(Kind::right)};
        if (configuration.next() == configuration.size() && allowed[1]) {
            configuration.apply({Kind::left, Deprel::root});
            continue;
        }
        parse_features(input, configuration, keys);
        scores.assign(transition_.classes(), 0);
        transition_.score(keys, scores.data());
        const std::size_t found =
            best(scores, [&](std::size_t t) { return allowed[static_cast<unsigned>(transitions_[t].kind)]; });
        configuration.apply(transitions_[found]);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Configuration::Node& node = configuration.node(static_cast<Configuration::Index>(i));
        tree.words[i].relation = node.relation;
        tree.words[i].head = node.relation == Deprel::root ? -1 : node.head;
    }
    return tree;
}

} // namespace timeloom
