#include "base/digest.hpp"
#include "base/word_lists.hpp"
#include "base/word_table.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace timeloom;

TEST_CASE("a word table finds what was put in, and nothing else") {
    WordTable<int> table;
    CHECK(table.find(7) == nullptr);
    for (int i = 1; i <= 1000; ++i)
        table[hash_key(std::to_string(i))] = i;
    CHECK(table.size() == 1000);
    for (int i = 1; i <= 1000; ++i)
        REQUIRE(*table.find(hash_key(std::to_string(i))) == i);
    for (int i = 1001; i <= 9000; ++i)
        REQUIRE_FALSE(table.contains(hash_key(std::to_string(i))));
    CHECK_FALSE(table.contains(0)); // no word
}

TEST_CASE("keys that agree in place and mark are told apart") {
    WordTable<int> table;
    constexpr std::uint64_t one = 0x0100000000000040, other = 0x0100000000010040;
    table[one] = 1;
    CHECK_FALSE(table.contains(other));
    table[other] = 2;
    CHECK(*table.find(one) == 1);
    CHECK(*table.find(other) == 2);
}

TEST_CASE("word lists keep the order in which values were added") {
    WordLists<int> lists;
    for (const int i : {3, 1, 2})
        lists.add(hash_key("harbour"), i);
    lists.add(hash_key("quay"), 9);
    lists.add(hash_key("harbour"), 1);
    auto* two = lists.find(hash_key("harbour"), [](int value) { return value == 2; });
    REQUIRE(two != nullptr);
    *two = 20;
    CHECK(lists.find(hash_key("quay"), [](int value) { return value == 2; }) == nullptr);
    lists.finish();
    const auto list = lists.at(hash_key("harbour"));
    CHECK(std::vector(list.begin(), list.end()) == std::vector{3, 1, 20, 1});
    CHECK(lists.at(hash_key("quay")).size() == 1);
    CHECK(lists.at(hash_key("pier")).empty());
}
