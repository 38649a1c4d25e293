#include "export/terminal.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace timeloom;

namespace {
std::string terminal(const TerminalStyle& style) {
    return written([&](const Sink& sink) { write_terminal(sample_timeline(), style, sink); });
}
} // namespace

TEST_CASE("columns: marks take none, wide characters two") {
    CHECK(columns_of_text("año") == 3);
    CHECK(columns_of_text("an\u0303o") == 3);
    CHECK(columns_of_text("日本") == 4);
    CHECK(columns_of_text("😀") == 2);
}

TEST_CASE("dates, sources and events stand in columns; what is not simply asserted is said") {
    const auto text = terminal({.width = 0});
    CHECK(text.find("about 2019                      1  Nordlinie and Puerto Claro join forces\n") == 0);
    CHECK(
        text.find("\n1 March 2020 – 21 January 2025  1  Nordlinie holds the only berth of Puerto Claro\n") !=
        std::string::npos);
    CHECK(text.find("\n21 January 2025                 2  Rutas del Sur and Puerto Claro sign an agreement "
                    "[according to Inés Vega]\n") != std::string::npos);
    CHECK(text.find("Nordlinie sells its fleet [denied, according to Nordlinie, two captains]\n") !=
          std::string::npos);
    CHECK(text.find("First ship of Rutas del Sur arrives [possible, disputed]\n") != std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("a span of days too long for its column is broken behind its dash, beside the event") {
    CHECK(terminal({.width = 80})
              .find("\n1 March 2020 –      1  Nordlinie holds the only berth of Puerto Claro\n"
                    "21 January 2025\n"
                    "21 January 2025     2  Rutas") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal") {
    for (const std::size_t width : {60u, 80u, 120u}) {
        std::istringstream lines(terminal({.width = width, .quotations = true}));
        std::size_t widest = 0;
        for (std::string line; std::getline(lines, line);) {
            CHECK_MESSAGE(columns_of_text(line) <= width, line);
            widest = std::max(widest, columns_of_text(line));
        }
        CHECK(widest > width / 2); // the story has long lines
    }
}

TEST_CASE("colours only when asked for") {
    CHECK(terminal({.colour = true}).find("\x1b[31m") != std::string::npos);
}

TEST_CASE("a label that says how an event stands is not told twice") {
    Timeline timeline;
    timeline.events.resize(1);
    timeline.events[0].label = "Planned: Sale";
    timeline.events[0].modality = Modality::planned;
    CHECK(written([&](const Sink& sink) { write_terminal(timeline, {}, sink); }) ==
          "undated   0  Planned: Sale\n");
}

TEST_CASE("nothing in a text moves the cursor") {
    Timeline timeline;
    timeline.events.resize(1);
    timeline.events[0].label = "a\x1b[2Jb\nc\u009Bd";
    const auto text = written([&](const Sink& sink) { write_terminal(timeline, {}, sink); });
    CHECK(text == "undated   0  a [2Jb c d\n");
}
