#include "base/data.hpp"
#include "events/amount.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

namespace {

struct Row {
    const char* language;
    const char* text;
    double number;
    const char* unit;
    const char* bound;
};

// clang-format off
constexpr Row rows[] = {
    {"en", "Quellon paid $500 billion for Brandt.", 500e9, "USD", ""},
    {"en", "Quellon paid at least 1.5 million euros.", 1.5e6, "EUR", "at least"},
    {"en", "Sales fell by up to 27 percent.", 27, "%", "at most"},
    {"en", "Quellon will cut 5,000 jobs.", 5000, "jobs", ""},
    {"en", "They want 5 to 7 billion dollars.", 5e9, "USD", "at least"},
    {"es", "Quellon pagó 5.300 millones de dólares.", 5300e6, "USD", ""},
    {"es", "Invertirá unos 20 mil millones de euros.", 20e9, "EUR", "about"},
    {"es", "La cifra llegó a 3 billones de pesos.", 3e12, "MXN", ""},
    {"it", "Quellon ha pagato oltre 2,5 miliardi di euro.", 2.5e9, "EUR", "at least"},
    {"pt", "A Quellon pagou R$ 352,7 milhões.", 352.7e6, "BRL", ""},
    {"pt", "O grupo vale 40 bilhões de dólares.", 40e9, "USD", ""},
    {"de", "Quellon zahlt rund 34 Milliarden Dollar.", 34e9, "USD", "about"},
    {"de", "Der Kurs stieg um 3,5 Prozent.", 3.5, "%", ""},
    {"de", "Quellon zahlt 1,2 Mrd. Euro.", 1.2e9, "EUR", ""},
    {"de", "Quellon zahlt 12 Mio. € für Brandt.", 12e6, "EUR", ""},
    {"en", "Quellon paid £1.2bn for Brandt.", 1.2e9, "GBP", ""},
    {"en", "Quellon paid about 40m euros.", 40e6, "EUR", "about"},
    {"es", "Quellon pagó 1.200 M€ por Brandt.", 1200e6, "EUR", ""},
    {"fr", "Quellon a payé 12 M€.", 12e6, "EUR", ""},
    {"fr", "Quellon a payé près de 68 milliards d'euros.", 68e9, "EUR", "about"},
    {"fr", "Le groupe va supprimer 1.200 emplois.", 1200, "emplois", ""},
};
// clang-format on

std::vector<FoundAmount> amounts_of(const char* language, const char* text) {
    const auto folder = find_data() / "languages" / language;
    Document document;
    document.text = text;
    Segmenter(find_data(), language).segment(document);
    REQUIRE(document.sentences.size() == 1);
    const std::vector<bool> taken(document.tokens.size());
    return AmountFinder(folder).find(document, document.sentences[0], taken);
}

} // namespace

TEST_CASE("sums, shares and counts as six languages write them") {
    for (const auto& row : rows) {
        CAPTURE(std::string(row.text));
        const auto found = amounts_of(row.language, row.text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].amount.number == doctest::Approx(row.number));
        CHECK(found[0].amount.unit == row.unit);
        CHECK(found[0].amount.bound == row.bound);
    }
}

TEST_CASE("a sum given again in another currency counts once") {
    const auto found = amounts_of("en", "Quellon paid 10 million euros (11 million dollars) for Brandt.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].amount.unit == "EUR");
}

TEST_CASE("the currency of the next sum is not that of the one before") {
    const auto found = amounts_of("en", "Quellon earned $5 million from $4 million.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].amount.number == doctest::Approx(5e6));
    CHECK(found[1].amount.number == doctest::Approx(4e6));
}

TEST_CASE("an article before a sign of currency is no part of it") {
    const auto found = amounts_of("en", "Quellon offered a $5 million reward and paid A$6 million.");
    REQUIRE(found.size() == 2);
    CHECK(found[0].amount.unit == "USD");
    CHECK(found[1].amount.unit == "AUD");
}

TEST_CASE("separators are read by the decimal mark of the language") {
    CHECK(read_number("1.500,5", ',') == 1500.5);
    CHECK(read_number("1,500.5", '.') == 1500.5);
    CHECK(read_number("2.5", ',') == 2.5);
    CHECK(read_number("2025", '.') == 2025);
}
