#include "cli/timeline_input.hpp"

#include "base/error.hpp"
#include "export/read_json.hpp"

#include <filesystem>

namespace timeloom {

Timeline read_timeline_input(const std::string& place) {
    std::filesystem::path file = place == "-" ? "/dev/stdin" : place;
    if (std::filesystem::is_directory(file)) {
        if (!std::filesystem::exists(file / "timeline.json"))
            throw InputError(place, "no timeline.json in this folder",
                             "make one of its articles: timeloom build " + place + " -o out/");
        file /= "timeline.json";
    }
    return read_timeline(file);
}

} // namespace timeloom
