#include "syntax/model.hpp"

#include "syntax/tag_features.hpp"

#include <algorithm>
#include <numeric>
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

/// The numbers 0 … 255.
constexpr std::array<std::uint8_t, 256> every_class = [] {
    std::array<std::uint8_t, 256> all{};
    std::iota(all.begin(), all.end(), std::uint8_t{0});
    return all;
}();

std::span<const std::uint8_t> first_classes(std::size_t count) {
    return std::span(every_class).first(count);
}

/// One of `classes` (one at least): that with the highest score, of equals the first; features(stage, keys)
/// fills in the features of a stage.
template <class Model, class Features>
std::uint8_t choose(const Model& model, std::span<const std::uint8_t> classes, Features features) {
    if (classes.size() == 1)
        return classes.front();
    std::array<std::int32_t, 256> scores;
    std::fill_n(scores.begin(), model.classes(), 0);
    FeatureKeys keys;
    std::uint8_t best = classes.front();
    for (const Stage stage : stages) {
        features(stage, keys);
        model.score(keys, scores.data());
        best = classes.front();
        std::int32_t second = INT32_MIN;
        for (const std::uint8_t next : classes.subspan(1)) {
            if (scores[next] > scores[best]) {
                second = scores[best];
                best = next;
            } else {
                second = std::max(second, scores[next]);
            }
        }
        if (scores[best] - clear_lead >= second)
            break;
    }
    return best;
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

Tree SyntaxModel::tag(std::span<const Word> words) const {
    return tag(words, clues_of(words, lexicon_));
}

std::uint32_t SyntaxModel::bundle_of(std::span<const Clues> clues, std::size_t at, std::span<const Upos> tags,
                                     std::span<const std::uint32_t> bundles) const {
    const std::vector<std::uint8_t>& possible = bundles_of_[static_cast<std::size_t>(tags[at])];
    if (possible.empty())
        return 0;
    if (possible.size() == 1)
        return bundles_[possible.front()];
    if (const std::uint32_t* sure = sure_bundles_.find(bundle_key(clues[at], tags[at])))
        return bundles_[*sure];
    return bundles_[choose(bundle_, possible, [&](Stage stage, FeatureKeys& keys) {
        bundle_features(stage, clues, at, tags, bundles, keys);
    })];
}

Tree SyntaxModel::tag(std::span<const Word> words, std::span<const Clues> clues) const {
    std::vector<Upos> tags;
    tags.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind != Word::Kind::plain) {
            tags.push_back(Upos::PROPN);
        } else if (const std::optional<Upos> sure = sure_tag(clues[i])) {
            tags.push_back(*sure);
        } else if (words[i].verb && only_verb_seen(clues[i])) {
            tags.push_back(Upos::VERB);
        } else {
            tags.push_back(static_cast<Upos>(
                choose(upos_, first_classes(upos_count),
                       [&](Stage stage, FeatureKeys& keys) { upos_features(stage, clues, i, tags, keys); })));
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
    std::array<std::uint8_t, 3> allowed;
    std::size_t count = 0;
    for (const Transition t : {Transition::shift, Transition::left, Transition::right}) {
        allowed[count] = static_cast<std::uint8_t>(t);
        count += configuration.allows(t);
    }
    return static_cast<Transition>(
        choose(transition_, std::span(allowed).first(count), [&](Stage stage, FeatureKeys& keys) {
            transition_features(stage, input, configuration, keys);
        }));
}

Deprel SyntaxModel::relation_of(const ParseInput& input, const Configuration& configuration,
                                Configuration::Index head) const {
    if (head == configuration.size())
        return Deprel::root;
    for (const std::uint32_t key : sure_keys(input, configuration, head))
        if (const std::uint32_t* sure = sure_relations_.find(key))
            return relations_[*sure];
    return relations_[choose(
        relation_, first_classes(relations_.size()),
        [&](Stage stage, FeatureKeys& keys) { relation_features(stage, input, configuration, head, keys); })];
}

void SyntaxModel::take(Transition transition, const ParseInput& input, Configuration& configuration) const {
    if (transition == Transition::shift)
        configuration.apply(transition);
    else
        configuration.apply(transition,
                            relation_of(input, configuration, configuration.head_after(transition)));
}

Tree SyntaxModel::parse(std::span<const Word> words) const {
    const std::vector<Clues> clues = clues_of(words, lexicon_);
    Tree tree = tag(words, clues);
    const ParseInput input(tree, clues);
    Configuration configuration = width_ > 1 ? search(input, words.size()) : Configuration(words.size());
    while (!configuration.finished())
        take(transition_of(input, configuration), input, configuration);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Configuration::Node& node = configuration.node(static_cast<Configuration::Index>(i));
        tree.words[i].relation = node.relation;
        tree.words[i].head = node.relation == Deprel::root ? -1 : node.head;
    }
    return tree;
}

} // namespace timeloom
