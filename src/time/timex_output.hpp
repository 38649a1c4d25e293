// Time expressions as text: a line of JSON a document, or TimeML.
#pragma once

#include "text/document.hpp"
#include "time/timex.hpp"

#include <span>
#include <string>

namespace timeloom {

/// {"id": …, "timexes": [{"begin", "end", "text", "type", "value", "earliest", "latest", "edtf", "why"}]} and
/// a line feed. Offsets count code points; a bound or an EDTF that is not known is null.
std::string timexes_as_json(const Document& document, std::span<const Timex> times);

/// The text with inline TIMEX3 elements, as a TimeML document (timeml.org, 1.2.1).
std::string timexes_as_timeml(const Document& document, std::span<const Timex> times);

} // namespace timeloom
