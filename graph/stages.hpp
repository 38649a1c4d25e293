// What is told stage by stage, over months (bid, signing, clearance, closing): which of its days is the
// event's.
#pragma once

#include "events/frames.hpp"
#include "graph/collection.hpp"
#include "graph/days.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace timeloom {

/// Whether a mention (its number in the collection) dates the event itself, where others do: "cleared the
/// takeover on Friday" does not. `published`: the days of publication, by document.
bool dates_itself(const Collection& collection, std::span<const DayBounds> published, std::uint32_t mention);

/// Of what is told of several days, the day of the last stage: the latest that is told as done, else the
/// latest. None where no day is told as done and all are one, and for happenings that do not take long.
std::optional<DayBounds> day_done(const Collection& collection, std::span<const DayBounds> published,
                                  const Frames& frames, std::span<const std::uint32_t> mentions);

} // namespace timeloom
