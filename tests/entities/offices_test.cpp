// Offices that stand for the person who holds them.
#include "entities/found.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("an office stands for the one of whom it was said, in any inflection") {
    CHECK(find("de", "Präsident Anton Sorel traf Berater Emil Voss. Voss widersprach dem Präsidenten.")
              .stand_for("dem Präsidenten") == Names{"Anton Sorel"});
    CHECK(find("en", "President Ana Ruiz met adviser Tom Hale. Hale contradicted the president.")
              .stand_for("the president") == Names{"Ana Ruiz"});
}

TEST_CASE("of two bodies, each has its own head") {
    const auto found = find("en", "Ana Ruiz, head of Brontix Group, met Tom Hale, head of Velmora Corp. "
                                  "The head of Velmora Corp smiled. The head of Brontix Group left.");
    CHECK(found.stand_for("The head of Velmora Corp") == Names{"Tom Hale"});
    CHECK(found.stand_for("The head of Brontix Group") == Names{"Ana Ruiz"});
}

TEST_CASE("an office of which nothing was said does not stand for somebody with another") {
    CHECK(find("en", "Adviser Tom Hale resigned. The president was silent.")
              .stand_for("The president")
              .empty());
}

TEST_CASE("a person who speaks says I") {
    CHECK(find("en", "Ana Ruiz was glad. \"We won and I am happy\", she said.").stand_for("I") ==
          Names{"Ana Ruiz"});
}

TEST_CASE("what the article is about can be meant from afar") {
    const auto found =
        find("en", "Brontix Group opens a shop\n\nBrontix Group came to town on Monday. Brontix Group has "
                   "many shops. It rained. People came by bus. They were wet. It was cold. They "
                   "looked at a toy of Velmora Corp. The company sold ten toys.");
    CHECK(found.stand_for("The company") == Names{"Brontix Group"});
}
