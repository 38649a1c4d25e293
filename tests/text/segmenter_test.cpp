#include "base/data.hpp"
#include "base/digest.hpp"
#include "text/quotes.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace timeloom;

namespace {

Document segmented(const std::string& language, const std::string& text, const std::string& title = {}) {
    Document document;
    document.text = text;
    document.title = title;
    Segmenter(find_data(), language).segment(document);
    return document;
}

std::vector<std::string> sentences(const std::string& language, const std::string& text) {
    std::vector<std::string> out;
    const auto document = segmented(language, text);
    for (const auto& sentence : document.sentences)
        out.emplace_back(sentence.span.of(document.text));
    return out;
}

/// The tokens with a blank between them.
std::string tokens(const std::string& language, const std::string& text) {
    std::string out;
    const auto document = segmented(language, text);
    for (const auto& token : document.tokens)
        out += (out.empty() ? "" : " ") + std::string(token.span.of(document.text));
    return out;
}

std::vector<SentenceKind> kinds(const std::string& language, const std::string& text,
                                const std::string& title = {}) {
    std::vector<SentenceKind> out;
    for (const auto& sentence : segmented(language, text, title).sentences)
        out.push_back(sentence.kind);
    return out;
}

using Sentences = std::vector<std::string>;
using Kinds = std::vector<SentenceKind>;

} // namespace

TEST_CASE("tokens: words, numbers, marks") {
    CHECK(tokens("en", "It paid $1,500.50 (11%).") == "It paid $ 1,500.50 ( 11 % ) .");
    CHECK(tokens("de", "Rund 1.500,5 Mio. Euro") == "Rund 1.500,5 Mio . Euro");
    CHECK(tokens("fr", "Soit 15 000 postes en 2025, 30 ans") == "Soit 15 000 postes en 2025 , 30 ans");
    CHECK(tokens("en", "GPT-4 and AT&T, 5G, a 10-year plan") == "GPT-4 and AT&T , 5G , a 10-year plan");
    CHECK(tokens("en", "See https://example.com/a?b=1. Or openai.com.") ==
          "See https://example.com/a?b=1 . Or openai.com .");
    CHECK(tokens("en", "2025–2026 or 22/01/2025") == "2025 – 2026 or 22 / 01 / 2025");
    CHECK(tokens("en", "Well... no--never") == "Well ... no -- never");
}

TEST_CASE("tokens: clitics are cut at their apostrophe, contractions are not") {
    CHECK(tokens("it", "dell'accordo con l’azienda") == "dell' accordo con l’ azienda");
    CHECK(tokens("fr", "qu'il aujourd'hui d’OpenAI") == "qu' il aujourd'hui d’ OpenAI");
    CHECK(tokens("en", "OpenAI's board doesn't like O'Brien’s") == "OpenAI 's board doesn't like O'Brien ’s");
    CHECK(tokens("en", "the 'new' rule") == "the ' new ' rule");
}

TEST_CASE("tokens: dotted acronyms are one token") {
    CHECK(tokens("en", "the U.S. and J. K. Rowling") == "the U.S. and J . K . Rowling");
    CHECK(tokens("es", "en EE.UU. hoy") == "en EE.UU. hoy");
    CHECK(tokens("de", "z.B. heute") == "z.B. heute");
}

TEST_CASE("quotation marks open and close as they are written") {
    const auto marks = [](const std::string& language, const std::string& text) {
        std::string out;
        const auto document = segmented(language, text);
        for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
            if (const auto mark = quote_at(document, i); mark != QuoteMark::none)
                out += mark == QuoteMark::opens ? '<' : mark == QuoteMark::closes ? '>' : '"';
        return out;
    };
    CHECK(marks("de", "»Wir bauen«, sagte sie, »und zwar hier.«") == "<><>");
    CHECK(marks("de", "„Wir bauen“, sagte sie („und zwar hier“).") == "<><>");
    CHECK(marks("de", "«Wir bauen», sagte sie.") == "<>");
    CHECK(marks("fr", "« Nous bâtissons », dit-elle.") == "<>");
    CHECK(marks("en", "“We build,” she said. (“And here.”)") == "<><>");
    CHECK(marks("en", "\"We build,\" she said: it's 'new'.") == "\"\"");
}

