// Every pattern's own examples, read with "now" on Thursday 2016-12-01, in the language's tagger.
#include "base/data.hpp"
#include "text/segmenter.hpp"
#include "time/rules.hpp"
#include "time/tagger.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::timing;

namespace {

/// "[in June=2016-06] they" → "in June they", and what must be found: "in June=2016-06".
struct Marked {
    std::string text;
    std::string expected;
};

Marked unmark(const std::string& example) {
    Marked result;
    std::string expression;
    bool inside = false, value = false;
    for (const char c : example) {
        if (c == '[' && !inside) {
            inside = true;
            value = false;
        } else if (c == ']' && inside) {
            inside = false;
            result.expected += expression + "; ";
            expression.clear();
        } else if (inside) {
            value |= c == '=';
            expression += c;
            if (!value)
                result.text += c;
        } else {
            result.text += c;
        }
    }
    return result;
}

std::string found(const Document& document, const std::vector<Timex>& times) {
    std::string text;
    for (const auto& time : times)
        text += std::string(time.span.of(document.text)) + "=" + time.value + "; ";
    return text;
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
            Document document;
            document.language = language;
            document.published.edtf = "2016-12-01";
            document.text = marked.text;
            segmenter.segment(document);
            CAPTURE(language);
            CAPTURE(example.where);
            CAPTURE(marked.text);
            CHECK(found(document, tagger.tag(document)) == (example.positive ? marked.expected : ""));
        }
    }
}
