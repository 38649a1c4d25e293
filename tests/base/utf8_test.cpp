#include "base/digest.hpp"
#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("code point offsets count characters, not bytes") {
    const std::string text = "año 2025, 日本, 😀.";
    const CodePointOffsets offsets(text);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).length)
        CHECK(offsets.at(static_cast<std::uint32_t>(i)) == count++);
    CHECK(offsets.at(static_cast<std::uint32_t>(text.size())) == count);
}

TEST_CASE("code point offsets hold across blocks and at a block's end") {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += i % 3 ? "é" : "x";
    const CodePointOffsets offsets(text);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).length, ++count)
        REQUIRE(offsets.at(static_cast<std::uint32_t>(i)) == count);
    CHECK(offsets.at(static_cast<std::uint32_t>(text.size())) == 1000);
    const std::string even(512, 'x');
    CHECK(CodePointOffsets(even + "é").at(514) == 513);
}

TEST_CASE("validity: overlong forms, surrogates and cut sequences are refused") {
    CHECK(is_valid_utf8("año"));
    CHECK_FALSE(is_valid_utf8("\xC0\x80"));
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_valid_utf8("a\xC3"));
}

TEST_CASE("folding") {
    CHECK(fold_case("ÉLITE Straße") == "élite straße");
    CHECK(fold_case("NATO-Übung") == "nato-übung");
    CHECK(fold_name("Société Générale, S.A.") == "societegeneralesa");
    for (const std::string word : {"NATO", "Straße", "ÉLITE", "Ⱥ-Ⅷ", ""})
        CHECK(word_key(word) == hash_key(fold_case(word)));
}

TEST_CASE("append_utf8 is the inverse of code_point_at") {
    for (const char32_t c : {U'a', U'é', U'日', U'😀'}) {
        std::string out;
        append_utf8(out, c);
        CHECK(code_point_at(out, 0).value == c);
        CHECK(code_point_at(out, 0).length == out.size());
    }
}

TEST_CASE("SHA-256 agrees with the standard's example") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hash_hex("abc").size() == 16);
}
