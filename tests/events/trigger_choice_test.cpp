// Which of the expressions that share words are told.
#include "telling.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

TEST_CASE("of a verb with a noun of several words and the verb with its first word one is told") {
    const std::pair<const char*, const char*> rows[] = {
        {"es", "[Quellon] subió los tipos de interés."},
        {"it", "[Quellon] ha alzato i tassi di interesse."},
        {"it", "[Quellon] ha subìto un attacco informatico."},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.second));
        auto telling = read_telling(row.first, row.second);
        CHECK(read(row.first, telling).size() == 1);
    }
}
