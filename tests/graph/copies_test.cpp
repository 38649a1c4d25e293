#include "graph/copies.hpp"

#include "story.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
using namespace timeloom::tests;

namespace {

std::string agency_text(const std::string& port) {
    std::string text;
    for (int i = 1; i <= 12; ++i)
        text += "In harbour number " + std::to_string(i) + " of " + port +
                " the crane drivers lifted crate after crate that " + "week, and report " +
                std::to_string(i * 7) + " counts them.\n";
    return text;
}

DocumentReading printed(const std::string& id, const std::string& published, const std::string& text) {
    Article article(id, published);
    article.reading.document.text = text;
    return article.reading;
}

} // namespace

TEST_CASE("a text printed again with another first line copies the one published first") {
    const auto collection =
        collect({printed("a", "2024-05-03", "From our correspondent\n" + agency_text("Norden")),
                 printed("b", "2024-05-02", agency_text("Norden")),
                 printed("c", "", agency_text("Norden") + "Read more on our page."),
                 printed("d", "2024-05-01",
                         "A text of its own, about something else, as long as it "
                         "needs to be for five-word runs to be counted in it, twenty "
                         "and more of them in a row.")});
    CHECK(find_copies(collection) == std::vector<std::uint32_t>{1, no_index, 1, no_index});
}

TEST_CASE("texts of one pattern with other facts are not copies") {
    const auto collection =
        collect({printed("a", "", agency_text("Norden")), printed("b", "", agency_text("Kelp Sound"))});
    CHECK(find_copies(collection) == std::vector<std::uint32_t>{no_index, no_index});
}

TEST_CASE("texts too short to judge, and empty ones, copy nothing") {
    const auto collection =
        collect({printed("a", "", "Same here."), printed("b", "", "Same here."), printed("c", "", "")});
    CHECK(find_copies(collection) == std::vector<std::uint32_t>(3, no_index));
}

TEST_CASE("copies are one independent source") {
    std::vector<Article> articles;
    for (const auto* name : {"a", "b", "c"}) {
        Article article(name, "2024-03-05");
        article.reading.document.text =
            name == std::string("c") ? "Another desk's own words. " : agency_text("Norden");
        article.tells(frames(), "acquisition", "Bought: Norden Lines took over Kelp Yards.",
                      {{Role::agent, "Norden Lines"}, {Role::patient, "Kelp Yards"}});
        articles.push_back(article);
    }
    for (auto& article : articles)
        article.reading.document.sentences.clear(); // the whole text counts
    const auto timeline = weave(articles);
    REQUIRE(timeline.events.size() == 1);
    CHECK(timeline.events[0].source_documents == 3);
    CHECK(timeline.events[0].independent_sources == 2);
    CHECK(timeline.documents[1].copies_of == "doc:a");
}
