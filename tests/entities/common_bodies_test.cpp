// Bodies in plain words, of which every country has its own.
#include "entities/common_bodies.hpp"

#include "found.hpp"

#include <doctest/doctest.h>

#include <tuple>

using namespace timeloom;

TEST_CASE("the country or people named with a body says which one it is") {
    for (const auto& [language, text, name] : {
             std::tuple{"en", "The Democratic Party of Zambia lost a seat.", "Democratic Party of Zambia"},
             {"en", "The National Bank of Kazakhstan cut its rate.", "National Bank of Kazakhstan"},
             {"en", "He left the Kurdistan Democratic Party in May.", "Kurdistan Democratic Party"},
             {"en", "He left the Iraqi National Congress in May.", "Iraqi National Congress"},
             {"es", "Ganó el Partido Demócrata de Chipre.", "Partido Demócrata de Chipre"},
             {"fr", "Hier, le Parti socialiste chilien a perdu.", "Parti socialiste chilien"},
             {"it", "Ha vinto il Partito Democratico del Kurdistan.", "Partito Democratico del Kurdistan"},
         }) {
        const std::string sentence = text;
        CAPTURE(sentence);
        CHECK(find(language, text).named(name) != nullptr);
    }
    CHECK(find("en", "The Democratic Party lost a seat in Ohio.").named("Democratic Party (United States)"));
    CHECK(find("fr", "Le Parti socialiste français a perdu.").named("Socialist Party (France)") != nullptr);
}

TEST_CASE("a body of many countries is not the known one of a country that the document never names") {
    const auto cuba = find("en", "Ann Lee visited Havana. The National Assembly of deputies met in Cuba.");
    CHECK(cuba.named("National Assembly (France)") == nullptr);
    CHECK(find("en", "Ann Lee visited Paris. The National Assembly voted.")
              .named("National Assembly (France)"));
}

TEST_CASE("the tasks of a service belong to its name") {
    CHECK(find("en", "Wolves are kept by the Fish and Wildlife Service.").list() ==
          Names{"Fish and Wildlife Service (organization)"});
    CHECK(find("en", "Then the U.S. Parks and Gardens Commission ruled.")
              .named("U.S. Parks and Gardens Commission") != nullptr);
    const auto two = find("en", "He praised Veldora and Brontix Commission staff.");
    CHECK(two.named("Veldora") != nullptr);
}

TEST_CASE("names of peoples beside each other are attributes") {
    CHECK(find("en", "U.S.-Cuban talks failed, and East African ministers met.").list() == Names{});
}

TEST_CASE("a person's office ends the name of the body before it") {
    const auto judge = find("en", "It went to Federal District Court Judge Robert E. Jones.");
    CHECK(judge.named("Robert E. Jones") != nullptr);
    CHECK(judge.named("Federal District Court") != nullptr);
}
