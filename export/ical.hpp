// iCalendar (RFC 5545): each dated event as all-day, a time known to the month as the span of that month.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

void write_ical(const Timeline& timeline, const Sink& sink);

} // namespace timeloom
