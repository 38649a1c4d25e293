#include "train/learners.hpp"
#include "train/perceptron.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace timeloom {

namespace {

std::size_t common_start(std::string_view a, std::string_view b) {
    std::size_t common = 0;
    while (common < a.size() && common < b.size() && a[common] == b[common])
        ++common;
    return common;
}

/// What happens at the end of a token: the ending, and what stands for it ("arlos" → "ar", "los").
struct EndingRule {
    std::string ending;
    Splitter::Parts parts;
};

/// The rule that splits `token` so: its ending begins where the first part goes another way, or two
/// characters before the first part ends.
std::vector<EndingRule> rule_of(const std::string& token, const Splitter::Parts& parts) {
    const std::size_t common = common_start(token, parts.front());
    std::size_t characters = 0; // of the first part that stay in the ending
    std::vector<EndingRule> found;
    for (const std::size_t begin : Splitter::endings(token)) {
        if (begin > common)
            break;
        characters = 0;
        for (std::size_t i = begin; i < parts.front().size(); ++i)
            characters += (static_cast<unsigned char>(parts.front()[i]) & 0xC0) != 0x80;
        if (common == parts.front().size() && characters < 2)
            break;
        found = {{token.substr(begin), parts}};
        found.front().parts.front().erase(0, begin);
    }
    return found;
}

} // namespace

void learn_splits(const std::vector<GoldSentence>& sentences, ModelParts& parts) {
    using Count = std::map<Splitter::Parts, std::size_t>;
    const auto parts_of = [](const GoldSentence& sentence, const GoldSentence::Token& token) {
        Splitter::Parts forms;
        if (token.count > 1)
            for (std::uint32_t i = token.first; i < token.first + token.count; ++i)
                forms.push_back(normal_form(sentence.words[i].form));
        return forms;
    };
    std::map<std::uint32_t, Count> seen;                                             // by form_key
    std::map<std::string, std::map<Splitter::Parts, std::set<std::string>>> endings; // → tokens split so
    std::set<std::string> whole_tokens;
    for (const GoldSentence& sentence : sentences)
        for (const GoldSentence::Token& token : sentence.tokens) {
            const std::string normal = normal_form(token.form);
            const Splitter::Parts forms = parts_of(sentence, token);
            ++seen[form_key(normal)][forms];
            if (token.count == 1 && sentence.words[token.first].upos != Upos::PROPN)
                whole_tokens.insert(normal);
            if (token.count > 1)
                for (const EndingRule& rule : rule_of(normal, forms))
                    endings[rule.ending][rule.parts].insert(normal);
        }

    parts.split_choices.clear();
    parts.split_tokens.clear();
    parts.split_endings.clear();

    // An ending splits when two different tokens were split so, and few others that end so were not.
    std::map<std::string, std::size_t> whole_with;
    for (const std::string& token : whole_tokens)
        for (const std::size_t begin : Splitter::endings(token))
            ++whole_with[token.substr(begin)];
    for (const auto& [ending, ways] : endings) {
        const auto& [forms, tokens] =
            *std::ranges::max_element(ways, {}, [](const auto& way) { return way.second.size(); });
        if (tokens.size() < 2 || whole_with[ending] * 4 > tokens.size())
            continue;
        parts.split_endings.emplace_back(Splitter::ending_key(ending),
                                         static_cast<std::uint32_t>(parts.split_choices.size()));
        parts.split_choices.push_back({forms, true});
    }
    std::ranges::sort(parts.split_endings);
    std::set<std::uint32_t> ending_keys;
    for (const auto& [key, choice] : parts.split_endings)
        ending_keys.insert(key);
    std::set<std::uint32_t> exceptions; // whole tokens that an ending would split
    for (const std::string& token : whole_tokens)
        for (const std::size_t begin : Splitter::endings(token))
            if (ending_keys.contains(Splitter::ending_key(token.substr(begin))))
                exceptions.insert(form_key(token));

    std::map<std::uint32_t, std::vector<Splitter::Parts>> ways; // of tokens with several
    for (const auto& [token, counts] : seen) {
        std::size_t all = 0, whole = 0;
        for (const auto& [forms, times] : counts) {
            all += times;
            if (forms.empty())
                whole = times;
        }
        if (whole == all && !exceptions.contains(token))
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
        FeatureKeys keys;
        std::size_t right, choices;
    };
    std::vector<Case> cases;
    const KeyTable lexicon = table_of(parts.lexicon);
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
            Splitter::features(normal, i, lexicon, example.keys);
            all_keys.insert(all_keys.end(), example.keys.begin(), example.keys.end());
            classes = std::max(classes, static_cast<std::uint32_t>(example.choices));
            cases.push_back(std::move(example));
        }
    }
    Perceptron perceptron(classes, std::move(all_keys), 1);
    Dice dice(20260102);
    Ids ids;
    std::vector<std::int32_t> scores;
    for (int epoch = 0; epoch < 10; ++epoch) {
        dice.shuffle(cases);
        for (const Case& example : cases) {
            ids.clear();
            perceptron.features().find(example.keys, false, ids);
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
