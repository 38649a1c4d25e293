// What somebody may have meant by a name that is none.
#pragma once

#include <span>
#include <string_view>

namespace timeloom {

/// The one of `names` with the fewest letters inserted, dropped or changed (Levenshtein's distance); "" of
/// none.
std::string_view nearest(std::string_view name, std::span<const std::string_view> names);

} // namespace timeloom
