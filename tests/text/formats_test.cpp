#include "base/error.hpp"
#include "text/encoding.hpp"
#include "text/html.hpp"
#include "text/markdown.hpp"
#include "text/published.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("dates of publication become EDTF") {
    const struct {
        const char* written;
        const char* edtf;
    } rows[] = {
        {"2025-01-22", "2025-01-22"},
        {"2025-01-22T23:30:00-05:00", "2025-01-22"},
        {"2025-01-22 10:00", "2025-01-22"},
        {"2025/1/2", "2025-01-02"},
        {"20250122", "2025-01-22"},
        {"20250122T101500Z", "2025-01-22"},
        {"2025-01", "2025-01"},
        {"2025", "2025"},
        {"22.1.2025", "2025-01-22"},
        {"22/01/2025", "2025-01-22"},
        {"01/22/2025", "2025-01-22"},
        {"05/05/2025", "2025-05-05"},
        {"Wed, 22 Jan 2025 10:00:00 GMT", "2025-01-22"},
        {"January 22, 2025", "2025-01-22"},
        {"22 January 2025", "2025-01-22"},
        {"Sept 2024", "2024-09"},
        {"01/02/2025", ""}, // whose day?
        {"2025-13-45", ""},
        {"2025-02-29", ""},
        {"yesterday", ""},
        {"", ""},
        {"0000-00-00", ""},
        {"1737540000", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.written);
        CHECK(to_edtf(row.written) == row.edtf);
    }
}

TEST_CASE("a day in an address") {
    CHECK(edtf_from_url("https://example.com/2025/01/22/a-deal") == "2025-01-22");
    CHECK(edtf_from_url("https://example.com/news/2025-01-22-a-deal") == "2025-01-22");
    CHECK(edtf_from_url("https://example.com/2025/13/22/a") == "");
    CHECK(edtf_from_url("https://example.com/12345/67/89") == "");
    CHECK(edtf_from_url("") == "");
}

TEST_CASE("encodings") {
    CHECK(decode_text("El a\xF1o que viene, \x93s\xED\x94, dijo", "a").text ==
          "El año que viene, “sí”, dijo");
    CHECK(decode_text("El a\xF1o que viene, \x93s\xED\x94, dijo", "a").note ==
          "read as Windows-1252, as it is not UTF-8");
    CHECK(decode_text(std::string("\xFF\xFE"
                                  "a\0\xF1\0o\0",
                                  8),
                      "a")
              .text == "año");
    CHECK(decode_text(std::string("\xFE\xFF\0a\0\xF1\0o", 8), "a").text == "año");
    CHECK(decode_text(std::string("h\0e\0l\0l\0o\0", 10), "a").text == "hello");
    CHECK(decode_text(std::string("\0h\0e\0l\0l\0o", 10), "a").text == "hello");
    CHECK(decode_text("caf\xC3\xA9 \xC3\xA9t\xC3\xA9 \xC3\xA0 \xFF", "a").text == "café été à \uFFFD");
    CHECK(decode_text("\xC7\xE0\xEA", "a", "windows-1251").text == "Зак");
    CHECK(decode_text("one two\x07three four", "a").text == "one two\x07three four");
    CHECK_THROWS_AS(decode_text("%PDF-1.7 …", "a"), InputError);
}

TEST_CASE("a page: what it says of itself") {
    const auto page = read_html(R"(<!doctype html><html lang="es-MX"><head><title>Acuerdo | Diario</title>
        <meta property="og:title" content="Acuerdo firmado">
        <meta property="og:site_name" content="Diario">
        <link rel="canonical" href="https://example.com/2025/01/20/acuerdo">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2025-01-21T08:00:00Z",
        "publisher":{"name":"Otro"}}]}</script>
        <meta property="article:published_time" content="2025-01-22T10:00:00+01:00"></head><body><p>Texto.</p></body></html>)");
    CHECK(page.metadata.title == "Acuerdo firmado");
    CHECK(page.metadata.publisher == "Diario");
    CHECK(page.metadata.language == "es-MX");
    CHECK(page.metadata.url == "https://example.com/2025/01/20/acuerdo");
    CHECK(page.metadata.published == "2025-01-22T10:00:00+01:00");
    CHECK(page.metadata.published_from == "meta article:published_time");
    CHECK(page.text == "Texto.\n");
}

