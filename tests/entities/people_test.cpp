// Nouns that stand for a person: by what is said of whom anywhere in the document.
#include "entities/found.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("a noun of the same kind stands for whoever was given an office, in six languages") {
    struct Case {
        const char *language, *text, *words, *person;
    };
    for (const auto& c : {
             Case{"es", "El empresario chileno Juan Mora vio a Luis Vega. El fundador calla.", "El fundador",
                  "Juan Mora"},
             Case{"en", "Mayor Ana Ruiz met adviser Tom Hale. The mayor left.", "The mayor", "Ana Ruiz"},
             Case{"en", "Senator Ana Ruiz met coach Tom Hale. The lawmaker left.", "The lawmaker",
                  "Ana Ruiz"},
             Case{"es", "El alcalde de Brontia, Juan Mora, vio a Luis Vega. El regidor se fue.", "El regidor",
                  "Juan Mora"},
             Case{"it",
                  "Il sindaco di Brontia, Pietro Galli, ha visto l'avvocato Luca Neri. Il primo cittadino "
                  "tace.",
                  "Il primo cittadino", "Pietro Galli"},
             Case{
                 "pt",
                 "O presidente da Câmara de Brontia, Rui Matos, ouviu o advogado Luís Prado. O autarca saiu.",
                 "O autarca", "Rui Matos"},
             Case{"fr", "Le maire de Brontia, Alain Morel, a vu l'avocat Luc Petit. L'édile est parti.",
                  "L'édile", "Alain Morel"},
             Case{"de", "Bürgermeister Ulf Brandt (CDU) traf Anwalt Emil Voss. Der Christdemokrat schwieg.",
                  "Der Christdemokrat", "Ulf Brandt"},
         }) {
        CAPTURE(std::string(c.text));
        CHECK(find(c.language, c.text).stand_for(c.words) == Names{c.person});
    }
}

TEST_CASE("of a man and a woman in one office, the noun tells which") {
    const auto found = find(
        "es", "La alcaldesa Ana Ruiz y el alcalde Juan Mora hablaron. La regidora salió. El regidor calló.");
    CHECK(found.stand_for("La regidora") == Names{"Ana Ruiz"});
    CHECK(found.stand_for("El regidor") == Names{"Juan Mora"});
}

TEST_CASE("an office of several words is not the one that its last word names") {
    CHECK(find("en", "Finance minister Ana Ruiz met Prime Minister Tom Hale. The minister left.")
              .stand_for("The minister") == Names{"Ana Ruiz"});
    CHECK(find("it", "La ministra delle Finanze Ana Ruiz ha visto Juan Mora. La ministra è uscita.")
              .stand_for("La ministra") == Names{"Ana Ruiz"});
}

TEST_CASE("an office before a name is nobody's that was named before") {
    CHECK(
        find("fr",
             "Le ministre de la Santé Juan Mora parle. Le secrétaire d'État aux Transports Tom Hale écoute.")
            .stand_for("Le secrétaire d'État") != Names{"Juan Mora"});
}

TEST_CASE("of two in one office, named in one sentence, none is guessed") {
    CHECK(find("en", "Senator Ana Ruiz met Senator Tom Hale. The lawmaker left.")
              .stand_for("The lawmaker")
              .empty());
}

TEST_CASE("several nouns stand for the persons of whom it is said") {
    CHECK(find("pt", "São réus o empresário Fábio Teles e a doleira Cristina Maia. Os denunciados negam.")
              .stand_for("Os denunciados") == Names{"Cristina Maia", "Fábio Teles"});
    CHECK(find("de", "Unternehmer Jan Vogel und Anwältin Eva Lohse sind angeklagt. Die beiden schweigen.")
              .stand_for("Die beiden") == Names{"Eva Lohse", "Jan Vogel"});
    CHECK(
        find("fr", "L'entrepreneur Luc Arnaud et le ministre Paul Mabire nient. Les deux hommes se taisent.")
            .stand_for("Les deux hommes") == Names{"Luc Arnaud", "Paul Mabire"});
}

TEST_CASE("a number of persons leaves out those of another kind") {
    CHECK(
        find("fr",
             "Selon le procureur Yves Delmas, Luc Arnaud et Paul Mabire ont parlé. Les deux suspects nient.")
            .stand_for("Les deux suspects") == Names{"Luc Arnaud", "Paul Mabire"});
    CHECK(
        find("pt", "A loja é de João e Marcos Tavares. Os dois irmãos saíram.").stand_for("Os dois irmãos") ==
        Names{"João Tavares", "Marcos Tavares"});
}

