#include "entities/phrase_table.hpp"
#include "entities/word_endings.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace timeloom;

TEST_CASE("phrases know whether they are new") {
    Phrases phrases;
    CHECK(phrases.add("harbour master", 1));
    CHECK_FALSE(phrases.add("Harbour Master", 4));
    CHECK(phrases.add("harbour", 3));
    std::vector<Piece> pieces(2);
    pieces[0].word = word_key("harbour");
    pieces[1].word = word_key("master");
    pieces[1].gap = Gap::space;
    CHECK(phrases.at(pieces, 0, 2).value == 5);
    CHECK(phrases.at(pieces, 0, 1).value == 3);
    CHECK(phrases.before(pieces, 2).length == 2);
}

TEST_CASE("words are told by their endings, whatever their case") {
    WordEndings<int> endings;
    endings.add("werk", 1);
    endings.add("behörde", 2);
    CHECK(endings.find("Stellwerk") != nullptr);
    CHECK(*endings.find("STELLWERK") == 1);
    CHECK(*endings.find("Zollbehörde") == 2);
    CHECK(endings.find("Stellwerke") == nullptr);
    CHECK(endings.find("Behörde") == nullptr); // the ending alone is no compound
    CHECK(endings.find("ab") == nullptr);
    endings.add("ey", 3);
    CHECK(*endings.find("Abbey") == 3);
}

TEST_CASE("the last letters of a word say which endings it may have") {
    WordEndings<int> works, offices, none;
    works.add("werk", 1);
    offices.add("behörde", 2);
    WordTails tails;
    tails.add(works, 1);
    tails.add(offices, 2);
    tails.add(none, 4);
    CHECK(tails.may_find("STELLWERK") == 1);
    CHECK(tails.may_find("Zollbehörde") == 3); // other than ASCII: to be looked at
    CHECK(tails.may_find("Stellwerke") == 0);
    CHECK(tails.may_find("ab") == 0);
    offices.add("amt", 3);
    WordTails short_one;
    short_one.add(offices, 2);
    CHECK(short_one.may_find("Rathausplatz") == 2);
    CHECK(short_one.may_find("Amt") == 2);
}