TEST_CASE("a page's date: JSON-LD, then microdata, then <time>, then the address; a date that cannot be read "
          "loses") {
    CHECK(read_html(
              R"(<meta property="article:published_time" content="soon"><script type="application/ld+json">
        {"datePublished":"2025-01-21"}</script><time datetime="2020-01-01">x</time>)")
              .metadata.published == "2025-01-21");
    CHECK(read_html(R"(<time datetime="2020-01-01">x</time>)").metadata.published_from == "<time datetime>");
    CHECK(read_html(R"(<link rel=canonical href="https://example.com/2025/01/20/x">)").metadata.published ==
          "2025-01-20");
    CHECK(read_html(R"(<script type="application/ld+json">{"datePublished":</script><p>x)")
              .metadata.published == "");
}

TEST_CASE("a page: the article without what stands around it") {
    const std::string filler = " and so on, with enough words to be a paragraph of an article.";
    const auto page = read_html(
        "<body><nav><a>Home</a></nav><div class='sidebar'><p>Most read" + filler +
        "</p></div><main><article><h1>The deal</h1><div class='share-bar'>Share</div><p>First <b>bold</b>, "
        "<a href=x>linked</a>" +
        filler +
        "</p><figure><img><figcaption>A photo</figcaption></figure>"
        "<h2>Why</h2><ul><li>one<li>two</ul><p>Second<br>line" +
        filler +
        "</p><aside>Related</aside></article></main><footer>Imprint</footer>"
        "<form><input value=a>Leave a comment</form><script>var x = '<p>no</p>';</script>");
    CHECK(page.text == "The deal\n\nFirst bold, linked" + filler +
                           "\n\nWhy\n\n• one\n\n• two\n\nSecond\nline" + filler + "\n");
    CHECK(page.metadata.title == "The deal");
}

TEST_CASE("a page: lines that are links to other articles are left out, a link within a sentence is not") {
    const std::string text =
        "<p>The port of Ellery closed on Monday after <a href=x>a fire</a> in a warehouse, "
        "and the operator moved its ships to the harbour of Lund.</p>";
    const auto read = [&](const std::string& more) {
        return read_html("<div>" + text + more + "</div>").text;
    };
    const auto alone = read("");
    CHECK(alone.starts_with("The port of Ellery closed on Monday after a fire in"));
    CHECK(read("<p><a href=y>Minister resigns over ferry contract</a></p>") == alone);
    CHECK(read("<ul><li><a href=y>Minister resigns</a></li><li><a href=z>Bank fined</a></li></ul>") == alone);
    CHECK(read("<div class='jp-relatedposts'><p>Bank fined by the court</p></div>") == alone);
    CHECK(read("<div role='navigation'>News | Sport</div>") == alone);
    CHECK(read("<p>See <a href=y>the ruling</a></p>") == alone + "\nSee the ruling\n");
}

TEST_CASE("a page: what holds the article is not left out for its class") {
    const std::string text =
        "The port of Ellery closed on Monday after a fire in a warehouse of its operator.";
    CHECK(read_html("<body><div class='page has sidebar'><p>" + text + "</p></div><div>News | Sport</div>")
              .text == text + "\n");
}

TEST_CASE("a page without paragraphs: lines parted by <br> are the article") {
    CHECK(read_html(
              "<body><table><tr><td><b>News</b><br>Sport</td></tr></table><table><tr><td>The port of Ellery "
              "closed.<br><br>Its operator moved the ships to the harbour of Lund.</td></tr></table>")
              .text == "The port of Ellery closed.\nIts operator moved the ships to the harbour of Lund.\n");
}

TEST_CASE("a page that is cut off, empty or absurdly deep") {
    CHECK(read_html("<html><body><p>The deal was sig").text == "The deal was sig\n");
    CHECK(read_html("").text == "");
    CHECK(read_html("<").text == "");
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<div>";
    CHECK_NOTHROW(read_html(deep + "x"));
}

TEST_CASE("Markdown: front matter") {
    const auto page =
        read_markdown("---\ntitle: \"The deal\"\ndate: 2025-01-22\nlang: en\nauthor: Ann\n---\n\nText.\n");
    CHECK(page.metadata.title == "The deal");
    CHECK(page.metadata.published == "2025-01-22");
    CHECK(page.metadata.published_from == "front matter date");
    CHECK(page.metadata.language == "en");
    CHECK(page.metadata.publisher == "Ann");
    CHECK(page.text == "\nText.\n");
    CHECK(read_markdown("+++\ntitle = 'T'\n+++\nx").metadata.title == "T");
    CHECK(read_markdown("---\nnot closed\n").text == "\nnot closed\n");
}

TEST_CASE("Markdown: marks go, words stay") {
    const struct {
        const char* source;
        const char* text;
    } rows[] = {
        {"A **bold** and *fine* [word](https://x/y(z)) here.", "A bold and fine word here.\n"},
        {"![alt](a.png)Text[^1] and `code`", "Text and code\n"},
        {"> quoted _text_ of snake_case", " quoted text of snake_case\n"},
        {"* item *one*", "- item one\n"},
        {"- item", "- item\n"},
        {"2 * 3 \\* 4", "2 * 3 * 4\n"},
        {"<b>x</b> a < b <https://e.com>", "x a < b https://e.com\n"},
        {"[ref][1] and [not a link]", "ref and [not a link]\n"},
        {"```\ncode\n```\ntext", "text\n"},
        {"***\n\ntext", "\n\ntext\n"},
        {"#hashtag stays", "#hashtag stays\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.source);
        CHECK(read_markdown(row.source).text == row.text);
    }
    const auto page = read_markdown("# The *deal* ##\nText.");
    CHECK(page.text == "The deal\n\nText.\n");
    CHECK(page.metadata.title == "The deal");
}
