#include "entities/found.hpp"
#include "entities/surnames.hpp"
#include "time/tagger.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("a family name behind a given name is no time") {
    const auto times_in = [](const char* language, const char* text) {
        Document document;
        document.language = language;
        document.text = text;
        Segmenter(find_data(), language).segment(document);
        auto times = Tagger(find_data(), language).tag(document);
        drop_surnames(document, world(), times);
        return times.size();
    };
    CHECK(times_in("de", "Die Chefin Birgit Sommer kündigte das an.") == 0);
    CHECK(times_in("de", "Die Chefin kündigte im Sommer das Werk an.") == 1);
    CHECK(times_in("de", "Birgit kam im Sommer.") == 1);
    CHECK(times_in("en", "Theresa May stepped down.") == 0);
    CHECK(times_in("en", "Theresa stepped down in May.") == 1);
    CHECK(times_in("es", "El tenor Plácido Domingo cantó el domingo.") == 1);
}
