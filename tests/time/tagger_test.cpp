#include "base/data.hpp"
#include "text/segmenter.hpp"
#include "time/edtf.hpp"
#include "time/tagger.hpp"
#include "time/timex_output.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace timeloom;

namespace {

const Tagger& tagger(const std::string& language) {
    static std::map<std::string, Tagger> taggers;
    return taggers.try_emplace(language, find_data(), language).first->second;
}

Document document(const std::string& language, const std::string& text, const std::string& published) {
    Document made;
    made.id = "doc:test";
    made.language = language;
    made.text = text;
    made.published.edtf = published;
    Segmenter(find_data(), language).segment(made);
    return made;
}

std::vector<Timex> tag(const std::string& language, const std::string& text,
                       const std::string& published = "2025-01-22") {
    return tagger(language).tag(document(language, text, published));
}

/// "value" of each expression, blank after each; '!' before one that is not resolved.
std::string values(const std::vector<Timex>& times) {
    std::string text;
    for (const auto& time : times)
        text += (time.resolved ? "" : "!") + time.value + " ";
    return text;
}

} // namespace

TEST_CASE("a month without a year is the last one before the day of publication") {
    CHECK(values(tag("es", "En junio, la empresa firmó un contrato.")) == "2024-06 ");
    CHECK(values(tag("it", "A giugno la società ha firmato un contratto.")) == "2024-06 ");
    CHECK(values(tag("pt", "A empresa assinou um contrato em junho de 2024.")) == "2024-06 ");
    CHECK(values(tag("pt", "O contrato foi assinado na terça-feira (21).")) == "2025-01-21 ");
}

TEST_CASE("a text of times gone by goes on in the year that it has come to") {
    const std::string siege =
        "The siege began on 12 April 1644. On 20 April the garrison sallied out, and two days later "
        "the town fell. In January it was retaken. It was lost again in 1646 and in May 1648.";
    CHECK(values(tag("en", siege)) == "1644-04-12 1644-04-20 1644-04-22 1645-01 1646 1648-05 ");
    CHECK(values(tag("en", siege, "")) == "1644-04-12 1644-04-20 1644-04-22 1645-01 1646 1648-05 ");
    CHECK(values(tag("en", "The firm, founded in 1990, filed for bankruptcy in August.")) == "1990 2024-08 ");
    CHECK(values(tag("en", siege + " In June the wall was mended, it was said yesterday.")) ==
          "1644-04-12 2024-04-20 2024-04-22 2025-01 1646 1648-05 2024-06 2025-01-21 ");
    CHECK(values(tag("de",
                     "1812 zog das Heer aus, das 1809 aufgestellt worden war. Im September erreichte es die "
                     "Hauptstadt. 1813 war es fort.")) == "1812 1809 1809-09 1813 ");
}

TEST_CASE("an hour behind a day counted from the writing is of that day, and of none behind some days") {
    CHECK(values(tag("en", "He came three days ago at 8 a.m. and stayed.")) ==
          "2025-01-19 2025-01-19T08:00 ");
    CHECK(values(tag("de", "In zwei Tagen um 9 Uhr geht es los.")) == "P2D 2025-01-24T09:00 ");
    const auto vague = tag("es", "Llegó hace unos días a las 8 horas.");
    CHECK(values(vague) == "PXD !T08:00 ");
    CHECK(vague.back().why == "which day was told before is not known");
}

