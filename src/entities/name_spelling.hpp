// Spellings of one given name.
#pragma once

#include <string_view>

namespace timeloom {

/// May two given names, in lower case, be one: the same, an initial of the other ("h"), or a letter more
/// within
/// ("theresa", "teresa"; "philipp", "philip")? Not one that tells another person: "mario" and "maria", "paul"
/// and "paula".
bool same_given_name(std::string_view a, std::string_view b);

} // namespace timeloom
