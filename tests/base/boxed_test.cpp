#include "base/boxed.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace timeloom;

TEST_CASE("a box without a value takes no more than a pointer") {
    CHECK(sizeof(Boxed<std::string>) == sizeof(void*));
    CHECK_FALSE(Boxed<std::string>());
}

TEST_CASE("a copy of a box has a value of its own") {
    Boxed<std::string> one = std::string("27 %");
    const Boxed<std::string> copy = one;
    one = std::string("5 sites");
    CHECK(*copy == "27 %");
    CHECK(*one == "5 sites");
    one = Boxed<std::string>();
    CHECK_FALSE(one);
    CHECK(copy->size() == 4);
}