TEST_CASE("until, since and over come from the words before") {
    for (const auto& row : std::map<std::string, std::string>{{"es", "El acuerdo sigue vigente hasta 2030."},
                                                              {"it", "L'accordo vale fino al 2030."},
                                                              {"pt", "A parceria se estende até 2030."},
                                                              {"de", "Der Vertrag gilt bis 2030."},
                                                              {"en", "The contract runs until 2030."},
                                                              {"fr", "Le contrat court jusqu'en 2030."}}) {
        const auto times = tag(row.first, row.second);
        CAPTURE(row.second); // clang 14 captures no structured binding
        REQUIRE(times.size() == 1);
        CHECK(times[0].value == "2030");
        CHECK(times[0].relation == TimeRelation::until);
    }
    const auto source = tag("en", "According to an April 2024 report, the contract runs on.");
    REQUIRE(source.size() == 1);
    CHECK(source[0].relation == TimeRelation::at);
    const auto lasting = tag("pt", "O grupo investirá o dinheiro ao longo dos próximos quatro anos.");
    REQUIRE(lasting.size() == 1);
    CHECK(lasting[0].value == "P4Y");
    CHECK(lasting[0].relation == TimeRelation::over);
    CHECK(lasting[0].edtf == "2025-01-22/2029-01-22");
}

TEST_CASE("what is relative waits for a publication date, and is read again when there is one") {
    const auto text = document("en", "She resigned yesterday.", "");
    auto times = tagger("en").tag(text);
    REQUIRE(times.size() == 1);
    CHECK_FALSE(times[0].resolved);
    CHECK(times[0].why == "counts from the publication date, which is not known");
    CHECK(times[0].edtf.empty());
    tagger("en").resolve(times, "2024-03-01");
    CHECK(times[0].value == "2024-02-29");
    CHECK(times[0].resolved);
    tagger("en").resolve(times, "2024-03-02");
    CHECK(times[0].value == "2024-03-01");
    CHECK(times[0].why == "1 day before the publication date 2024-03-02");
}

TEST_CASE("a weekday with its day of the month says when the text was written") {
    const auto text = document("pt", "O acordo foi anunciado na terça-feira (21).", "");
    const auto times = tagger("pt").tag(text);
    const auto clues = tagger("pt").clues(text, times);
    REQUIRE(clues.size() == 1);
    CHECK(clues[0].weekday == 2u);
    CHECK(clues[0].day_of_month == 21u);
    CHECK_FALSE(clues[0].month);
    CHECK(clues[0].past);
}

TEST_CASE("days that no calendar has are kept, unresolved, with the reason") {
    const auto times = tag("en", "It happened on February 30, 2023.");
    REQUIRE(times.size() == 1);
    CHECK_FALSE(times[0].resolved);
    CHECK(times[0].why == "February 2023 has 28 days, not 30");
    CHECK(values(tag("de", "Frist: 31.04.2024.")) == "!2024-04-XX ");
    for (const auto* text : {"Code 99/99/9999.", "Code 99.99.9999."}) {
        const auto code = tag("de", text);
        REQUIRE(code.size() == 1);
        CHECK_FALSE(code[0].resolved);
        CHECK(code[0].why == "there is no month 99");
        CHECK(code[0].edtf.empty());
    }
    CHECK(values(tag("en", "Log 2025-13-45")) == "");
    CHECK(values(tag("en", "on February 29, 2024")) == "2024-02-29 ");
}

