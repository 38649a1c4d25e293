// Institutions that texts name by common nouns; whose they are, the context tells.
#include "entities/found.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("a demonym or a country beside it tells whose institution it is") {
    struct Case {
        const char *language, *text, *words, *name;
    };
    for (const auto& c : {
             Case{"en", "Brontix sued the Kenyan government.", "the Kenyan government",
                  "Government of Kenya"},
             Case{"en", "The health ministry of Peru warned Brontix.", "The health ministry of Peru",
                  "Ministry of Health of Peru"},
             Case{"es", "El gobierno noruego multó a Brontix.", "El gobierno noruego",
                  "Government of Norway"},
             Case{"es", "Brontix demandó al gobierno de Chile.", "gobierno de Chile", "Government of Chile"},
             Case{"it", "Brontix ha citato il governo olandese.", "il governo olandese",
                  "Government of the Netherlands"},
             Case{"pt", "A Brontix processou o governo angolano.", "o governo angolano",
                  "Government of Angola"},
             Case{"fr", "Brontix attaque le gouvernement des Etats-Unis.", "le gouvernement des Etats-Unis",
                  "Federal government of the United States"},
             Case{"fr", "Brontix attaque le ministère de la Santé belge.", "ministère de la Santé",
                  "Ministry of Health of Belgium"},
             Case{"de", "Brontix verklagt die kanadische Regierung.", "die kanadische Regierung",
                  "Government of Canada"},
             Case{"en", "Kenya's central bank warned Brontix.", "Kenya's central bank",
                  "Central bank of Kenya"},
             Case{"en", "Brontix sued the German cartel office.", "the German cartel office",
                  "Federal Cartel Office"},
             Case{"fr", "Le ministère belge de la Santé avertit Brontix.", "Le ministère belge de la Santé",
                  "Ministry of Health of Belgium"},
             Case{"de", "Das US-Justizministerium verklagt Brontix.", "US-Justizministerium",
                  "United States Department of Justice"},
         }) {
        CAPTURE(std::string(c.text));
        const auto found = find(c.language, c.text);
        bool named = false;
        for (const auto& mention : found.entities.mentions)
            named |= mention.span.of(found.document.text).find(c.words) != std::string_view::npos &&
                     found.entities.entities[mention.entity].name == c.name;
        CHECK(named);
    }
}

TEST_CASE("else the country that the document is mostly about") {
    const auto found =
        find("fr", "La Norvège taxe le pétrole. Des élus norvégiens, réunis à Oslo, sont d'accord. "
                   "Le parlement a voté la loi.");
    CHECK(found.stand_for("Le parlement") == std::vector<std::string>{"Parliament of Norway"});
}

TEST_CASE("no country leads, or another body is meant: nothing is said") {
    CHECK(find("en", "The government fined Brontix.").stand_for("The government").empty());
    CHECK(find("es", "España crece. El gobierno regional multó a Brontix en España.")
              .stand_for("El gobierno")
              .empty());
    CHECK(find("it", "L'amministrazione della società italiana ha firmato in Italia.")
              .stand_for("L'amministrazione")
              .empty());
}