TEST_CASE("a token knows its key, case and place") {
    const auto document = segmented("es", "El Éxito de IBM.");
    REQUIRE(document.tokens.size() == 5);
    CHECK(document.tokens[1].key == hash_key("éxito"));
    CHECK(document.tokens[1].capital);
    CHECK_FALSE(document.tokens[1].all_capitals);
    CHECK(document.tokens[3].all_capitals);
    CHECK(document.tokens[3].space_before);
    CHECK_FALSE(document.tokens[4].space_before);
    CHECK(document.tokens[4].kind == TokenKind::punctuation);
}

TEST_CASE("a plain token is all ASCII letters, with a capital at most at its begin") {
    const auto document = segmented("en", "Ana sold IBM's café iPhones in Rio-Sul for 5G or 40.");
    std::string plain;
    for (const auto& token : document.tokens)
        if (token.plain)
            plain += std::string(token.span.of(document.text)) + " ";
    CHECK(plain == "Ana sold in for or ");
}

TEST_CASE("sentences end at full stops, not at those of abbreviations, initials and numbers") {
    CHECK(sentences("en", "Dr. Hale joined Northwind Inc. in 2019. He left.") ==
          Sentences{"Dr. Hale joined Northwind Inc. in 2019.", "He left."});
    CHECK(sentences("en", "She works at Northwind Inc. The firm grew.").size() == 2);
    CHECK(sentences("en", "J. K. Marsh came from the U.S. He stayed.").size() == 2);
    CHECK(sentences("en", "It runs on Mac OS X. Marsh said so to Anna B. Lee.").size() == 2);
    CHECK(sentences("en", "The U.S. Senate voted on Jan. 21 at last.").size() == 1);
    CHECK(sentences("de", "Am 21. Januar kam z.B. Herr Vogt. Das war 2025. Danach ging er.").size() == 3);
    CHECK(sentences("es", "El Sr. Peña pagó 3.5 millones. Luego salió.").size() == 2);
    CHECK(sentences("fr", "M. Leroy a signé. L'accord vaut 15.000 euros.").size() == 2);
}

TEST_CASE("sentences end inside and after quotes") {
    CHECK(sentences("es", "«Es nuevo», dijo. «Es bueno.» Luego salió.") ==
          Sentences{"«Es nuevo», dijo.", "«Es bueno.»", "Luego salió."});
    CHECK(sentences("de", "„Das ist gut.“ Er ging.") == Sentences{"„Das ist gut.“", "Er ging."});
    CHECK(sentences("fr", "« C’est bon. » Il partit.") == Sentences{"« C’est bon. »", "Il partit."});
    CHECK(sentences("en", "\"We agree.\" She left. “Really?” he asked.") ==
          Sentences{"\"We agree.\"", "She left.", "“Really?” he asked."});
}

TEST_CASE("lines of a date, with the authors, the agency or the place before it") {
    const auto second = [](const char* language, const std::string& line) {
        return kinds(language, "Deal signed\n\n" + line + "\n\nNorthwind paid for it.").at(1);
    };
    for (const auto& [language, line] :
         std::vector<std::pair<const char*, const char*>>{{"en", "By Ann Marsh | July 3, 2025"},
                                                          {"en", "Thu 3 Jul 2025 09.15 BST"},
                                                          {"en", "Updated July 3, 2025 at 9:15 a.m. ET"},
                                                          {"de", "Von Jo Vogt, Bern, 3. Juli 2025"},
                                                          {"de", "sda, 03.07.2025"},
                                                          {"de", "Datum: 3. Juli 2025"},
                                                          {"es", "Actualizado 3 JUL 2025 - 10:15 CEST"},
                                                          {"es", "EFE, 3 jul. 2025"},
                                                          {"fr", "Publié le 3 juillet 2025 à 8h15"},
                                                          {"fr", "Par Anne Petit | 3 juillet 2025"},
                                                          {"fr", "Berne, le 3 juillet 2025 (ATS)"},
                                                          {"it", "di Anna Neri, 3 luglio 2025"},
                                                          {"it", "3 LUG 2025 - 10:30"},
                                                          {"pt", "3.jul.2025 às 10h30"},
                                                          {"pt", "Lusa, 3 Jul 2025, 10:30"}}) {
        const std::string in = line; // clang 14 captures no structured binding
        CAPTURE(in);
        CHECK(second(language, line) == SentenceKind::dateline);
    }
    for (const auto& [language, line] : std::vector<std::pair<const char*, const char*>>{
             {"en", "By July 3, 2025 the firms must pay"},
             {"en", "Northwind, Vogt and a deal of 3 July 2025"},
             {"de", "Von Bern bis Basel: was am 3. Juli 2025 geschah"},
             {"fr", "Par ici le 3 juillet 2025 la sortie"}}) {
        const std::string in = line; // clang 14 captures no structured binding
        CAPTURE(in);
        CHECK(second(language, line) == SentenceKind::heading);
    }
}