TEST_CASE("weeks, years and orders that are not clear are not invented: the reason says what is unclear") {
    const auto reading = [](const char* language, const char* text) {
        const auto times = tag(language, text);
        return times.size() == 1 ? (times[0].resolved ? "" : "!") + times[0].edtf + ": " + times[0].why
                                 : std::to_string(times.size()) + " expressions";
    };
    CHECK(reading("en", "Delivery is due in week 53 of 2026.") == "2026-12-28/2027-01-03: stated");
    CHECK(reading("en", "Delivery is due in week 53 of 2024.") == "!: 2024 has 52 weeks");
    CHECK(reading("en", "Delivery is due in week 54 of 2024.") == "!: there is no week 54");
    CHECK(reading("de", "Lieferung in KW 54 2024.") == "!: there is no week 54");
    CHECK(values(tag("de", "Lieferung in KW 54 2024 oder KW 53 2024.")) == "!2024-WXX !2024-WXX ");
    CHECK(reading("en", "In the year 0 nobody counted.") == "!: there is no year 0: 1 BC comes before AD 1");
    for (const auto& row : {std::pair{"de", "Im Jahr 0 zählte niemand."},
                            {"es", "En el año 0 nadie contaba."},
                            {"it", "Nell'anno 0 nessuno contava."},
                            {"pt", "No ano 0 ninguém contava."},
                            {"fr", "En l'an 0 personne ne comptait."}})
        CHECK(reading(row.first, row.second) == "!: there is no year 0: 1 BC comes before AD 1");
    CHECK(reading("en", "He was killed in 44 BC.") == "-0043: stated");
    CHECK(reading("en", "He was killed in the year -44.") ==
          "!: the year -44 is 44 BC, or 45 BC where a year 0 is counted");
    CHECK(reading("en", "It was -44 degrees.") == "0 expressions");
    CHECK(reading("en", "Received on 12/11/10.") ==
          "2010-12-11: stated; day and month may be meant the other way round; of the centuries the one "
          "nearest to the publication");
    CHECK(reading("en", "Received on 25/11/2010.") == "2010-11-25: stated");
    CHECK(reading("de", "Eingang: 12.11.10.") ==
          "2010-11-12: stated; of the centuries the one nearest to the publication");
    CHECK(reading("en", "It began 9000 centuries ago.") == "!: farther away than the calendar reaches");
    CHECK(reading("en", "It began 20 centuries ago.") ==
          "0000/0099: 20 centuries before the publication date 2025-01-22");
    CHECK(reading("en", "It ended at 24:30.") == "!: the day ends at 24:00");
}

TEST_CASE("a verb's ending does not make past what an auxiliary puts into the future") {
    CHECK(values(tag("en", "The figures will be released on Friday.")) == "2025-01-24 ");
    CHECK(values(tag("en", "The figures were released on Friday.")) == "2025-01-17 ");
}

TEST_CASE("a day is not made out of a year") {
    const auto times = tag("en", "She left in 1996. That day nobody came.");
    REQUIRE(times.size() == 2);
    CHECK_FALSE(times[1].resolved);
    CHECK(times[1].value == "XXXX-XX-XX");
    CHECK(times[1].why == "the date told before, 1996, names no day");
}

TEST_CASE("what only looks like time stays out") {
    CHECK(values(tag("en", "He may march on; the iPhone 14 and Windows 95 sold well.")) == "");
    CHECK(values(tag("en", "Section 2024 bars a 2,000-strong crowd.")) == "");
    CHECK(values(tag("fr", "La sonde est sur Mars avec sept appareils.")) == "");
    CHECK(values(tag("it", "Il sole splende.")) == "");
}

