#include "entities/name_spelling.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("spellings of one given name, and names of two people") {
    CHECK(same_given_name("theresa", "teresa"));
    CHECK(same_given_name("philip", "philipp"));
    CHECK(same_given_name("h", "herbert"));
    CHECK_FALSE(same_given_name("mario", "maria"));
    CHECK_FALSE(same_given_name("paul", "paula"));
    CHECK_FALSE(same_given_name("andrea", "andreas"));
    CHECK_FALSE(same_given_name("jan", "jane"));
    CHECK_FALSE(same_given_name("", "jan"));
}
