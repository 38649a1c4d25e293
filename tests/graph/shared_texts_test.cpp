#include "graph/shared_texts.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("copies of a list of texts share it until one is exchanged") {
    SharedTexts one{"told as past", "told as holding"};
    const SharedTexts copy = one;
    CHECK(copy.begin() == one.begin());
    one = {"told as news"};
    CHECK(copy == std::vector<std::string>{"told as past", "told as holding"});
    CHECK(one.size() == 1);
    CHECK(SharedTexts().empty());
}

TEST_CASE("a list is made but once for each key") {
    SharedTextsByKey<int> lists;
    int made = 0;
    const auto list_of = [&](int key) {
        return lists.get(key, [&] {
            ++made;
            return std::vector<std::string>{std::to_string(key)};
        });
    };
    CHECK(list_of(7)[0] == "7");
    CHECK(list_of(8)[0] == "8");
    CHECK(list_of(7).begin() == list_of(7).begin());
    CHECK(made == 2);
}
