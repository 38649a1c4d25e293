#include "base/data.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstdlib>

namespace timeloom {

namespace fs = std::filesystem;

fs::path find_data(const fs::path& asked) {
    const auto fits = [](const fs::path& folder) {
        std::error_code ignored;
        return fs::is_directory(folder / "languages", ignored);
    };
    if (!asked.empty()) {
        if (fits(asked))
            return asked;
        throw InputError(asked.string(), "holds no folder languages/",
                         "name the folder that holds languages/ and models/");
    }
    if (const char* set = std::getenv("TIMELOOM_DATA"); set && *set) {
        if (fits(set))
            return set;
        throw InputError(set, "holds no folder languages/", "correct or unset TIMELOOM_DATA");
    }
    std::error_code ignored;
    const auto program = fs::read_symlink("/proc/self/exe", ignored);
    if (const auto beside = program.parent_path().parent_path() / "share" / "timeloom"; fits(beside))
        return beside;
    if (const fs::path source = TIMELOOM_SOURCE; fits(source))
        return source;
    throw InputError("languages/", "the program's data is not found",
                     "give its folder with --data or TIMELOOM_DATA");
}

std::vector<std::string> known_languages(const fs::path& data) {
    std::vector<std::string> codes;
    for (const auto& entry : fs::directory_iterator(data / "languages"))
        if (const auto name = entry.path().filename().string(); entry.is_directory() && name.size() == 2)
            codes.push_back(name);
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace timeloom
