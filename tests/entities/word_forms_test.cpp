// Plain words with a capital are no names, strange ones are, though a document has them once.
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "entities/found.hpp"
#include "entities/word_forms.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace timeloom;

TEST_CASE("a plain word that begins a sentence names nobody, however rare") {
    for (const auto& [language, text] : {
             std::pair{"en", "Watchdogs warned on Tuesday that fees are too high."},
             {"en", "Plaintiffs asked the judge to reopen the case."},
             {"en", "Hauliers protest at the harbour"},
             {"es", "Hosteleros piden ayudas al gobierno regional."},
             {"es", "Reguladores multaron a la empresa por el vertido."},
             {"it", "Inquilini chiedono il blocco degli sfratti."},
             {"it", "Trattandosi di un obbligo, la firma era dovuta."},
             {"pt", "Lojistas temem queda nas vendas."},
             {"fr", "Locataires et propriétaires s'opposent."},
             {"de", "Stahlkocher protestieren vor dem Werkstor."},
             {"de", "Klinikbetreiber fordern mehr Geld."},
         }) {
        const std::string sentence = text;
        CAPTURE(sentence);
        CHECK(find(language, text).list().empty());
    }
}

TEST_CASE("a word that is none of the language is a name, of a company unless it does what persons do") {
    for (const auto& [language, text, name] : {
             std::tuple{"en", "Veltrix raised prices for the third time this year.",
                        "Veltrix (organization)"},
             {"en", "Brunnera cuts 400 jobs as demand slows", "Brunnera (organization)"},
             {"es", "Tarnwick anunció que venderá su filial.", "Tarnwick (organization)"},
             {"it", "Brunnera taglia 400 posti", "Brunnera (organization)"},
             {"pt", "Nordvik demite 400 funcionários", "Nordvik (organization)"},
             {"fr", "Brunnera supprime 400 postes", "Brunnera (organization)"},
             {"de", "Brunnera baut 400 Stellen ab.", "Brunnera (organization)"},
             {"fr", "Ostrev est mort dimanche.", "Ostrev (person)"},
         }) {
        const std::string sentence = text;
        CAPTURE(sentence);
        CHECK(find(language, text).list() == Names{name});
    }
}

TEST_CASE("a name of one word is known where it begins a sentence as a plain word would") {
    CHECK(find("en", "Shares of Kestrel fell. Kestrel had warned of losses.").stand_for("Kestrel").size() ==
          1);
}

TEST_CASE("a list of word forms that cannot be used is named") {
    const auto file = std::filesystem::temp_directory_path() / ("timeloom-forms-" + std::to_string(getpid()));
    const auto message = [&](const std::string& bytes) {
        std::ofstream(file, std::ios::binary) << bytes;
        try {
            WordForms forms(file);
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    using namespace std::string_literals;
    const auto head = "TLWORDS1"s;
    CHECK(message("").find("no list of word forms") != std::string::npos);
    CHECK(message("TLWORDS2\0\0\0\0"s).find("no list of word forms") != std::string::npos);
    CHECK(message(head + "\1\0\0\0\5\0\0"s).find("cut short") != std::string::npos);
    CHECK(message(head + "\1\0\0\0\5\0\0\0\7\0\0\0\2"s).find("cut short") != std::string::npos);
    CHECK(message(head + "\2\0\0\0\5\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0"s).find("damaged") != std::string::npos);
    // two blocks: 5, 7, 7 + 3 * 128; and 1000
    CHECK(message(head + "\2\0\0\0\5\0\0\0\0\0\0\0\xe8\3\0\0\3\0\0\0\2\x80\3"s).empty());
    const WordForms forms(file);
    for (const std::uint64_t key : {5, 7, 7 + 3 * 128, 1000})
        CHECK(forms.contains(key << 32));
    for (const std::uint64_t key : {4, 6, 8, 999, 1001})
        CHECK_FALSE(forms.contains(key << 32));
    std::filesystem::remove(file);
    CHECK(WordForms(file).empty());
}
