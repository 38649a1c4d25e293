// Quotation marks: which of them open and which close, whatever a country's habit: "…", “…”, „…“, «…», »…«.
#pragma once

#include "text/document.hpp"

#include <cstdint>

namespace timeloom {

enum class QuoteMark : std::uint8_t {
    none,
    opens,
    closes,
    straight, ///< "…": whichever the one before it was not
};

/// What a token is as a double quotation mark: by the blanks beside it, else as the mark is mostly written
/// ("« … »" has blanks on both sides).
QuoteMark quote_at(const Document& document, std::uint32_t token);

/// Whether a quotation is open behind a mark.
inline bool quotes_behind(QuoteMark mark, bool open_before) {
    return mark == QuoteMark::none       ? open_before
           : mark == QuoteMark::straight ? !open_before
                                         : mark == QuoteMark::opens;
}

} // namespace timeloom
