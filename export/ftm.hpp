// FollowTheMoney entities as JSON lines, for Aleph and OpenAleph.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

/// Articles, persons, organisations and so on, events, and direct edges as UnknownLink; dates keep their
/// precision as prefixes ("2024-06").
void write_ftm(const Story& story, const Sink& sink);

} // namespace timeloom
