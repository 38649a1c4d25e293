#include "base/error.hpp"
#include "base/table.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("a table has rows of trimmed cells; comments and empty lines are passed over") {
    const auto table = parse_table("# FORMAT: word, meaning\n\nmarzo\t 3 \n", "months.tsv", {2, 2});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0][0] == "marzo");
    CHECK(table.rows[0][1] == "3");
    CHECK(table.rows[0][2] == "");
    CHECK(table.rows[0].line == 3);
}

TEST_CASE("a row with too few cells is refused, naming file and line") {
    CHECK_THROWS_WITH_AS(parse_table("marzo\t3\nabril\n", "months.tsv", {2, 2}),
                         "months.tsv:2: the row has 1 cells (give 2 cells, separated by tabs)", InputError);
    CHECK_THROWS_WITH_AS(parse_table("a\tb\tc\td\n", "x.tsv", {2, 3}),
                         "x.tsv:1: the row has 4 cells (give 2 to 3 cells, separated by tabs)", InputError);
}

TEST_CASE("a table that is not UTF-8 or not there is refused") {
    CHECK_THROWS_WITH_AS(parse_table("mar\xE7o\t3\n", "m.tsv", {2, 2}),
                         "m.tsv: not UTF-8 (save the table as UTF-8)", InputError);
    CHECK_THROWS_AS(read_table("no/such.tsv", {1, 1}), InputError);
}

TEST_CASE("split cuts, trims and drops empty pieces") {
    CHECK(split(" a | b||c ", '|') == std::vector<std::string>{"a", "b", "c"});
    CHECK(split("", '|').empty());
}
