// Ranges that two time expressions make: "between 2011 and 2015".
#pragma once

#include "events/reading_context.hpp"

namespace timeloom {

/// Words of the two expressions of a range: "between 2011 and 2015", "du 17 mars au 5 mai".
struct RangeOfTime {
    std::uint32_t from = no_index;
    std::uint32_t to = no_index;
};

/// The range that the expression at `word` begins or ends; none where it stands alone.
RangeOfTime range_at(const ReadingContext& context, const SentenceView& view, std::uint32_t word);

} // namespace timeloom
