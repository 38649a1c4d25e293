#include "entities/found.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("names that the world tables know, in every language") {
    for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
             {"en", "The deal was signed by Microsoft in the United States."},
             {"es", "El acuerdo lo firmó Microsoft en Estados Unidos."},
             {"it", "L'accordo è stato firmato da Microsoft negli Stati Uniti."},
             {"pt", "O acordo foi assinado pela Microsoft nos Estados Unidos."},
             {"de", "Den Vertrag hat Microsoft in den Vereinigten Staaten unterzeichnet."},
             {"fr", "L'accord a été signé par Microsoft aux États-Unis."}}) {
        const std::string in = language; // clang 14 captures no structured binding
        CAPTURE(in);
        CHECK(find(language, text).list() == Names{"Microsoft (organization)", "United States (place)"});
    }
}

TEST_CASE("names that nobody knows are found by what stands around them") {
    const struct {
        std::string language, text;
        Names names;
    } articles[] = {
        {"en",
         "Brontix Software, a startup based in Veldora, hired Marla Quist. It will buy Zelvanor Inc. for a "
         "song.",
         {"Brontix Software (organization)", "Veldora (place)", "Marla Quist (person)",
          "Zelvanor Inc (organization)"}},
        {"es",
         "La empresa Brontix compró Nordwick S.A. para el proyecto Orvalis, dijo su presidente, Ramiro "
         "Quintela.",
         {"Brontix (organization)", "Nordwick S.A. (organization)", "Orvalis (project)",
          "Ramiro Quintela (person)"}},
        {"it",
         "La società Brontix ha comprato Zelvanor S.p.A. per il progetto Orvalis, dice il fondatore Renzo "
         "Falvetti.",
         {"Brontix (organization)", "Zelvanor S.p.A. (organization)", "Orvalis (project)",
          "Renzo Falvetti (person)"}},
        {"pt",
         "A startup Brontix comprou a empresa Zelvanor para o projeto Orvalis, disse o presidente Joaquim "
         "Valdevez.",
         {"Brontix (organization)", "Zelvanor (organization)", "Orvalis (project)",
          "Joaquim Valdevez (person)"}},
        {"de",
         "Der Chiphersteller Brontix kauft die Zelvanor GmbH für das Projekt Orvalis, sagte Firmenchef "
         "Holger Quastner.",
         {"Brontix (organization)", "Zelvanor GmbH (organization)", "Orvalis (project)",
          "Holger Quastner (person)"}},
        {"fr",
         "La start-up Brontix a racheté la société Zelvanor pour le projet Orvalis, selon le PDG Étienne "
         "Quimard.",
         {"Brontix (organization)", "Zelvanor (organization)", "Orvalis (project)",
          "Étienne Quimard (person)"}},
    };
    for (const auto& article : articles) {
        CAPTURE(article.language);
        CHECK(find(article.language, article.text).list() == article.names);
    }
}

TEST_CASE("common words, months, titles and nationalities name nobody") {
    CHECK(find("de",
               "Am Montag hat die Regierung neue Regeln für Rechenzentren und den Datenschutz beschlossen.")
              .list()
              .empty());
    CHECK(find("en", "Yesterday the President met American farmers. Prices rose. In May they fell.")
              .list()
              .empty());
    CHECK(find("es", "El Gobierno anunció el lunes nuevas ayudas. Según los expertos, la economía mejora.")
              .list()
              .empty());
    CHECK(find("pt", "Para os analistas, a economia vai crescer em março. Segundo eles, o país reagiu.")
              .list()
              .empty());
    // "El Mundo" is a paper
    CHECK(find("es", "El mundo cambia. El banco cerró ayer.").list().empty());
}

TEST_CASE("a product is named by its maker and its kind, whatever the order of the words") {
    for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
             {"en", "Developers use the OpenAI API daily."},
             {"es", "Los programadores usan la API de OpenAI a diario."},
             {"pt", "Os programadores usam a API da OpenAI todo dia."},
             {"de", "Entwickler nutzen täglich die OpenAI-API."}}) {
        const std::string in = language; // clang 14 captures no structured binding
        CAPTURE(in);
        const auto found = find(language, text);
        REQUIRE(found.named("OpenAI API") != nullptr);
        CHECK(found.named("OpenAI API")->type == EntityType::product);
        CHECK(std::any_of(found.entities.mentions.begin(), found.entities.mentions.end(),
                          [](const auto& m) { return m.nested; }));
    }
}

