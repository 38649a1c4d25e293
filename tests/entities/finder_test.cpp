#include "base/data.hpp"
#include "entities/finder.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("known names are found") {
    const auto data = find_data();
    const World world(data);
    Document document;
    document.language = "en";
    document.text = "Microsoft and OpenAI signed a deal on Azure.";
    Segmenter(data, "en").segment(document);
    const auto found = EntityFinder(data, "en", world).find(document, {});
    REQUIRE(found.entities.size() == 3);
    CHECK(found.entities[0].name == "Microsoft");
}
