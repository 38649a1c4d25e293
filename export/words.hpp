// What several human-readable formats say in the same English words.
#pragma once

#include "graph/timeline.hpp"

#include <string>
#include <string_view>

namespace timeloom {

/// How the event stands: "asserted", "denied", "planned", "reported, according to Reuters"; with the sources:
/// "planned · 3 sources (de, es)".
std::string standing_words(const TimelineEvent& event);

/// One word for how an event stands: "denied" for a negative one, else its modality.
std::string_view standing(const TimelineEvent& event);

/// "El País, 22 January 2025 (es)": publisher, or title, or file; date of publication; language.
std::string source_words(const TimelineDocument& document);
void append_source_words(std::string& out, const TimelineDocument& document);

/// Text with &, <, >, " and ' escaped.
std::string html_text(std::string_view text);

} // namespace timeloom
