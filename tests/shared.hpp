// The folder of measuring data that may stand beside the project. Tests that use it skip, saying so, where it
// is absent.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>

namespace timeloom::test {

/// The folder `name` of the measuring data, or none, after a line that tools/summary.py counts as a skipped
/// case.
inline std::optional<std::filesystem::path> shared(const char* name) {
    const char* set = std::getenv("TIMELOOM_SHARED");
    const auto folder = std::filesystem::path(set ? set : TIMELOOM_SOURCE "/../shared") / name;
    if (std::filesystem::exists(folder))
        return folder;
    std::cout << "SKIPPED: no measuring data at " << folder.string()
              << " (TIMELOOM_SHARED names another place)\n";
    return std::nullopt;
}

} // namespace timeloom::test
