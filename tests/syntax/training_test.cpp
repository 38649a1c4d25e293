// What learning looks at: sentences with units in place of names and dates, lemma scripts, weights.

#include "base/data.hpp"
#include "syntax/names.hpp"
#include "train/evaluate.hpp"
#include "train/learners.hpp"
#include "train/perceptron.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace timeloom;

TEST_CASE("names and dates become single words, and what hung on a part hangs on the whole") {
    const auto sentences = parse_conllu("1\tMara\tMara\tPROPN\t_\t_\t3\tnsubj\t_\t_\n"
                                        "2\tSoler\tSoler\tPROPN\t_\t_\t1\tflat:name\t_\t_\n"
                                        "3\tllegó\tllegar\tVERB\t_\t_\t0\troot\t_\t_\n"
                                        "4\ten\ten\tADP\t_\t_\t5\tcase\t_\t_\n"
                                        "5\tmarzo\tmarzo\tNOUN\t_\t_\t3\tobl\t_\t_\n"
                                        "6\tde\tde\tADP\t_\t_\t7\tcase\t_\t_\n"
                                        "7\t2019\t2019\tNUM\t_\t_\t5\tnmod\t_\t_\n\n",
                                        "own.conllu");
    const Example units = with_units(example_of(sentences[0]), {{"marzo"}, {"de"}});
    REQUIRE(units.words.size() == 4);
    CHECK(units.words[0].form == "Mara Soler");
    CHECK(units.words[0].kind == Word::Kind::name);
    CHECK(units.words[3].form == "marzo de 2019");
    CHECK(units.words[3].kind == Word::Kind::time);
    CHECK(units.gold[0].head == 1);
    CHECK(units.gold[2].head == 3);
    CHECK(units.gold[3].head == 1);
    CHECK(units.gold[3].upos == Upos::PROPN);
}

TEST_CASE("lemma rules learn endings and carry them over to words not seen") {
    std::string text;
    for (const char* form : {"cantaron", "hablaron", "pagaron", "llegaron"})
        text += "1\t" + std::string(form) + "\t" + std::string(form).substr(0, std::string(form).size() - 4) +
                "ar\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_\n\n";
    text += "1\tfueron\tir\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_\n\n";
    std::vector<Lesson> lessons;
    for (const GoldSentence& sentence : parse_conllu(text, "own.conllu"))
        lessons.push_back({example_of(sentence), {}});
    std::vector<const Lesson*> all;
    for (const Lesson& lesson : lessons)
        all.push_back(&lesson);
    ModelParts parts;
    learn_lemmas(all, parts);
    const LemmaRules rules(parts.scripts, table_of(parts.lemma_rules));
    const auto lemma = [&](const std::string& form, Upos upos, const char* features) {
        const std::vector<Word> word = {{Word::Kind::plain, form}};
        return rules.lemma(form, clues_of(word, {}).front(), upos, pack(features_of(features)));
    };
    CHECK(lemma("Firmaron", Upos::VERB, "VerbForm=Fin") == "firmar");
    CHECK(lemma("fueron", Upos::VERB, "VerbForm=Fin") == "ir");
    CHECK(lemma("Firmaron", Upos::NOUN, "VerbForm=Fin") == "Firmaron");
}

TEST_CASE("a script cuts a prefix wherever it first stands, and does without it where there is none") {
    const LemmaScript script{true, "ge", 1, "en"};
    CHECK(script.apply("gemacht") == "machen");
    CHECK(script.apply("Angekündigt") == "ankündigen");
    CHECK(script.apply("verkauft") == "verkaufen");
    CHECK(script.apply("x") == "en");
    const LemmaScript strong{true, "ge", 5, "ehmen"};
    CHECK(strong.apply("aufgenommen") == "aufnehmen");
    CHECK(strong.apply("übernommen") == "übernehmen");
}

TEST_CASE("the perceptron learns, averages over time, and keeps eight bits") {
    const std::vector<std::uint32_t> left = {feature_key(1, 1)}, right = {feature_key(1, 2)};
    Perceptron perceptron(2, {left[0], left[0], right[0], right[0], feature_key(1, 3)}, 2);
    Ids ids;
    std::vector<std::int32_t> scores;
    for (int i = 0; i < 10; ++i)
        for (std::size_t good : {0, 1}) {
            ids.clear();
            perceptron.features().find(good == 0 ? left : right, false, ids);
            perceptron.score(ids, scores);
            perceptron.learn(ids, good, scores[1] > scores[0]);
        }
    const Weights weights = perceptron.average();
    CHECK(weights.keys.size() ==
          1); // the feature seen once is not learned, that of class 0 was right from the start
    const LinearModel model(weights);
    std::int32_t sums[2] = {};
    model.score(right, sums);
    CHECK(sums[0] == full_weight(-45));
    CHECK(sums[1] == full_weight(45));
    model.score(left, sums);
    CHECK(sums[1] == full_weight(45));
}