TEST_CASE("short forms, genitives and acronyms mean the name that they shorten") {
    const auto found = find(
        "en", "Marla Quist leads Brontix Group. Quist founded Brontix in a garage. The Veldora Space Agency "
              "(VSA) pays. VSA has doubts.");
    CHECK(found.stand_for("Quist") == Names{"Marla Quist"});
    CHECK(found.stand_for("Brontix") == Names{"Brontix Group"});
    CHECK(found.stand_for("VSA") == Names{"Veldora Space Agency"});
    CHECK(find("de", "Microsofts Angebot gefiel Sam Altman. Altmans Antwort kam schnell.")
              .stand_for("Altmans") == Names{"Sam Altman"});
}

TEST_CASE("homonyms are told apart by the document") {
    const auto apples = find("en", "Apple Corps sued Apple. The lawyers of Apple Corps won.");
    CHECK(apples.stand_for("Apple Corps") == Names{"Apple Corps"});
    CHECK(apples.stand_for("Apple") == Names{"Apple"});
    const auto person = find("en", "Michael Jordan bought a team. Jordan paid in cash.");
    CHECK(person.stand_for("Jordan") == Names{"Michael Jordan"});
    CHECK(find("en", "Javier Solana met the ministers. Solana left early.").stand_for("Solana") ==
          Names{"Javier Solana"});
    CHECK(find("en", "Refugees crossed the border of Jordan.").list() == Names{"Jordan (place)"});
}

