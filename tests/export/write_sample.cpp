// Writes the sample, or a generated timeline of some size, in the formats asked for: what the tests of other
// readers load. usage: write_sample FOLDER FORMATS [EVENTS [hostile]]
#include "export/formats.hpp"
#include "sample_timeline.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace timeloom;

int main(int argc, char** argv) {
    if (argc < 3)
        return 2;
    const bool hostile = argc > 4 && std::string_view(argv[4]) == "hostile";
    const auto timeline =
        argc > 3 ? generated_timeline(std::strtoul(argv[3], nullptr, 10), hostile, hostile ? 1'000'000 : 0)
                 : sample_timeline();
    for (const auto& file : write_formats({timeline, sample_types()}, formats_named(argv[2]), argv[1]))
        std::puts(file.c_str());
}
