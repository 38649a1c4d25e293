// An invented story for the tests of the exports: a port and two shipping lines, told in four languages, with
// a denied rumour, a plan, a state that a new agreement ends, two sides of a quarrel and an event without a
// date.
#pragma once

#include "graph/knowledge_graph.hpp"
#include "graph/timeline.hpp"

namespace timeloom {

Timeline sample_timeline();

/// Direct edges for the types in the sample, so that the tests need no data folder.
const EventTypes& sample_types();

/// A timeline of `events` events over as many entities and half as many documents; hostile: with conflicts,
/// attributions and copies, and in all texts quotes, newlines, "]]>", U+0000, right-to-left text, emoji, ids
/// with colons, years −44 and 12025, and a string of `long_text` bytes.
Timeline generated_timeline(std::size_t events, bool hostile, std::size_t long_text = 0);

} // namespace timeloom
