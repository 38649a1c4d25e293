#include "graph/words.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace timeloom;

namespace {

std::vector<std::uint64_t> keys(std::string_view text) {
    std::vector<std::uint64_t> out;
    add_word_keys(text, 4, 5, out);
    settle_keys(out);
    return out;
}

} // namespace

TEST_CASE("words meet in other inflections, cases and accents, and in related languages") {
    CHECK(keys("acquisition") == keys("Acquisizione"));
    CHECK(keys("décidé") == keys("DECIDEREN"));
    CHECK(keys("harbour") != keys("harvest"));
}

TEST_CASE("short words tell nothing") {
    CHECK(keys("the ship and its men").size() == 1);
}

TEST_CASE("numbers are known by their digits, however they are grouped") {
    CHECK(keys("225,000 ships") == keys("225.000 Ships"));
    CHECK(keys("in 2019.") == keys("2019"));
    CHECK(keys("2019") != keys("2018"));
}

TEST_CASE("quotation marks and apostrophes of any shape end a word") {
    CHECK(keys("l’accord « signé »") == keys("accord signé"));
    CHECK(keys("„Werft“") == keys("werft"));
}
