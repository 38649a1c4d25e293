// How the time that a mention states lies to the day of its report.
#pragma once

#include "events/event.hpp"

namespace timeloom {

/// "recently" and "in future" date nothing.
bool is_dated(const DocumentReading& reading, const EventMention& mention);

// `published`: the days on which the article may have come out.

/// Time to come belongs to what follows from a past event: "signed a contract over the next five years". The
/// mention must have a time.
bool of_what_follows(const DocumentReading& reading, const DayBounds& published, const EventMention& mention);

/// Time gone by, in the present tense: "in 2019 the firm takes over its rival".
bool is_gone(const DocumentReading& reading, const DayBounds& published, const EventMention& mention);

/// Whether its time lies behind the day of the report, or may, as far as it is told as `to_come`.
bool is_ahead(const DocumentReading& reading, const DayBounds& published, const EventMention& mention,
              bool to_come);

} // namespace timeloom
