#include "graph/oppositions.hpp"

#include "graph/days.hpp"
#include "graph/relations.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace timeloom {

namespace {

/// Events of one type and the same participants that are held against each other.
constexpr std::size_t most_tellings = 8;
/// What happens so seldom that two dates not far apart are two readings of one event.
constexpr int once = 180;
/// What may happen again within so many days says something else each time: statements, announcements.
constexpr int daily = 3;
/// Two dates further apart than this are two events all the same.
constexpr date::days near_days{31};

using Participants = std::vector<std::uint32_t>;

Participants participants_of(const TimelineEvent& event) {
    Participants out;
    for (const auto& participant : event.participants)
        if (participant.entity != no_index)
            out.push_back(participant.entity);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool share_two(const TimelineEvent& a, const TimelineEvent& b) {
    const auto of_a = participants_of(a), of_b = participants_of(b);
    Participants both;
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
    return both.size() >= 2;
}

/// Those in the roles that identify the event.
Participants identity_of(const TimelineEvent& event, const Frame& frame) {
    Participants out;
    for (const auto& participant : event.participants)
        if (participant.entity != no_index &&
            std::find(frame.identity.begin(), frame.identity.end(), participant.role) != frame.identity.end())
            out.push_back(participant.entity);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool told_as_fact(const TimelineEvent& event) {
    return event.modality == Modality::asserted || event.modality == Modality::reported;
}

bool from_other_documents(const TimelineEvent& a, const TimelineEvent& b) {
    return std::none_of(a.mentions.begin(), a.mentions.end(), [&](const TimelineMention& mention) {
        return std::any_of(b.mentions.begin(), b.mentions.end(), [&](const TimelineMention& other) {
            return other.quote.document == mention.quote.document;
        });
    });
}

DayBounds days_of(const TimelineEvent& event) {
    return {event.time.start.earliest, event.time.end.latest};
}

/// Why both cannot be right; "" when they can.
std::string opposition(const TimelineEvent& a, const TimelineEvent& b, const Frame& frame) {
    const auto days_a = days_of(a), days_b = days_of(b);
    if (a.polarity != b.polarity)
        return frame.recurs_after_days > daily && days_a.latest && days_b.latest && intersect(days_a, days_b)
                   ? "one tells what the other denies"
                   : "";
    const bool stated =
        a.time.basis == TimelineTime::From::stated && b.time.basis == TimelineTime::From::stated;
    if (!stated || frame.recurs_after_days < once || frame.kind != EventKind::event ||
        a.polarity == Polarity::negative || !days_a.earliest || !days_a.latest || !days_b.earliest ||
        !days_b.latest || intersect(days_a, days_b))
        return "";
    const auto apart = std::max(*days_a.earliest - *days_b.latest, *days_b.earliest - *days_a.latest);
    return apart <= near_days
               ? "it happens but once, and is dated to " + a.time.edtf + " and to " + b.time.edtf
               : "";
}

} // namespace

void find_superseded(Timeline& timeline) {
    std::map<std::uint32_t, std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>
        turns; // event → what it begins, what it ends
    for (const auto& relation : timeline.relations)
        if (relation.type == RelationType::causes)
            turns[relation.from].first.push_back(relation.to);
        else if (relation.type == RelationType::ends)
            turns[relation.from].second.push_back(relation.to);
    for (const auto& [event, turn] : turns)
        for (const auto begun : turn.first)
            for (const auto ended : turn.second)
                if (begun != ended && share_two(timeline.events[begun], timeline.events[ended]))
                    relate(timeline, begun, ended, RelationType::supersedes,
                           timeline.events[event].id + " begins the one and ends the other");
}

void find_contradictions(Timeline& timeline, const Frames& frames) {
    std::map<std::pair<std::string, Participants>, std::vector<std::uint32_t>> alike;
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
        const auto& event = timeline.events[e];
        const auto frame = frames.find(event.finest_type());
        if (!frame || !told_as_fact(event))
            continue;
        auto who = identity_of(event, frames[*frame]);
        if (who.size() >= 2)
            alike[{std::string(event.finest_type()), std::move(who)}].push_back(e);
    }
    for (auto& [what, events] : alike) {
        std::sort(events.begin(), events.end(), [&](std::uint32_t a, std::uint32_t b) {
            return timeline.events[a].id < timeline.events[b].id;
        });
        const auto& frame = frames[*frames.find(what.first)];
        const auto count = std::min(events.size(), most_tellings);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = i + 1; j < count; ++j) {
                const auto &a = timeline.events[events[i]], &b = timeline.events[events[j]];
                if (auto why = opposition(a, b, frame); !why.empty() && from_other_documents(a, b))
                    relate(timeline, events[i], events[j], RelationType::contradicts, std::move(why));
            }
    }
}

} // namespace timeloom
