// The examples in languages/*/{furniture,abbreviations}.tsv, run.
#include "base/data.hpp"
#include "base/table.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

namespace {

std::vector<SentenceKind> kinds(const Segmenter& segmenter, const std::string& text) {
    Document document;
    document.text = text;
    segmenter.segment(document);
    std::vector<SentenceKind> out;
    for (const auto& sentence : document.sentences)
        out.push_back(sentence.kind);
    return out;
}

} // namespace

TEST_CASE("each example of furniture.tsv is recognised as furniture") {
    const auto data = find_data();
    for (const auto& language : known_languages(data)) {
        const Segmenter segmenter(data, language);
        for (const auto& row : read_table(data / "languages" / language / "furniture.tsv", {2, 3}).rows) {
            if (row[2].empty())
                continue;
            CAPTURE(language);
            CAPTURE(row[2]);
            const auto found = kinds(segmenter, std::string(row[2]) + "\n");
            REQUIRE(!found.empty());
            for (const auto kind : found)
                CHECK(kind == SentenceKind::furniture);
        }
    }
}

TEST_CASE("each example of abbreviations.tsv is one sentence") {
    const auto data = find_data();
    for (const auto& language : known_languages(data)) {
        const Segmenter segmenter(data, language);
        for (const auto& row : read_table(data / "languages" / language / "abbreviations.tsv", {2, 3}).rows) {
            if (row[2].empty())
                continue;
            CAPTURE(language);
            CAPTURE(row[2]);
            CHECK(kinds(segmenter, std::string(row[2])).size() == 1);
        }
    }
}

TEST_CASE("prose that begins like furniture is prose") {
    const struct {
        const char* language;
        const char* text;
    } rows[] = {
        {"en", "Read more books, the minister told pupils on Friday."},
        {"en", "Shares fell; follow us on this story, said no analyst."},
        {"en", "The photo by the agency showed the plant (and its chimney)."},
        {"en", "Advertisement sales rose by 5 percent."},
        {"de", "Teilen wollen die Firmen die Kosten, sagte Vogt."},
        {"de", "Anzeige erstattete die Behörde am Montag."},
        {"es", "Compartir datos será obligatorio desde 2026."},
        {"es", "Publicidad y ventas crecieron un 5 %."},
        {"es", "La entrada costará 12 euros y se venderá primero en taquilla."},
        {"it", "Condividi dati, dice la legge, solo con il consenso."},
        {"it", "L'articolo 5 della legge vieta la vendita."},
        {"pt", "O post de Reis apareceu na rede na segunda-feira."},
        {"fr", "Partager les données sera obligatoire dès 2026."},
        {"fr", "Source de tension, le contrat sera revu en mars."},
    };
    const auto data = find_data();
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(kinds(Segmenter(data, row.language), row.text) == std::vector{SentenceKind::prose});
    }
}
