#include "train/learners.hpp"
#include "train/perceptron.hpp"

#include <algorithm>
#include <map>

namespace timeloom {

void learn_splits(const std::vector<GoldSentence>& sentences, ModelParts& parts) {
    using Count = std::map<Splitter::Parts, std::size_t>;
    const auto parts_of = [](const GoldSentence& sentence, const GoldSentence::Token& token) {
        Splitter::Parts forms;
        if (token.count > 1)
            for (std::uint32_t i = token.first; i < token.first + token.count; ++i)
                forms.push_back(normal_form(sentence.words[i].form));
        return forms;
    };
    std::map<std::uint32_t, Count> seen; // by form_key
    for (const GoldSentence& sentence : sentences)
        for (const GoldSentence::Token& token : sentence.tokens)
            ++seen[form_key(normal_form(token.form))][parts_of(sentence, token)];

    parts.split_choices.clear();
    parts.split_tokens.clear();
    std::map<std::uint32_t, std::vector<Splitter::Parts>> ways; // of tokens with several
    for (const auto& [token, counts] : seen) {
        std::size_t all = 0, whole = 0;
        for (const auto& [forms, times] : counts) {
            all += times;
            if (forms.empty())
                whole = times;
        }
        if (whole == all)
            continue;
        std::vector<Splitter::Parts> kept; // a way taken less than once in fifty is an error of the treebank
        for (const auto& [forms, times] : counts)
            if (times * 50 >= all)
                kept.push_back(forms);
        parts.split_tokens.emplace_back(token, static_cast<std::uint32_t>(parts.split_choices.size()));
        for (const Splitter::Parts& forms : kept)
            parts.split_choices.push_back({forms, &forms == &kept.back()});
        if (kept.size() > 1)
            ways.emplace(token, kept);
    }

    struct Case {
        std::vector<std::uint32_t> keys;
        std::size_t right, choices;
    };
    std::vector<Case> cases;
    std::vector<std::uint32_t> all_keys;
    std::uint32_t classes = 2;
    for (const GoldSentence& sentence : sentences) {
        std::vector<std::string> normal;
        for (const GoldSentence::Token& token : sentence.tokens)
            normal.push_back(normal_form(token.form));
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            const auto known = ways.find(form_key(normal[i]));
            if (known == ways.end())
                continue;
            const auto right = std::ranges::find(known->second, parts_of(sentence, sentence.tokens[i]));
            if (right == known->second.end())
                continue;
            Case example{{}, static_cast<std::size_t>(right - known->second.begin()), known->second.size()};
            Splitter::features(normal, i, example.keys);
            all_keys.insert(all_keys.end(), example.keys.begin(), example.keys.end());
            classes = std::max(classes, static_cast<std::uint32_t>(example.choices));
            cases.push_back(std::move(example));
        }
    }
    Perceptron perceptron(classes, std::move(all_keys), 1);
    Dice dice(20260102);
    Perceptron::Ids ids;
    std::vector<std::int32_t> scores;
    for (int epoch = 0; epoch < 10; ++epoch) {
        dice.shuffle(cases);
        for (const Case& example : cases) {
            perceptron.find(example.keys, ids);
            perceptron.score(ids, scores);
            const auto end = scores.begin() + static_cast<std::ptrdiff_t>(example.choices);
            perceptron.learn(
                ids, example.right,
                static_cast<std::size_t>(std::max_element(scores.begin(), end) - scores.begin()));
        }
    }
    parts.split_context = perceptron.average();
}

} // namespace timeloom
