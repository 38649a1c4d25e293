#include "graph/telling.hpp"

#include "graph/days.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace timeloom {

namespace {

/// Days that the mention itself gives for the event. "since", "until" and the like bound a state, and do not
/// date it.
DayBounds stated_days(const DocumentReading& reading, const EventMention& mention) {
    if (mention.time == no_index || mention.time_relation != TimeRelation::at)
        return {};
    const auto& time = reading.times[mention.time];
    return time.resolved ? time.bounds : DayBounds{};
}

/// "An agreement until 2030" is told as in force, and not as signed.
bool lasts(const DocumentReading& reading, const EventMention& mention) {
    return mention.time != no_index && reading.times[mention.time].resolved &&
           (mention.time_relation == TimeRelation::until || mention.time_relation == TimeRelation::since);
}

} // namespace

FillerMatch compare_fillers(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const auto shared = both.size();
    if (a.empty() || b.empty())
        return {Fillers::missing, 0};
    if (shared == a.size() && shared == b.size())
        return {Fillers::equal, shared};
    if (shared == a.size() || shared == b.size())
        return {Fillers::subset, shared};
    return {shared ? Fillers::overlap : Fillers::disjoint, shared};
}

bool amounts_differ(const Telling& a, const Telling& b) {
    constexpr double rounding = 0.05;
    bool comparable = false;
    for (const auto& [unit, number] : a.amounts)
        for (const auto& [other_unit, other] : b.amounts) {
            if (unit != other_unit)
                continue;
            if (std::fabs(number - other) <= rounding * std::max(std::fabs(number), std::fabs(other)))
                return false;
            comparable = true;
        }
    return comparable;
}

Telling telling_of(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                   std::uint32_t document, std::uint32_t index) {
    const auto& reading = collection.readings[document];
    const auto& mention = reading.events[index];
    Telling out;
    out.frame = mention.frame;
    out.kind = lasts(reading, mention) ? EventKind::state : mention.kind;
    out.document = document;
    out.published = bounds_of(reading.document.published.edtf);
    const auto& identity = frames[mention.frame].identity;
    for (const auto& participant : mention.participants) {
        const auto* local = std::get_if<std::uint32_t>(&participant.filler);
        if (const auto* amount = std::get_if<Amount>(&participant.filler))
            out.amounts.emplace_back(amount->unit, amount->number);
        if (local && std::find(identity.begin(), identity.end(), participant.role) != identity.end())
            out.core.push_back(entities.of[collection.entity_number(document, *local)]);
    }
    std::sort(out.core.begin(), out.core.end());
    out.core.erase(std::unique(out.core.begin(), out.core.end()), out.core.end());
    out.when = stated_days(reading, mention);
    out.mentions = {collection.mention_number(document, index)};
    return out;
}

void absorb(Telling& into, const Telling& other) {
    std::vector<std::uint32_t> core;
    std::set_union(into.core.begin(), into.core.end(), other.core.begin(), other.core.end(),
                   std::back_inserter(core));
    into.core = std::move(core);
    narrow(into.when, other.when);
    into.document = other.document;
    into.amounts.insert(into.amounts.end(), other.amounts.begin(), other.amounts.end());
    std::vector<std::uint32_t> mentions;
    std::merge(into.mentions.begin(), into.mentions.end(), other.mentions.begin(), other.mentions.end(),
               std::back_inserter(mentions));
    into.mentions = std::move(mentions);
}

} // namespace timeloom
