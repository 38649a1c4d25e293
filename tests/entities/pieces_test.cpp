#include "base/data.hpp"
#include "entities/pieces.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("names hash alike whatever stands between their letters") {
    CHECK(name_hash("Red Hat") == name_hash("RedHat"));
    CHECK(name_hash("U.S.") == name_hash("us"));
    CHECK(name_hash("São Paulo") == name_hash("Sao Paulo"));
    CHECK(name_hash("Apple") != name_hash("Apples"));
    CHECK(extend_name_hash(name_hash("Red"), "Hat") == name_hash("Red Hat"));
}

TEST_CASE("a document is cut into pieces that tell their looks") {
    Document document;
    document.text = "OpenAI-Chef Sam Altman sprach mit der EU, später mit AT&T.";
    Segmenter(find_data(), "de").segment(document);
    const auto pieces = cut_pieces(document, {});
    const auto text = [&](std::size_t i) { return std::string(pieces[i].span.of(document.text)); };
    REQUIRE(pieces.size() == 12);
    CHECK(text(0) == "OpenAI");
    CHECK(pieces[0].camel);
    CHECK(pieces[0].first);
    CHECK(text(1) == "Chef");
    CHECK(pieces[1].hyphen);
    CHECK(pieces[1].gap == Gap::none);
    CHECK(pieces[2].gap == Gap::space);
    CHECK(text(7) == "EU");
    CHECK(pieces[7].all_capitals);
    CHECK(pieces[8].gap == Gap::comma);
    CHECK(text(11) == "T");
    CHECK(pieces[11].gap == Gap::ampersand);
}

TEST_CASE("pieces inside time expressions are barred from names") {
    Document document;
    document.text = "In May they met May Quist.";
    Segmenter(find_data(), "en").segment(document);
    std::vector<Timex> times(1);
    times[0].span = {3, 6};
    const auto pieces = cut_pieces(document, times);
    CHECK(pieces[1].barred);
    CHECK_FALSE(pieces[4].barred);
}
