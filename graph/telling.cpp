#include "graph/telling.hpp"

#include "graph/days.hpp"

#include <algorithm>
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

Telling telling_of(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                   std::uint32_t document, std::uint32_t index) {
    const auto& reading = collection.readings[document];
    const auto& mention = reading.events[index];
    Telling out;
    out.frame = mention.frame;
    out.kind = mention.kind;
    out.document = document;
    out.published = bounds_of(reading.document.published.edtf);
    const auto& identity = frames[mention.frame].identity;
    for (const auto& participant : mention.participants) {
        const auto* local = std::get_if<std::uint32_t>(&participant.filler);
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
    std::vector<std::uint32_t> mentions;
    std::merge(into.mentions.begin(), into.mentions.end(), other.mentions.begin(), other.mentions.end(),
               std::back_inserter(mentions));
    into.mentions = std::move(mentions);
}

} // namespace timeloom
