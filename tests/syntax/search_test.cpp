// Several readings side by side: what comes later in a sentence decides about what stood before.

#include "base/data.hpp"
#include "syntax/model.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <sstream>

using namespace timeloom;

namespace {

std::optional<ModelParts> german(std::uint32_t width) {
    const auto file = find_data() / "models" / "de.model";
    if (!std::filesystem::exists(file)) {
        MESSAGE("skipped: there is no " << file.string());
        return std::nullopt;
    }
    ModelParts parts = read_model(file);
    parts.width = width;
    return parts;
}

std::vector<Word> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<Word> words;
    for (std::string form; in >> form;)
        words.push_back({Word::Kind::plain, form});
    return words;
}

std::string head_of(const Tree& tree, std::string_view form) {
    for (const SyntacticWord& word : tree.words)
        if (word.form == form && word.head >= 0)
            return tree.words[static_cast<std::size_t>(word.head)].form;
    return "";
}

} // namespace

TEST_CASE("the verb at the end decides what the noun before it was") {
    auto parts = german(4);
    if (!parts)
        return;
    const SyntaxModel model(std::move(*parts));
    // Read from left to right, one reading only, the schools belong to the town and the maker to the price.
    const Tree schools =
        model.parse(words_of("Mit dem Geld will die Stadt Schulen bauen und Straßen erneuern ."));
    CHECK(head_of(schools, "Schulen") == "bauen");
    const Tree maker = model.parse(
        words_of("Der Konzern kauft für zwei Milliarden Euro einen Hersteller von Batterien aus Norwegen ."));
    CHECK(head_of(maker, "Hersteller") == "kauft");
}

TEST_CASE("however many readings are followed, a tree has one root and no cycles") {
    for (const std::uint32_t width : {2, 3, 9}) {
        auto parts = german(width);
        if (!parts)
            return;
        const SyntaxModel model(std::move(*parts));
        CHECK(model.parse(words_of("")).words.empty());
        std::string text = ", und 7 der die";
        for (int i = 0; i < 6; ++i)
            text += " " + text;
        for (const std::string& odd : {std::string("der"), std::string("? !"), text}) {
            const Tree tree = model.parse(words_of(odd));
            std::size_t roots = 0;
            for (std::size_t i = 0; i < tree.words.size(); ++i) {
                roots += tree.words[i].head < 0;
                std::size_t up = i, steps = 0;
                while (tree.words[up].head >= 0 && steps <= tree.words.size()) {
                    up = static_cast<std::size_t>(tree.words[up].head);
                    ++steps;
                }
                CHECK(steps <= tree.words.size());
            }
            CHECK(roots == 1);
        }
    }
}