TEST_CASE("descriptions stand for the company named before") {
    const struct {
        std::string language, text, words;
        Names names;
    } rows[] = {
        {"es", "Brontix S.A. crece. La compañía abrirá una fábrica.", "La compañía", {"Brontix S.A."}},
        {"it", "La società Brontix cresce. L'azienda aprirà una fabbrica.", "L'azienda", {"Brontix"}},
        {"pt", "A empresa Brontix cresce. A companhia abrirá uma fábrica.", "A companhia", {"Brontix"}},
        {"de", "Die Brontix AG wächst. Der Konzern baut ein Werk.", "Der Konzern", {"Brontix AG"}},
        {"en", "Brontix Inc. is growing. The company will open a plant.", "The company", {"Brontix Inc"}},
        {"fr", "La société Brontix grandit. L'entreprise ouvrira une usine.", "L'entreprise", {"Brontix"}},
        {"en", "The ChatGPT maker will hire engineers.", "The ChatGPT maker", {"OpenAI"}},
        {"pt",
         "A desenvolvedora do ChatGPT contratou engenheiros.",
         "A desenvolvedora do ChatGPT",
         {"OpenAI"}},
        {"es", "La empresa de Redmond contratará ingenieros.", "La empresa de Redmond", {"Microsoft"}},
        {"es",
         "Microsoft y Oracle negocian. Ambas empresas callan.",
         "Ambas empresas",
         {"Microsoft", "Oracle"}},
        {"it",
         "Microsoft e Oracle trattano. Le due aziende tacciono.",
         "Le due aziende",
         {"Microsoft", "Oracle"}},
        {"de",
         "Microsoft und Oracle verhandeln. Beide Unternehmen schweigen.",
         "Beide Unternehmen",
         {"Microsoft", "Oracle"}},
        {"en",
         "Marla Quist, the president of Brontix, resigned. The president gave no reason.",
         "The president",
         {"Marla Quist"}},
        {"en", "Oracle raised its forecast.", "its", {"Oracle"}},
        {"de", "Oracle hob seine Prognose an.", "seine", {"Oracle"}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(find(row.language, row.text).stand_for(row.words) == row.names);
    }
}

TEST_CASE("a description tells the country of whom it means") {
    const struct {
        std::string language, text, words;
        Names names;
    } rows[] = {
        {"en", "Siemens met Renault. The French carmaker is growing.", "The French carmaker", {"Renault"}},
        {"en",
         "Renault met Siemens. The Munich-based group is growing.",
         "The Munich-based group",
         {"Siemens"}},
        {"de",
         "Siemens traf Renault. Der französische Konzern wächst.",
         "Der französische Konzern",
         {"Renault"}},
        {"es", "Siemens vio a Renault. El fabricante francés crece.", "El fabricante", {"Renault"}},
        {"it", "Siemens ha visto Renault. La casa francese cresce.", "La casa", {"Renault"}},
        {"pt", "A Siemens viu a Renault. A montadora francesa cresce.", "A montadora", {"Renault"}},
        {"fr", "Siemens a vu Renault. Le constructeur français grandit.", "Le constructeur", {"Renault"}},
        {"en", "Siemens met Oracle. The French carmaker is growing.", "The French carmaker", {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(find(row.language, row.text).stand_for(row.words) == row.names);
    }
}

TEST_CASE("a description stands for a body of its kind") {
    const struct {
        std::string language, text, words;
        Names names;
    } rows[] = {
        {"en", "The Labour Party attacked Barclays. The bank kept silent.", "The bank", {"Barclays"}},
        {"en",
         "Lufthansa angered the SPD. The party wants talks.",
         "The party",
         {"Social Democratic Party of Germany"}},
        {"de", "Der Spiegel fragte Bosch. Das Unternehmen schweigt.", "Das Unternehmen", {"Bosch"}},
        {"de",
         "Verdi bestreikt Lufthansa. Die Fluggesellschaft schweigt.",
         "Die Fluggesellschaft",
         {"Lufthansa"}},
        {"fr", "Le journal Brontin a critiqué Danone. Le groupe se tait.", "Le groupe", {"Danone"}},
        {"es", "La CNMV investiga a Repsol. La empresa calla.", "La empresa", {"Repsol"}},
        {"it", "La Consob indaga su Eni. L'azienda tace.", "L'azienda", {"Eni"}},
        {"pt", "A Anatel multou a Embraer ontem. A empresa recorreu.", "A empresa", {"Embraer"}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(find(row.language, row.text).stand_for(row.words) == row.names);
    }
}

TEST_CASE("companies named together are meant together") {
    const struct {
        std::string language, text, words;
        Names names;
    } rows[] = {
        {"en", "Siemens and Bosch met. The companies kept silent.", "The companies", {"Bosch", "Siemens"}},
        {"de",
         "Siemens und Bosch verhandeln. Die Unternehmen schweigen.",
         "Die Unternehmen",
         {"Bosch", "Siemens"}},
        {"fr",
         "Renault, Danone et Nissan négocient. Les groupes se taisent.",
         "Les groupes",
         {"Danone", "Nissan", "Renault"}},
        {"es", "Repsol y Nokia negocian. Las compañías callan.", "Las compañías", {"Nokia", "Repsol"}},
        {"it", "Eni ed Enel trattano. Le aziende tacciono.", "Le aziende", {"Enel", "Eni"}},
        {"pt",
         "A Petrobras e a Embraer negociam. As empresas calam-se.",
         "As empresas",
         {"Embraer", "Petrobras"}},
        {"en", "Siemens and Bosch met. The companies of the town kept silent.", "The companies", {}},
        {"it", "Eni cresce. Le aziende tacciono.", "Le aziende", {}},
        {"en", "HSBC and Barclays met. The banks kept silent.", "The banks", {"Barclays", "HSBC"}},
        {"en", "Siemens and Bosch met. The banks kept silent.", "The banks", {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(find(row.language, row.text).stand_for(row.words) == row.names);
    }
}

TEST_CASE("what may be somebody else is left alone") {
    CHECK(find("en", "Oracle grows. A company from Veldora does not.").stand_for("A company").empty());
    CHECK(find("es", "Oracle crece. Otra empresa no.").stand_for("Otra empresa").empty());
    CHECK(
        find("de", "Oracle wächst. Die Unternehmen der Branche nicht.").stand_for("Die Unternehmen").empty());
}

TEST_CASE("spans lie on the text and mentions are in order") {
    const auto found =
        find("fr", "L’Oréal et la Société Générale ont signé à Genève. « L’Oréal » s’en félicite.");
    for (std::size_t i = 0; i + 1 < found.entities.mentions.size(); ++i)
        CHECK(found.entities.mentions[i].span.begin <= found.entities.mentions[i + 1].span.begin);
    CHECK(found.stand_for("Société Générale") == Names{"Société Générale"});
}

TEST_CASE("odd input is read without harm") {
    CHECK(find("en", "").list().empty());
    find("de", std::string(3000, '('));
    std::string long_sentence;
    for (int i = 0; i < 4000; ++i)
        long_sentence += "they say that Brontix Zelvanor sold it and ";
    CHECK_FALSE(find("en", long_sentence).entities.mentions.empty());
    find("es", "MICROSOFT Y OPENAI FIRMAN UN ACUERDO EN ESTADOS UNIDOS");
}

TEST_CASE("a word of grammar or a title before a noun for a body begins its name") {
    CHECK(find("en", "He joined the Forward Party.").list() == Names{"Forward Party (organization)"});
    CHECK(find("en", "It was fined by the Justice Agency.").list() == Names{"Justice Agency (organization)"});
    CHECK(find("en", "Chief Justice Ann Lee spoke.").named("Ann Lee") != nullptr);
}
