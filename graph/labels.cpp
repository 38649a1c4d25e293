#include "graph/labels.hpp"

#include "base/table.hpp"

#include <algorithm>
#include <string_view>

namespace timeloom {

namespace {

/// Names shown in one place of a pattern.
constexpr std::size_t most_names = 3;

/// "Acme, Widget and Tern"; "" when nobody fills the roles ("agent+party").
std::string names_of(std::string_view roles, const TimelineEvent& event, const Timeline& timeline) {
    std::vector<std::string_view> names;
    for (const auto& name : split(roles, '+'))
        for (const auto& participant : event.participants)
            if (participant.entity != no_index && name_of(participant.role) == name)
                names.push_back(timeline.entities[participant.entity].name);
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most_names; ++i) {
        if (i > 0)
            out += i + 1 == std::min(names.size(), most_names) && names.size() <= most_names ? " and " : ", ";
        out += names[i];
    }
    return names.size() > most_names ? out + " and others" : out;
}

/// A part of a pattern without brackets; `filled` tells whether every role in it was.
std::string fill(std::string_view part, const TimelineEvent& event, const Timeline& timeline, bool& filled) {
    std::string out;
    filled = true;
    while (!part.empty()) {
        const auto open = part.find('{');
        out += part.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = std::min(part.find('}', open), part.size());
        const auto names = names_of(part.substr(open + 1, close - open - 1), event, timeline);
        filled = filled && !names.empty();
        out += names;
        part.remove_prefix(std::min(close + 1, part.size()));
    }
    return out;
}

/// What a reader must know before the rest: "Planned: …".
std::string_view prefix_of(const TimelineEvent& event) {
    if (event.polarity == Polarity::negative)
        return "Denied: ";
    switch (event.modality) {
    case Modality::planned:
        return "Planned: ";
    case Modality::possible:
        return "Possible: ";
    case Modality::conditional:
        return "Conditional: ";
    case Modality::reported:
        return "Reported: ";
    case Modality::asserted:
        break;
    }
    return "";
}

} // namespace

std::string label_of(const TimelineEvent& event, const Timeline& timeline, const std::string& pattern,
                     const std::string& words) {
    std::string out;
    bool filled = true;
    std::string_view rest = pattern;
    while (!rest.empty()) {
        const auto open = rest.find('[');
        out += fill(rest.substr(0, open), event, timeline, filled);
        if (open == std::string_view::npos)
            break;
        const auto close = std::min(rest.find(']', open), rest.size());
        const auto part = fill(rest.substr(open + 1, close - open - 1), event, timeline, filled);
        if (filled)
            out += part;
        rest.remove_prefix(std::min(close + 1, rest.size()));
    }
    if (!words.empty())
        out += out.empty() ? words : ": " + words;
    return std::string(prefix_of(event)) + out;
}

void label_events(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                  const Frames& frames) {
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
        auto& event = timeline.events[e];
        const auto frame = frames.find(event.type);
        if (!frame)
            continue;
        // A frame without a noun of its own ("{agent}…") is told by the words of the text.
        const auto& pattern = frames[*frame].label;
        const bool wordless = pattern.starts_with('{');
        const auto* first = collection.mention(events.events[e].front()).second;
        event.label = label_of(event, timeline, pattern, wordless ? first->trigger_lemma : "");
    }
}

} // namespace timeloom
