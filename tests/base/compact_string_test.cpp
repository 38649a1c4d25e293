#include "base/compact_string.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("a compact string stands for its text") {
    CompactString text = "two words";
    CHECK(text == "two words");
    CHECK(text.size() == 9);
    CHECK("[" + text + "]" == "[two words]");
    CHECK(text < std::string("two worms"));
    CHECK(sizeof text == 8);
}

TEST_CASE("a compact string without text is empty, however it became so") {
    CompactString text = "gone";
    text = "";
    CHECK(text.empty());
    CHECK(text == CompactString());
    CHECK(text.view() == "");
}

TEST_CASE("a copy of a compact string is one's own") {
    CompactString text = "first";
    const CompactString copy = text;
    text = copy + " and second";
    CHECK(copy == "first");
    CHECK(text == "first and second");
    const auto moved = std::move(text);
    CHECK(moved == "first and second");
}

TEST_CASE("copies of a compact string share its bytes") {
    const CompactString text = "written once";
    CompactString copy = text, other = copy;
    CHECK(copy.view().data() == text.view().data());
    copy = "written anew";
    CHECK(text == "written once");
    CHECK(other.view().data() == text.view().data());
}
