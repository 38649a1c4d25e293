// Where the program's data (languages/, models/) is found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace timeloom {

/// The folder that holds languages/ and models/. In this order: `asked` (the option --data), the environment
/// variable TIMELOOM_DATA, share/timeloom beside the program's bin folder, the source tree that the program
/// was built from. Throws InputError when none holds languages/.
std::filesystem::path find_data(const std::filesystem::path& asked = {});

/// Codes of the languages known: the two-letter folders under languages/, sorted.
std::vector<std::string> known_languages(const std::filesystem::path& data);

} // namespace timeloom
