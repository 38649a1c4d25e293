// Where a text tells its own place and day: a line of them before the article, or the words that open it.
#pragma once

#include "text/abbreviations.hpp"
#include "text/document.hpp"
#include "text/furniture.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace timeloom {

/// Whether a block is a line that is only a date, with the authors, the agency or the place before it:
/// "March 6, 2008", "Publicado el 22 de enero de 2025 a las 10:30", "SAN MARINO, October 28, 2025", "Par Anne
/// Petit | 3 mars 2025 à 8h15". A month and a year are enough where nothing stands before them.
bool is_date_line(std::string_view text, std::span<const Token> block, const Abbreviations& language,
                  const Furniture& furniture);

/// Tokens of the dateline that opens a block, its dash included: "NEW YORK, June 8, 2010 (AP) —", "Berlin
/// (dpa) -", "Madrid, 21 ene (EFE).-", "(ANSA) - ROMA, 3 LUG -", "Bern, 3. Juli 2025."; 0 when there is none.
std::size_t dateline_length(std::string_view text, std::span<const Token> block,
                            const Abbreviations& language);

} // namespace timeloom