TEST_CASE("the choice among three keeps how far each leads") {
    const std::vector<std::uint32_t> first = {feature_key(1, 1)}, third = {feature_key(1, 2)};
    TernaryPerceptron perceptron({first[0], third[0]}, 1);
    Ids ids;
    std::vector<std::int32_t> scores;
    for (int i = 0; i < 10; ++i)
        for (std::size_t good : {0, 2}) {
            ids.clear();
            perceptron.features().find(good == 0 ? first : third, false, ids);
            perceptron.score(ids, scores);
            perceptron.learn(ids, good, scores[2] > scores[0] ? 2 : 0);
        }
    const TernaryModel model(perceptron.average(1));
    const auto scored = [&](const std::vector<std::uint32_t>& features) {
        std::array<std::int32_t, 3> sums{};
        model.score(features, sums.data());
        return sums;
    };
    CHECK(scored(third)[2] == full_weight(45));
    CHECK(scored(third)[1] == full_weight(32)); // half of it: squares are kept
    CHECK(scored(first)[2] == 0);
    CHECK(scored(std::vector{feature_key(1, 3)})[2] == 0);
}

TEST_CASE("where treebanks differ, a model follows the one at home") {
    const std::vector<std::uint32_t> word = {feature_key(1, 1)};
    Perceptron perceptron(2, {word[0], word[0]}, 2);
    Ids ids;
    std::vector<std::int32_t> scores;
    for (int i = 0; i < 30; ++i) { // two sentences from elsewhere say 0, one at home says 1
        const bool at_home = i % 3 == 2;
        ids.clear();
        perceptron.features().find(word, at_home, ids);
        perceptron.score(ids, scores);
        perceptron.learn(ids, at_home, scores[1] > scores[0]);
    }
    std::int32_t sums[2] = {};
    LinearModel(perceptron.average()).score(word, sums);
    CHECK(sums[1] > sums[0]);
}

TEST_CASE("a table finds what it holds and nothing else") {
    std::vector<std::uint32_t> keys, values;
    for (std::uint32_t i = 0; i < 3000; ++i) { // crowded at both ends
        keys.push_back(i < 1500 ? 2 * i : 0xFFFFFFFE - 2 * (2999 - i));
        values.push_back(i);
    }
    const KeyTable table(keys, values);
    for (std::uint32_t i = 0; i < 3000; ++i) {
        REQUIRE(table.find(keys[i]));
        CHECK(*table.find(keys[i]) == i);
    }
    for (std::uint32_t key = 3000; key < 0xF0000000; key += 0x1234567 & ~1u)
        CHECK(!table.find(key));
    CHECK(!KeyTable().find(8));

    const QuartetTable<std::array<std::uint32_t, 4>> quartets(
        keys, [&](auto& bucket, unsigned lane, std::size_t i) { bucket[lane] = values[i] + 1; });
    for (std::uint32_t i = 0; i < 3000; ++i)
        quartets.look_up({&keys[i], 1},
                         [&](const auto& bucket, unsigned lane) { CHECK(bucket[lane] == i + 1); });
    std::vector<std::uint32_t> others;
    for (std::uint32_t key = 3000; key < 0xF0000000; key += 0x1234567 & ~1u)
        others.push_back(key);
    std::size_t found = 0, empty = 0;
    quartets.look_up(others,
                     [&](const auto& bucket, unsigned lane) { ++(bucket[lane] == 0 ? empty : found); });
    CHECK(found <= 1); // of 211: it keeps sixteen bits of a key
    CHECK(empty + found == others.size());
}

TEST_CASE("a row of many weights is added as one of few is") {
    Weights weights{9, {2, 4, 6}, {1, 9, 4}, {}};
    for (const std::uint8_t count : weights.counts)
        for (std::uint8_t target = 0; target < count; ++target)
            weights.values.push_back({target, static_cast<std::int8_t>(count)});
    const LinearModel model(weights);
    std::array<std::int32_t, 9> sums{};
    model.score(weights.keys, sums.data());
    CHECK(sums == std::array<std::int32_t, 9>{1 + 81 + 16, 97, 97, 97, 81, 81, 81, 81, 81});
}

TEST_CASE("the models reach their figures on the test parts of the treebanks") {
    const auto treebanks = find_data() / ".." / "shared" / "ud";
    if (!std::filesystem::exists(treebanks)) {
        MESSAGE("skipped: there are no treebanks beside the source tree");
        return;
    }
    constexpr struct {
        const char* language;
        double upos, heads, relations; ///< percent
    } figures[] = {{"es", 97, 83.4, 76.7}, {"en", 95.5, 85, 81.5},   {"fr", 96.3, 85.2, 81.2},
                   {"it", 95.3, 83, 78.4}, {"pt", 96.5, 86.9, 83.4}, {"de", 92.7, 78.3, 72.3}};
    for (const auto& figure : figures) {
        const auto file = find_data() / "models" / (std::string(figure.language) + ".model");
        if (!std::filesystem::exists(file))
            continue;
        CAPTURE(figure.language);
        auto sentences = read_conllu(treebanks / figure.language / "test.conllu.zst");
        const Accuracy a = evaluate(SyntaxModel(read_model(file)), sentences);
        const auto percent = [&](std::size_t right) {
            return 100.0 * static_cast<double>(right) / static_cast<double>(a.words);
        };
        CHECK(percent(a.upos) >= figure.upos);
        CHECK(percent(a.heads) >= figure.heads);
        CHECK(percent(a.relations) >= figure.relations);
    }
}
