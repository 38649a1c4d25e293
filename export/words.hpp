// What several human-readable formats say in the same English words.
#pragma once

#include "graph/timeline.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// How the event stands, with the sources: "planned · 3 sources (de, es)".
std::string standing_words(const TimelineEvent& event);

/// One word for how an event stands: "denied" for a negative one, else its modality.
std::string_view standing(const TimelineEvent& event);

/// "El País, 22 January 2025 (es)": publisher, or title, or file; date of publication; language.
std::string source_words(const TimelineDocument& document);
void append_source_words(std::string& out, const TimelineDocument& document);

/// "Inés Vega, two captains": who says so; "" where it is the articles alone.
std::string holders_words(const Timeline& timeline, const TimelineEvent& event);

/// What the sources of a timeline contradict each other in, by event.
class Disputes {
  public:
    explicit Disputes(const Timeline& timeline);

    /// By index of the event, a sentence each: "Contradicted by “First ship arrives in March” on when it was:
    /// by 21 January 2025; on 2 March 2025"; of an event whose own sources disagree "Sources contradict each
    /// other on who or how much: …".
    std::vector<std::string> of(std::size_t event) const;

  private:
    const Timeline& timeline_;
    std::multimap<std::size_t, const TimelineConflict*> conflicts_;
};

/// Text with &, <, >, " and ' escaped.
std::string html_text(std::string_view text);

} // namespace timeloom
