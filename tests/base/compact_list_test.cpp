#include "base/compact_list.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>

using namespace timeloom;

TEST_CASE("a compact list takes the room of one word, and none of its own while it is empty") {
    CompactList<std::string> list;
    CHECK(sizeof list == 8);
    CHECK(list.empty());
    CHECK(list.begin() == list.end());
    list.reserve(0);
    CHECK(list.data() == nullptr);
}

TEST_CASE("items of a compact list come one after the other, however it grows and shrinks") {
    CompactList<std::string> list;
    for (int i = 0; i < 100; ++i)
        list.push_back("a text that is long enough to have bytes of its own: " + std::to_string(i));
    list.shrink_to_fit();
    list.push_back(list.front());
    const std::span<const std::string> items = list;
    CHECK(items.size() == 101);
    CHECK(items[7].ends_with(": 7"));
    CHECK(items.back() == items.front());
}

TEST_CASE("a copy of a compact list is one's own, and what was moved from is empty") {
    CompactList<std::string> list{"one", "two"};
    const auto copy = list;
    list[0] = "three";
    CHECK(copy[0] == "one");
    const auto moved = std::move(list);
    CHECK(moved.front() == "three");
    CHECK(moved.back() == "two");
    list = copy; // NOLINT: it is given a new value
    CHECK(list.size() == 2);
}
