#include "export/buffer.hpp"
#include "export/csv.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

namespace {
std::string cell(std::string_view text, char separator = ',') {
    return written([&](const Sink& sink) {
        Buffer buffer(sink);
        write_cell(buffer, text, separator);
        buffer.flush();
    });
}
} // namespace

TEST_CASE("a cell is quoted where it must be, and only there") {
    CHECK(cell("plain text of some length") == "plain text of some length");
    CHECK(cell("one, two") == "\"one, two\"");
    CHECK(cell("one; two") == "one; two");
    CHECK(cell("he said \"no\"") == "\"he said \"\"no\"\"\"");
    CHECK(cell("two\nlines") == "\"two\nlines\"");
    CHECK(cell("") == "");
    const std::string longer(200'000, 'x');
    CHECK(cell(longer) == longer);
    CHECK(cell(longer + ',') == '"' + longer + ",\"");
}

TEST_CASE("tabs separate without quotes: tabs and line ends become blanks") {
    CHECK(cell("a\tb\nc \"d\", e", '\t') == "a b c \"d\", e");
}

TEST_CASE("one event a row") {
    const auto timeline = sample_timeline();
    const auto csv = written([&](const Sink& sink) { write_event_list(timeline, ',', sink); });
    CHECK(csv.starts_with("id,kind,type,subtype,label,time,time_words,start_earliest,"));
    CHECK(csv.find("\r\nevent:03,event,agreement,,Rutas del Sur and Puerto Claro sign an "
                   "agreement,2025-01-21,21 January "
                   "2025,2025-01-21,2025-01-21,2025-01-21,2025-01-21,asserted,positive,Inés Vega,party: "
                   "Rutas del Sur; party: "
                   "Puerto Claro,at least 500000000 EUR,2,2,de; es,0.97,") != std::string::npos);
}
