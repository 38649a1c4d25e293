// Dates of publication as people and pages write them, to EDTF.
#pragma once

#include <string>
#include <string_view>

namespace timeloom {

/// "2025-01-22", "2025-01" or "2025" for: ISO 8601 dates with or without a time ("2025-01-22T10:00:00+01:00":
/// the day as written), "20250122", "22.01.2025", "22/01/2025" (only when the order of day and month is
/// certain), "January 22, 2025", "Wed, 22 Jan 2025 10:00:00 GMT". "" for everything else, also for days that
/// do not exist.
std::string to_edtf(std::string_view date);

/// The day in an address like "https://site/2025/01/22/story" or "…/2025-01-22-story"; "" when there is none.
std::string edtf_from_url(std::string_view url);

} // namespace timeloom
