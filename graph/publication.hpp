// The day on which an undated article came out, inferred from what it says.
//
// A dateline tells the day. Else "terça-feira (21)" leaves only weeks with a Tuesday the 21st; the latest
// date that the article tells as past leaves only later ones; the first such week is taken. An event shared
// with dated articles bounds the undated one: it cannot have been told before it happened, and what is told
// as news was told within days. Where all this leaves more than one day the inferred date is an interval,
// never a guess.
#pragma once

#include "graph/collection.hpp"
#include "graph/event_fusion.hpp"

#include <string>
#include <vector>

namespace timeloom {

/// Dates undated documents by what each says itself. Gives the documents that it dated.
std::vector<std::uint32_t> infer_from_clues(Collection& collection);

/// Dates undated documents by the events that they share with dated ones, over any number of steps. Gives
/// those dated.
std::vector<std::uint32_t> infer_from_events(Collection& collection, const FusedEvents& events);

} // namespace timeloom
