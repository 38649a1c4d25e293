#include "base/error.hpp"
#include "export/check.hpp"
#include "export/formats.hpp"
#include "sample_timeline.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

using namespace timeloom;
namespace fs = std::filesystem;

namespace {

/// What check says of the sample in one format once `spoil` has been at the file; its path taken off.
template <class Spoil>
std::string checked_after(const char* format, Spoil spoil) {
    const auto folder = fs::temp_directory_path() / ("timeloom-check-" + std::to_string(::getpid()));
    const auto timeline = sample_timeline();
    const auto file = write_formats({timeline, sample_types()}, formats_named(format), folder).front();
    spoil(file);
    std::string said;
    try {
        said = check_file(file);
    } catch (const InputError& error) {
        said = error.what();
    }
    fs::remove_all(folder);
    return said.substr(file.string().size());
}

/// The sample's GraphML when only so much of it came through.
std::string checked_part(double part) {
    return checked_after("graphml", [&](const fs::path& file) {
        fs::resize_file(file, static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(file)) * part));
    });
}

/// The sample in one format, with the first `from` exchanged for `to`.
std::string checked(const char* format, const std::string& from = "", const std::string& to = "") {
    return checked_after(format, [&](const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(in), {});
        if (const auto at = text.find(from); !from.empty() && at != std::string::npos)
            text.replace(at, from.size(), to);
        std::ofstream(file, std::ios::binary) << text;
    });
}

} // namespace

TEST_CASE("sound files are counted") {
    CHECK(checked("json") == ": 4 documents, 4 entities, 9 events, 3 relations, 1 conflict");
    CHECK(checked("graphml") == ": 17 nodes, 45 edges");
    CHECK(checked("gexf") == ": 17 nodes, 45 edges");
}

TEST_CASE("a file that is cut off is said to be, wherever the cut lies") {
    for (int part = 1; part < 100; ++part) {
        CAPTURE(part);
        CHECK(checked_part(part / 100.0)
                  .ends_with(": the file is cut off (build it again, or fetch it again)"));
    }
}

TEST_CASE("what is wrong is named with its line") {
    CHECK(checked("graphml", "<data key=\"role\">", "<data key=\"rank\">")
              .find(": the key “rank” is not declared (declare it, or drop the value)") != std::string::npos);
    CHECK(checked("graphml", "source=\"entity:nordlinie\"", "source=\"entity:nobody\"")
              .find(": the edge's source “entity:nobody” is no node of the graph (add the node before the "
                    "edges, or drop the edge)") != std::string::npos);
    CHECK(checked("graphml", "<node id=\"doc:b2\"", "<node id=\"doc:a1\"")
              .find(": the node “doc:a1” is given twice (give each node an id of its own)") !=
          std::string::npos);
    CHECK(checked("gexf", "<spell start=\"2019-01-01\"", "<spell start=\"2019-13-45\"")
              .find(": “2019-13-45” is no day (write it as 2025-01-21)") != std::string::npos);
    for (const char* format : {"graphml", "gexf"}) {
        CHECK(checked(format, "2020-03-01/2025-01-21", "2020-03-01/2025-13-45")
                  .find(": “2020-03-01/2025-13-45” is no date (write it as 2025-01-21, 2025-01, 2025/2026 or "
                        "otherwise "
                        "as EDTF)") != std::string::npos);
        CHECK(checked(format, "2020-03-01/2025-01-21", "2020-03-01/2019-01-21")
                  .find(": the end of “2020-03-01/2019-01-21” lies before its start (exchange the two)") !=
              std::string::npos);
    }
    CHECK(checked("graphml", "start_earliest\">2020-03-01", "start_earliest\">2026-03-01")
              .find(": the end lies before the start (exchange the two)") != std::string::npos);
    CHECK(
        checked("gexf", "xmlns=\"http://gexf.net/1.3\"", "xmlns=\"http://www.gexf.net/1.2draft\"")
            .find(
                ": the version is “http://www.gexf.net/1.2draft”, not “http://gexf.net/1.3” (build the file "
                "again with this version of timeloom)") != std::string::npos);
    CHECK(checked("markdown") ==
          ": neither timeline.json nor GraphML nor GEXF (check a file of one of these formats)");
}
