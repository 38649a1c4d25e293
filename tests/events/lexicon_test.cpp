#include "base/data.hpp"
#include "base/digest.hpp"
#include "events/lexicon.hpp"
#include "events/word_classes.hpp"

#include <doctest/doctest.h>

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