TEST_CASE("repetitive input is read in time that grows with its length") {
    for (const std::string unit : {"1 2 3 4 ", "Mai Mai Mai ", "1234567890", "in the last two ", "a"}) {
        std::string text;
        while (text.size() < 300'000)
            text += unit;
        CHECK_NOTHROW(tag("en", text));
        CHECK_NOTHROW(tag("de", text));
    }
}

TEST_CASE("JSON counts code points and says null for what is not known") {
    const auto text = document("es", "Según ella, «en mayo» o hace tiempo.", "2025-01-22");
    CHECK(timexes_as_json(text, tagger("es").tag(text)) ==
          R"({"id":"doc:test","timexes":[)"
          R"({"begin":16,"end":20,"text":"mayo","type":"DATE","value":"2024-05","earliest":"2024-05-01",)"
          R"("latest":"2024-05-31","edtf":"2024-05","why":"May before the publication date 2025-01-22"},)"
          R"({"begin":24,"end":35,"text":"hace tiempo","type":"DURATION","value":"PXM","earliest":null,)"
          R"("latest":null,"edtf":null,"why":"a length of time"}]})"
          "\n");
}

TEST_CASE("TimeML keeps the text and escapes it") {
    const auto text = document("en", "R&D grew in 2024.", "2025-01-22");
    const auto timeml = timexes_as_timeml(text, tagger("en").tag(text));
    CHECK(timeml.find("R&amp;D grew in <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2024\"") !=
          std::string::npos);
}

TEST_CASE("a publication date of which only the month or year is known gives what holds on all its days") {
    const auto read = [](const char* text, const char* published) {
        const auto times = tag("en", text, published);
        REQUIRE(times.size() == 1);
        const auto& [earliest, latest] = times[0].bounds;
        return times[0].value + " " + times[0].edtf + " " + (earliest ? edtf::print_day(*earliest) : "") +
               " " + (latest ? edtf::print_day(*latest) : "") + ": " + times[0].why;
    };
    CHECK(read("He left last year.", "2025-01") ==
          "2024 2024 2024-01-01 2024-12-31: 1 year before the publication date 2025-01");
    CHECK(read("He left last month.", "2025-01") ==
          "2024-12 2024-12 2024-12-01 2024-12-31: 1 month before the publication date 2025-01");
    CHECK(read("He left in June.", "2025-01") ==
          "2024-06 2024-06 2024-06-01 2024-06-30: June before the publication date 2025-01 (past tense)");
    CHECK(read("He left yesterday.", "2025-01") ==
          "XXXX-XX-XX  2024-12-31 2025-01-30: all that the publication date 2025-01 allows");
    CHECK(read("He left this year.", "2025") ==
          "2025 2025 2025-01-01 2025-12-31: the year of the publication date 2025");
    CHECK(read("He left last month.", "2025") ==
          "XXXX-XX  2024-12-01 2025-11-30: all that the publication date 2025 allows");
    CHECK(read("It lasts for the next four years.", "2025") ==
          "P4Y  2025-01-01 2029-12-31: all that the publication date 2025 allows");
    CHECK(read("He left in June.", "2025-01-20/2025-01-24") ==
          "2024-06 2024-06 2024-06-01 2024-06-30: June before the publication date 2025-01-20/2025-01-24 "
          "(past tense)");
    CHECK(values(tag("en", "He left yesterday.", "../2025-01-21")) == "!XXXX-XX-XX ");
}

TEST_CASE("so many weeks from a day are about a day") {
    const auto edtf = [](const std::string& language, const std::string& text) {
        const auto times = tag(language, text);
        return times.empty() ? "" : times.back().edtf;
    };
    CHECK(edtf("de", "Vor einer Woche trat er zurück.") == "2025-01-15~");
    CHECK(edtf("en", "He resigned two weeks ago.") == "2025-01-08~");
    CHECK(edtf("es", "Dimitió hace dos semanas.") == "2025-01-08~");
    CHECK(edtf("fr", "Il a démissionné il y a deux semaines.") == "2025-01-08~");
    CHECK(edtf("it", "Si è dimesso due settimane fa.") == "2025-01-08~");
    CHECK(edtf("pt", "Demitiu-se há duas semanas.") == "2025-01-08~");
    CHECK(edtf("de", "Am 3. Mai 2021 fiel die Mauer. Eine Woche später stand sie.") == "2021-05-10~");
    CHECK(edtf("es", "Ganó el 3 de mayo de 2021. Una semana después dimitió.") == "2021-05-10~");
    CHECK(edtf("en", "It fell last week.") == "2025-01-13/2025-01-19"); // a week of the calendar
}

TEST_CASE("the English perfect tells what goes on") {
    CHECK(tag("en", "She has led the firm for six years.").back().relation == TimeRelation::since);
    CHECK(tag("en", "She has led the firm for six years.").back().edtf == "2019~");
    CHECK(tag("en", "She led the firm for six years.").back().relation == TimeRelation::over);
    CHECK(tag("en", "He has been jailed for six years.").back().relation == TimeRelation::over);
}

TEST_CASE("names and nouns tell no tense") {
    // "Prado" ends like a participle, "Staaten" like a past tense
    CHECK(values(tag("de", "Die Frist der Vereinigten Staaten endet am 31. März.")) == "2025-03-31 ");
    CHECK(values(tag("de", "Die Frist endet nach derzeitigem Stand am 31. März.")) == "2025-03-31 ");
}
