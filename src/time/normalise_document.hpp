// The expressions of one document on the calendar, in the order in which the text tells them.
#pragma once

#include "time/timex.hpp"

#include <span>
#include <string>

namespace timeloom::timing {

/// `published` as EDTF, "" for unknown. Where it is coarser than a day ("2025-01", "2025-01-20/2025-01-24"),
/// an expression has the value that it has on every day of it ("last year": 2024); one that has no such value
/// ("yesterday") has bounds.
void normalise_document(std::span<Timex> times, const std::string& published);

} // namespace timeloom::timing
