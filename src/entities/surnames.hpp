// Family names that look like times: "Birgit Sommer", "Plácido Domingo", "Theresa May".
#pragma once

#include "entities/world.hpp"
#include "text/document.hpp"
#include "time/timex.hpp"

#include <vector>

namespace timeloom {

/// Removes the times that are one capitalised word right behind a given name; a day of the week only where it
/// is a known family name.
void drop_surnames(const Document& document, const World& world, std::vector<Timex>& times);

} // namespace timeloom
