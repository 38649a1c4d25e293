#include "train/learners.hpp"

#include "syntax/names.hpp"
#include "syntax/tag_features.hpp"
#include "train/perceptron.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace timeloom {

namespace {

constexpr std::uint32_t times_to_be_sure = 20;           ///< of a tag
constexpr std::uint32_t times_to_be_sure_of_bundle = 10; ///< given form and tag

/// Whether a decision taken `right` of `all` times needs no choice.
bool is_sure(std::uint32_t right, std::uint32_t all) {
    return right >= all - all / 200;
}

/// Tags that each form was seen with; a form seen once counts as unknown, as most forms of new texts will be.
KeyValues learn_lexicon(const std::vector<const Lesson*>& lessons) {
    std::map<std::uint32_t, std::array<std::uint32_t, upos_count>> seen; // form → times with each tag
    for (const Lesson* lesson : lessons)
        for (const GoldWord& word : lesson->plain.gold)
            ++seen[form_key(normal_form(word.form))][static_cast<std::size_t>(word.upos)];
    KeyValues lexicon;
    for (const auto& [form, counts] : seen) {
        std::uint32_t all = 0, tags = 0;
        for (std::size_t tag = 0; tag < upos_count; ++tag) {
            all += counts[tag];
            tags |= static_cast<std::uint32_t>(counts[tag] > 0) << tag;
        }
        const auto best = std::ranges::max_element(counts);
        if (all >= times_to_be_sure && is_sure(*best, all))
            tags |= static_cast<std::uint32_t>(best - counts.begin() + 1) << sure_shift;
        if (all >= 2)
            lexicon.emplace_back(form, tags);
    }
    return lexicon;
}

struct Sentence {
    std::vector<Clues> clues;
    std::vector<Upos> tags;
    std::vector<std::uint32_t> bundles;
    std::string treebank;
};

Sentence sentence_of(const Example& example, const KeyTable& lexicon) {
    Sentence sentence{clues_of(example.words, lexicon), {}, {}, example.treebank};
    for (const GoldWord& word : example.gold) {
        sentence.tags.push_back(word.upos);
        sentence.bundles.push_back(word.bundle);
    }
    return sentence;
}

std::size_t best(const std::vector<std::int32_t>& scores) {
    return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

/// Both learners walk through a sentence in the same way: features, choice, lesson. The features of the first
/// stage are taught twice: to decide by themselves, and together with the rest. `home`: see perceptron.hpp.
template <class Visit>
Weights learn(std::uint32_t classes, const std::vector<std::pair<Sentence, Sentence>>& pool,
              const Effort& effort, const std::string& home, Visit visit) {
    FeatureKeys keys;
    std::vector<std::uint32_t> seen;
    for (const auto& [plain, units] : pool)
        visit(plain, [&](auto&& features, std::size_t right, auto&&) {
            for (const Stage stage : stages) {
                features(stage, keys);
                seen.insert(seen.end(), keys.begin(), keys.end());
            }
            return right;
        });
    Perceptron perceptron(classes, std::move(seen), effort.least_tagger);
    std::vector<const std::pair<Sentence, Sentence>*> order;
    for (const auto& both : pool)
        order.push_back(&both);
    Dice dice(20260101);
    Ids ids;
    std::vector<std::int32_t> scores;
    for (int epoch = 0; epoch < effort.tagger_epochs * effort.runs; ++epoch) {
        if (epoch > 0 && epoch % effort.tagger_epochs == 0)
            perceptron.start_anew();
        dice.shuffle(order);
        for (const auto* both : order) {
            const Sentence& sentence = dice.roll(effort.units_every) == 0 ? both->second : both->first;
            visit(sentence, [&](auto&& features, std::size_t right, auto&& allowed) {
                std::size_t chosen = right;
                ids.clear();
                for (const Stage stage : stages) {
                    features(stage, keys);
                    perceptron.features().find(keys, sentence.treebank == home, ids);
                    perceptron.score(ids, scores);
                    for (std::size_t i = 0; i < scores.size(); ++i)
                        if (!allowed(i))
                            scores[i] = INT32_MIN;
                    chosen = best(scores);
                    perceptron.learn(ids, right, chosen);
                }
                return chosen;
            });
        }
    }
    return perceptron.average(effort.least_tag_weight);
}

} // namespace

void learn_tags(const std::vector<const Lesson*>& lessons, const Effort& effort, ModelParts& parts) {
    parts.lexicon = learn_lexicon(lessons);
    const KeyTable lexicon = table_of(parts.lexicon);
    std::vector<std::pair<Sentence, Sentence>> pool;
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> bundles; // bundle → times, tags
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> with_form; // bundle_key → bundle → times
    for (const Lesson* lesson : lessons) {
        pool.emplace_back(sentence_of(lesson->plain, lexicon), sentence_of(lesson->units, lexicon));
        const Sentence& sentence = pool.back().first;
        for (std::size_t i = 0; i < sentence.tags.size(); ++i) {
            auto& [times, tags] = bundles[sentence.bundles[i]];
            ++times;
            tags |= 1u << static_cast<unsigned>(sentence.tags[i]);
            ++with_form[bundle_key(sentence.clues[i], sentence.tags[i])][sentence.bundles[i]];
        }
    }
    parts.upos =
        learn(upos_count, pool, effort, effort.tags_home, [&](const Sentence& sentence, auto&& step) {
            std::vector<Upos> chosen;
            for (std::size_t i = 0; i < sentence.tags.size(); ++i) {
                if (sentence.clues[i].kind != Word::Kind::plain) {
                    chosen.push_back(Upos::PROPN);
                    continue;
                }
                if (const std::optional<Upos> sure = sure_tag(sentence.clues[i])) {
                    chosen.push_back(*sure);
                    continue;
                }
                const auto features = [&](Stage stage, FeatureKeys& keys) {
                    upos_features(stage, sentence.clues, i, chosen, keys);
                };
                chosen.push_back(static_cast<Upos>(step(features, static_cast<std::size_t>(sentence.tags[i]),
                                                        [](std::size_t) { return true; })));
            }
        });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> frequent; // times, bundle
    for (const auto& [bundle, counts] : bundles)
        frequent.emplace_back(counts.first, bundle);
    std::ranges::sort(frequent, std::greater<>());
    if (frequent.size() > 250)
        frequent.resize(250);
    std::map<std::uint32_t, std::size_t> class_of;
    parts.bundles.clear();
    parts.bundle_tags.clear();
    for (const auto& [times, bundle] : frequent) {
        class_of.emplace(bundle, parts.bundles.size());
        parts.bundles.push_back(bundle);
        parts.bundle_tags.push_back(bundles[bundle].second);
    }
    parts.sure_bundles.clear();
    std::map<std::uint32_t, std::uint32_t> sure; // the same, → bundle
    for (const auto& [key, counts] : with_form) {
        std::uint32_t all = 0;
        for (const auto& [bundle, times] : counts)
            all += times;
        const auto [bundle, times] =
            *std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
        if (all < times_to_be_sure_of_bundle || !is_sure(times, all) || !class_of.contains(bundle))
            continue;
        sure.emplace(key, bundle);
        parts.sure_bundles.emplace_back(key, static_cast<std::uint32_t>(class_of[bundle]));
    }
    parts.bundle =
        learn(static_cast<std::uint32_t>(parts.bundles.size()), pool, effort, {},
              [&](const Sentence& sentence, auto&& step) {
                  std::vector<std::uint32_t> chosen;
                  for (std::size_t i = 0; i < sentence.tags.size(); ++i) {
                      const auto right = class_of.find(sentence.bundles[i]);
                      if (sentence.clues[i].kind != Word::Kind::plain || right == class_of.end()) {
                          chosen.push_back(sentence.bundles[i]);
                          continue;
                      }
                      const auto known = sure.find(bundle_key(sentence.clues[i], sentence.tags[i]));
                      if (known != sure.end()) {
                          chosen.push_back(known->second);
                          continue;
                      }
                      const auto features = [&](Stage stage, FeatureKeys& keys) {
                          bundle_features(stage, sentence.clues, i, sentence.tags, chosen, keys);
                      };
                      const auto tag = static_cast<unsigned>(sentence.tags[i]);
                      chosen.push_back(parts.bundles[step(features, right->second, [&](std::size_t b) {
                          return (parts.bundle_tags[b] >> tag & 1) != 0;
                      })]);
                  }
              });
    learn_lemmas(lessons, parts);
}

} // namespace timeloom
