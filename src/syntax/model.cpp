#include "syntax/model.hpp"

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

/// Scores of at most 255 classes.
class Scores {
  public:
    Scores(const LinearModel& model, const FeatureKeys& keys) {
        std::fill_n(scores_.begin(), model.classes(), 0);
        model.score(keys, scores_.data());
    }
    std::int32_t operator[](std::size_t i) const { return scores_[i]; }
    /// The class with the highest score; of equals the first.
    std::size_t best(std::size_t classes) const {
        return static_cast<std::size_t>(
            std::max_element(scores_.begin(), scores_.begin() + static_cast<std::ptrdiff_t>(classes)) -
            scores_.begin());
    }

  private:
    std::array<std::int32_t, 256> scores_;
};

} // namespace

SyntaxModel::SyntaxModel(ModelParts parts)
    : lexicon_(table_of(parts.lexicon)), upos_(parts.upos), bundles_(std::move(parts.bundles)),
      sure_bundles_(table_of(parts.sure_bundles)), bundle_(parts.bundle),
      lemmas_(std::move(parts.scripts), table_of(parts.lemma_rules)),
      splitter_(std::move(parts.split_choices), table_of(parts.split_tokens), table_of(parts.split_endings),
                LinearModel(parts.split_context)),
      transition_(parts.transition), relations_(std::move(parts.relations)),
      sure_relations_(table_of(parts.sure_relations)), relation_(parts.relation) {
    for (std::size_t tag = 0; tag < upos_count; ++tag)
        for (std::uint32_t bundle = 0; bundle < bundles_.size(); ++bundle)
            if (parts.bundle_tags[bundle] >> tag & 1)
                bundles_of_[tag].push_back(bundle);
}

Tree SyntaxModel::tag(std::span<const Word> words) const {
    return tag(words, clues_of(words, lexicon_));
}

std::uint32_t SyntaxModel::bundle_of(std::span<const Clues> clues, std::size_t at, std::span<const Upos> tags,
                                     std::span<const std::uint32_t> bundles) const {
    const std::vector<std::uint32_t>& possible = bundles_of_[static_cast<std::size_t>(tags[at])];
    if (possible.empty())
        return 0;
    if (possible.size() == 1)
        return bundles_[possible.front()];
    if (const std::uint32_t* sure = sure_bundles_.find(bundle_key(clues[at], tags[at])))
        return bundles_[*sure];
    FeatureKeys keys;
    bundle_features(clues, at, tags, bundles, keys);
    const Scores scores(bundle_, keys);
    return bundles_[*std::ranges::max_element(possible, {}, [&](std::uint32_t b) { return scores[b]; })];
}

Tree SyntaxModel::tag(std::span<const Word> words, std::span<const Clues> clues) const {
    std::vector<Upos> tags;
    tags.reserve(words.size());
    FeatureKeys keys;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind != Word::Kind::plain) {
            tags.push_back(Upos::PROPN);
        } else if (const std::optional<Upos> sure = sure_tag(clues[i])) {
            tags.push_back(*sure);
        } else {
            upos_features(clues, i, tags, keys);
            tags.push_back(static_cast<Upos>(Scores(upos_, keys).best(upos_count)));
        }
    }
    std::vector<std::uint32_t> bundles;
    bundles.reserve(words.size());
    Tree tree;
    tree.words.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool plain = words[i].kind == Word::Kind::plain;
        bundles.push_back(plain ? bundle_of(clues, i, tags, bundles) : 0);
        SyntacticWord& word = tree.words[i];
        word.form = words[i].form;
        word.upos = tags[i];
        word.features = unpack_features(bundles[i]);
        word.lemma = plain ? lemmas_.lemma(word.form, clues[i], tags[i], bundles[i]) : word.form;
    }
    return tree;
}

Transition SyntaxModel::transition_of(const ParseInput& input, const Configuration& configuration) const {
    if (configuration.next() == configuration.size() && configuration.allows(Transition::left))
        return Transition::left;
    if (configuration.height() == 0)
        return Transition::shift;
    FeatureKeys keys;
    transition_features(input, configuration, keys);
    const std::array<std::int32_t, 3> scores = transition_.score(keys);
    std::optional<Transition> best;
    for (const Transition t : {Transition::shift, Transition::left, Transition::right})
        if (configuration.allows(t) &&
            (!best || scores[static_cast<std::size_t>(t)] > scores[static_cast<std::size_t>(*best)]))
            best = t;
    return *best;
}

Deprel SyntaxModel::relation_of(const ParseInput& input, const Configuration& configuration,
                                Configuration::Index head) const {
    if (head == configuration.size())
        return Deprel::root;
    for (const std::uint32_t key : sure_keys(input, configuration, head))
        if (const std::uint32_t* sure = sure_relations_.find(key))
            return relations_[*sure];
    FeatureKeys keys;
    relation_features(input, configuration, head, keys);
    return relations_[Scores(relation_, keys).best(relations_.size())];
}

Tree SyntaxModel::parse(std::span<const Word> words) const {
    const std::vector<Clues> clues = clues_of(words, lexicon_);
    Tree tree = tag(words, clues);
    const ParseInput input(tree, clues);
    Configuration configuration(words.size());
    while (!configuration.finished()) {
        const Transition transition = transition_of(input, configuration);
        if (transition == Transition::shift)
            configuration.apply(transition);
        else
            configuration.apply(transition,
                                relation_of(input, configuration, configuration.head_after(transition)));
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Configuration::Node& node = configuration.node(static_cast<Configuration::Index>(i));
        tree.words[i].relation = node.relation;
        tree.words[i].head = node.relation == Deprel::root ? -1 : node.head;
    }
    return tree;
}

} // namespace timeloom
