// timeline.json: what is written reads back, and is written as the same bytes again. The reader takes any
// bytes.
#include "base/error.hpp"
#include "export/json.hpp"
#include "export/read_json.hpp"
#include "write_fuzz.hpp"

#include <cstdlib>

using namespace timeloom;

namespace {
std::string json_of(const Timeline& timeline) {
    std::string out;
    write_json(timeline, [&out](std::string_view bytes) { out += bytes; });
    return out;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = json_of(fuzzed_timeline(data, size));
    if (json_of(parse_timeline(json, "written.json")) != json)
        std::abort();
    try {
        parse_timeline({reinterpret_cast<const char*>(data), size}, "fuzzed.json");
    } catch (const InputError&) { // refused, with a message
    }
    return 0;
}