TEST_CASE("kinds of lines") {
    using enum SentenceKind;
    CHECK(kinds("en", "New deal signed\n\nMarch 6, 2008\n\nThe firms agreed.\n\nWhat follows\n\n- A first "
                      "point\n- Second.\n") == Kinds{title, dateline, prose, heading, item, item});
    CHECK(kinds("en", "NEW YORK, June 8, 2010 (AP) — The firm paid. It was late.") ==
          Kinds{dateline, prose, prose});
    CHECK(kinds("de", "Berlin (dpa) - Die Firma zahlte.") == Kinds{dateline, prose});
    CHECK(kinds("de", "Bern, 3. Juli 2025. Die Firma zahlte.") == Kinds{dateline, prose});
    CHECK(kinds("de", "Bern, 3. Juli 2025 (sda). Die Firma zahlte.") == Kinds{dateline, prose});
    CHECK(kinds("it", "(ANSA) - ROMA, 3 LUG 2025 - La ditta ha pagato.") == Kinds{dateline, prose});
    CHECK(kinds("en", "In Bern, July 3, 2025 is a holiday. The firm paid.") == Kinds{prose, prose});
    CHECK(kinds("it", "Accordo firmato\n\nRoma, giovedì 23 gennaio 2025\n\nLe due imprese hanno firmato.") ==
          Kinds{title, dateline, prose});
    CHECK(kinds("pt", "Acordo assinado\n\nRio de Janeiro, 23 de janeiro de 2025\n\nAs empresas assinaram.") ==
          Kinds{title, dateline, prose});
    CHECK(kinds("en", "Deal signed\n\nNorden, January 2025\n\nThe firms agreed.") ==
          Kinds{title, heading, prose});
    CHECK(kinds("es", "Inicio » Negocios » Acuerdo\n\nAcuerdo\n\nLas firmas pactaron.") ==
          Kinds{furniture, title, prose});
    CHECK(kinds("pt", ", , ,\n\nLeia mais:\n\nA empresa leu mais livros.") ==
          Kinds{furniture, furniture, prose});
    CHECK(kinds("en", "The firms agreed.\nDeal signed\n", "Deal Signed") == Kinds{prose, title});
    // a last paragraph that was cut off is no heading
    CHECK(kinds("en", "The firms agreed.\n\nTalks had begun in May, and both of the firms had said that they",
                "Deal signed") == Kinds{prose, prose});
    CHECK(kinds("en", "The firms agreed.\n\nWhat follows", "Deal signed") == Kinds{prose, heading});
}

TEST_CASE("wrapped lines are joined, paragraphs on one line each are not") {
    CHECK(
        sentences("en",
                  "The company said on Monday that it\nwould build three new plants in the\nnorth. "
                  "The work begins next year and\nends in 2029, according to the same\nstatement. Costs are "
                  "unknown.\n\nNobody answered.")
            .size() == 4);
    CHECK(
        sentences("en", "The first paragraph is here.\nThe second has no stop\nThe third one does.").size() ==
        3);
}

TEST_CASE("an empty text and a text of blanks have no sentences") {
    CHECK(segmented("en", "").sentences.empty());
    CHECK(segmented("en", " \n\t\r\n").tokens.empty());
}
