// The examples of every pattern, and the sentences of tests/time/sentences, read with "now" on Thursday
// 2016-12-01.
#include "base/data.hpp"
#include "base/error.hpp"
#include "base/table.hpp"
#include "text/segmenter.hpp"
#include "time/rules.hpp"
#include "time/tagger.hpp"

#include "marked.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::timing;

namespace {

Document segmented(const Segmenter& segmenter, const std::string& language, const std::string& text) {
    Document document;
    document.language = language;
    document.published.edtf = "2016-12-01";
    document.text = text;
    segmenter.segment(document);
    return document;
}

} // namespace

TEST_CASE("every example of every pattern reads as its row says") {
    const auto data = find_data();
    for (const auto& language : known_languages(data)) {
        const TimeRules rules(data, language);
        const Tagger tagger(data, language);
        const Segmenter segmenter(data, language);
        for (const auto& example : rules.examples) {
            const auto marked = unmark(example.text);
            const auto document = segmented(segmenter, language, marked.text);
            CAPTURE(language);
            CAPTURE(example.where);
            CAPTURE(marked.text);
            CHECK(listed(document, tagger.tag(document)) == (example.positive ? marked.expected : ""));
        }
    }
}

TEST_CASE("every kind of expression is read in every language") {
    const auto data = find_data();
    for (const auto& language : known_languages(data)) {
        const auto file = data / "tests/time/sentences" / (language + ".tsv");
        CAPTURE(file);
        REQUIRE(std::filesystem::exists(file));
        const Tagger tagger(data, language);
        const Segmenter segmenter(data, language);
        const auto table = read_table(file, {2, 2});
        for (const auto& row : table.rows) {
            const auto marked = unmark(row[1]);
            const auto document = segmented(segmenter, language, marked.text);
            CAPTURE(row.line);
            CAPTURE(row[0]);
            CAPTURE(marked.text);
            CHECK(listed(document, tagger.tag(document)) == marked.expected);
        }
    }
}

TEST_CASE("a word that could match nothing is refused with file, line and remedy") {
    const auto words = [](const char* row) {
        std::vector<Table> tables;
        tables.push_back(parse_table(row, "time-words.tsv", {2, 4}));
        return tables;
    };
    CHECK_THROWS_WITH_AS(Vocabulary(words("2e\tnth\t2\n"), "fr"),
                         doctest::Contains("the figures in '2e' would match nothing"), InputError);
    CHECK_NOTHROW(Vocabulary(words("second\tnth\t2\n"), "fr"));
}
