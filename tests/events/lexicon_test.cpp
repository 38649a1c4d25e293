#include "base/data.hpp"
#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "events/lexicon.hpp"
#include "events/type_names.hpp"
#include "events/word_classes.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace timeloom;

TEST_CASE("every language has a lexicon that loads") {
    const Frames frames(find_data());
    for (const auto& language : known_languages(find_data())) {
        CAPTURE(language);
        const auto folder = find_data() / "languages" / language;
        const WordClasses classes(folder);
        const Lexicon lexicon(folder, frames, Inflection(folder), classes.reflexives());
        CHECK(lexicon.entries().size() > 500);
    }
}

TEST_CASE("every type of the contract that business news needs is lexicalised in every language") {
    const Frames frames(find_data());
    for (const auto& language : known_languages(find_data())) {
        const auto folder = find_data() / "languages" / language;
        const WordClasses classes(folder);
        const Lexicon lexicon(folder, frames, Inflection(folder), classes.reflexives());
        for (const auto* type :
             {"agreement", "acquisition", "investment", "lawsuit", "fine", "approval", "statement", "launch",
              "appointment", "dismissal", "resignation", "meeting", "plan", "delay"}) {
            CAPTURE(language);
            CAPTURE(type);
            const auto frame = *frames.find(type);
            CHECK(std::ranges::count(lexicon.entries(), frame, &LexicalEntry::frame) >= 3);
        }
    }
}

TEST_CASE("forms are made of lemma and endings; the irregular ones replace them") {
    const auto has = [](const char* language, const char* lemma, const char* form) {
        bool found = false;
        Inflection(find_data() / "languages" / language)
            .each_form(lemma, 'V', [&](std::string_view given, const Features&) { found |= given == form; });
        return found;
    };
    CHECK(has("es", "comprar", "compró"));
    CHECK(has("es", "obtener", "obtuvo"));
    CHECK(has("en", "buy", "bought"));
    CHECK(has("it", "acquistare", "acquistato"));
    CHECK(has("pt", "comprar", "comprou"));
    CHECK(has("fr", "acheter", "achète"));
    CHECK(has("fr", "dire", "dit"));
    CHECK(has("fr", "mettre", "mis"));
    CHECK(has("fr", "falloir", "faut"));
    CHECK(has("en", "travel", "travelled"));
    CHECK(has("de", "an|kündigen", "angekündigt"));
    CHECK_FALSE(has("en", "buy", "buyed"));
}

TEST_CASE("nouns have the same classes in every language, and compounds those of their last part") {
    const auto noun_classes = [](const std::string& language) {
        const auto folder = find_data() / "languages" / language;
        return NounClasses(folder, Inflection(folder));
    };
    const auto is = [&](const std::string& language, const std::string& noun, const char* name) {
        const auto classes = noun_classes(language);
        return (classes.of(noun, hash_key(fold_case(noun)), language == "de") & classes.bit(name).value()) !=
               0;
    };
    CHECK(is("en", "factories", "site"));
    CHECK(is("es", "fábricas", "site"));
    CHECK(is("it", "traghetti", "vehicle"));
    CHECK(is("de", "Autowerk", "site"));
    CHECK(is("de", "A350-Werk", "site"));
    CHECK_FALSE(is("de", "Autowerk", "vehicle"));
    CHECK_FALSE(is("fr", "rivière", "site"));
    for (const auto& language : known_languages(find_data())) {
        const auto folder = find_data() / "languages" / language;
        CAPTURE(language);
        std::set<std::string> names, english;
        for (const auto& row : read_table(folder / "noun-classes.tsv", {2, 2}).rows)
            names.emplace(row[0]);
        for (const auto& name : names) // `if=B:work` would mean the type
            CHECK_FALSE(entity_types(name).has_value());
        for (const auto& row : read_table(find_data() / "languages" / "en" / "noun-classes.tsv", {2, 2}).rows)
            english.emplace(row[0]);
        CHECK(names == english);
    }
}