TEST_CASE("two persons joined by \"and\" are the two, whoever else is named") {
    CHECK(find("en", "Lawyer Eva Stone met founders Ana and Tom Hale. The two founders left.")
              .stand_for("The two founders") == Names{"Ana Hale", "Tom Hale"});
}

TEST_CASE("the accused is whom a sentence names as such, not the judge") {
    CHECK(find("de", "Richterin Eva Lohse hat Jan Vogel verurteilt. Der Angeklagte schwieg.")
              .stand_for("Der Angeklagte") == Names{"Jan Vogel"});
}

TEST_CASE("given names joined by \"and\" share the family name behind them") {
    for (const auto& [language, text] :
         {std::pair{"pt", "A loja foi fundada pelos irmãos Vasco e Tiago Pimenta."},
          {"fr", "Le magasin a été créé par Vasco et Tiago Pimenta."}}) {
        CHECK(find(language, text).named("Vasco Pimenta") != nullptr);
        CHECK(find(language, text).named("Tiago Pimenta") != nullptr);
    }
}

TEST_CASE("letters behind a person's name are a party, not another name") {
    const auto found = find("de", "Bürgermeister Ulf Brandt (CDU) kam.");
    REQUIRE(found.named("Ulf Brandt") != nullptr);
    CHECK(found.named("Ulf Brandt")->type == EntityType::person);
}

TEST_CASE("the lead tells by an office what the headline tells by the name") {
    const auto found =
        find("pt", "Valdez critica o acordo\n\nO líder do Brontix Unido criticou o acordo. O acordo, disse, "
                   "é mau. Ana Valdez falou em Brontia.");
    CHECK(found.stand_for("O líder do Brontix Unido") == Names{"Ana Valdez"});
}

TEST_CASE("an office that somebody held is found in one word, too") {
    CHECK(find("es", "Ramón Cifuentes, exalcalde de Brontia, declaró ante Luis Vega. El exregidor calló.")
              .stand_for("El exregidor") == Names{"Ramón Cifuentes"});
}

TEST_CASE("a body goes by the noun in its name or before it") {
    struct Case {
        const char *language, *text, *words, *body;
    };
    for (const auto& c : {
             Case{"en", "The Harbour Agency sued Brontix Group. The agency won.", "The agency",
                  "Harbour Agency"},
             Case{"es", "El club Brontia Norte despidió a Juan Mora. El club calló.", "El club",
                  "Brontia Norte"},
             Case{"es", "La jueza citó a la constructora Obrantis. La constructora quebró.",
                  "La constructora", "Obrantis"},
             Case{"it", "La procura di Brontello indaga su Brontix Spa. La procura tace.", "La procura",
                  "procura di Brontello"},
         }) {
        CAPTURE(std::string(c.text));
        CHECK(find(c.language, c.text).stand_for(c.words) == Names{c.body});
    }
    // not another one of the kind
    CHECK(find("it", "La procura di Brontello indaga. La procura generale tace.")
              .stand_for("La procura")
              .empty());
}

TEST_CASE("\"the latter\" and \"this company\" are what was named last") {
    struct Case {
        const char *language, *text, *words, *name;
    };
    for (const auto& c : {
             Case{"fr", "Brontix SA a saisi Velmora SA. Celle-ci se tait.", "Celle-ci", "Velmora SA"},
             Case{"it", "Brontix Spa ha citato Velmora Spa. Quest'ultima tace.", "Quest'ultima",
                  "Velmora Spa"},
             Case{"es", "Brontix SA demandó a Velmora SA. Esta última calla.", "Esta última", "Velmora SA"},
             Case{"en", "Brontix Inc sued Velmora Inc. The latter denied it.", "The latter", "Velmora Inc"},
             Case{"fr", "Brontix SA a saisi Velmora SA. Ce groupe se tait.", "Ce groupe", "Velmora SA"},
         }) {
        CAPTURE(std::string(c.text));
        CHECK(find(c.language, c.text).stand_for(c.words) == Names{c.name});
    }
}

TEST_CASE("a noun for a person may hold a name") {
    CHECK(find("fr", "Le président Luc Petit a signé. Le locataire de la Maison Blanche se tait.")
              .stand_for("Le locataire de la Maison Blanche") == Names{"Luc Petit"});
}
