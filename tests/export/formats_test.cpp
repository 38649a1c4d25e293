#include "export/formats.hpp"
#include "export/output.hpp"
#include "sample_timeline.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <unistd.h>

using namespace timeloom;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("timeloom-formats-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() {
        fs::permissions(path, fs::perms::owner_all);
        fs::remove_all(path);
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::recursive_directory_iterator(path), {}));
    }
};

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("a mistyped format is answered with the nearest one") {
    CHECK_THROWS_WITH_AS(formats_named("json,graphm"),
                         "there is no format “graphm” (did you mean “graphml”? `timeloom formats` lists all)",
                         UnknownFormat);
    CHECK_THROWS_AS(format_named(""), UnknownFormat);
}

TEST_CASE("formats are named once each, in the order asked for; all is all") {
    const auto chosen = formats_named("graphml, json,graphml");
    REQUIRE(chosen.size() == 2);
    CHECK(chosen[0]->name == "graphml");
    CHECK(chosen[1]->file == "timeline.json");
    CHECK(formats_named("all").size() == all_formats().size());
    std::set<std::string_view> names, files;
    for (const auto& format : all_formats()) {
        names.insert(format.name);
        files.insert(format.file);
    }
    CHECK(names.size() == all_formats().size());
    CHECK(files.size() == all_formats().size());
}

TEST_CASE("every format writes what it says, twice the same bytes, and leaves nothing else behind") {
    const Folder folder;
    const auto timeline = sample_timeline();
    const Story story{timeline, sample_types()};
    for (const auto& format : all_formats()) {
        CAPTURE(format.name);
        const Format* one[] = {&format};
        const auto first = write_formats(story, one, folder.path / "a");
        const auto second = write_formats(story, one, folder.path / "b");
        REQUIRE(first.size() == second.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            CHECK(fs::file_size(first[i]) > 0);
            CHECK(content(first[i]) == content(second[i]));
        }
        if (format.file.ends_with('/'))
            CHECK(fs::is_directory(folder.path / "a" / format.file));
        else
            CHECK(first == std::vector{folder.path / "a" / format.file});
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder.path))
        CHECK(entry.path().filename().string()[0] != '.');
}

TEST_CASE("formats written side by side are those written one after the other, told in the same order") {
    const Folder folder;
    const auto timeline = sample_timeline();
    const Story story{timeline, sample_types()};
    const auto formats = formats_named("all");
    const auto alone = write_formats(story, formats, folder.path / "a", 1);
    const auto together = write_formats(story, formats, folder.path / "b", 4);
    REQUIRE(alone.size() == together.size());
    for (std::size_t i = 0; i < alone.size(); ++i) {
        CHECK(fs::relative(alone[i], folder.path / "a") == fs::relative(together[i], folder.path / "b"));
        CHECK(content(alone[i]) == content(together[i]));
    }
}

TEST_CASE("an output that cannot be kept leaves the last good one") {
    const Folder folder;
    {
        Output output(folder.path);
        output.file("x.txt")("the last good output");
        CHECK(output.commit().size() == 1);
    }
    {
        Output output(folder.path);
        output.file("x.txt")("half an out");
    }
    CHECK(content(folder.path / "x.txt") == "the last good output");
    CHECK(folder.files() == 1);
}

TEST_CASE("errors name the path and the remedy") {
    const Folder folder;
    std::ofstream(folder.path / "file") << "x";
    CHECK_THROWS_WITH_AS(
        Output(folder.path / "file" / "out"),
        ((folder.path / "file" / "out").string() +
         ": cannot be written: Not a directory (a file stands where a folder is needed: choose another "
         "folder with -o)")
            .c_str(),
        OutputError);
    CHECK(std::string(OutputError("out/a", ENOSPC).what()) ==
          "out/a: cannot be written: No space left on device (free some space, or choose another folder with "
          "-o)");
    fs::create_directories(folder.path / "x.txt");
    Output output(folder.path);
    CHECK_THROWS_AS(output.file("x.txt"), OutputError);
}
