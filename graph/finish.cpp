#include "graph/finish.hpp"

#include "graph/days.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace timeloom {

namespace {

/// How often an entity that does nothing must be named to be worth a node.
constexpr std::size_t enough_mentions = 2;

/// Calls `visit` on every index of an entity that the timeline holds.
template <class Visit>
void for_each_entity_index(Timeline& timeline, Visit visit) {
    for (auto& event : timeline.events) {
        for (auto& participant : event.participants)
            if (participant.entity != no_index)
                visit(participant.entity);
        for (auto& said : event.attribution)
            if (said.entity != no_index)
                visit(said.entity);
        for (auto& mention : event.mentions)
            for (auto& said : mention.attribution)
                if (said.entity != no_index)
                    visit(said.entity);
    }
}

/// The place of each of `count` items when item order[i] comes to stand at i.
std::vector<std::uint32_t> places_of(const std::vector<std::uint32_t>& order, std::size_t count) {
    std::vector<std::uint32_t> place(count, no_index);
    for (std::uint32_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    return place;
}

/// Moves every item to its place, in place: a second list of events would be the largest thing in memory.
template <class Item>
void permute(std::vector<Item>& items, std::vector<std::uint32_t> place) {
    for (std::uint32_t i = 0; i < items.size(); ++i)
        while (place[i] != i) {
            const auto to = place[i];
            std::swap(items[i], items[to]);
            std::swap(place[i], place[to]);
        }
}

std::vector<std::uint32_t> identity_order(std::size_t count) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    return order;
}

} // namespace

void drop_unused_entities(Timeline& timeline) {
    std::vector<bool> used(timeline.entities.size());
    for_each_entity_index(timeline, [&](std::uint32_t& entity) { used[entity] = true; });
    std::vector<std::uint32_t> kept;
    for (std::uint32_t e = 0; e < timeline.entities.size(); ++e)
        if (used[e] || timeline.entities[e].mentions.size() >= enough_mentions)
            kept.push_back(e);
    const auto place = places_of(kept, timeline.entities.size());
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (kept[i] != i)
            timeline.entities[i] = std::move(timeline.entities[kept[i]]);
    timeline.entities.resize(kept.size());
    for_each_entity_index(timeline, [&](std::uint32_t& entity) { entity = place[entity]; });
}

void sort_timeline(Timeline& timeline) {
    auto order = identity_order(timeline.entities.size());
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return timeline.entities[a].id < timeline.entities[b].id; });
    const auto entities = places_of(order, order.size());
    permute(timeline.entities, entities);
    for_each_entity_index(timeline, [&](std::uint32_t& entity) { entity = entities[entity]; });

    // The first day that is known of an event, whether proved or only said; what has none comes last.
    std::vector<std::pair<bool, Day>> start;
    start.reserve(timeline.events.size());
    for (const auto& event : timeline.events) {
        const auto& time = event.time;
        const auto said = bounds_of(time.edtf);
        std::optional<Day> day;
        for (const auto& known : {time.start.earliest, said.earliest, time.start.latest, said.latest,
                                  time.end.earliest, time.end.latest})
            if (!day)
                day = known;
        start.emplace_back(!day, day.value_or(Day{}));
    }
    order = identity_order(timeline.events.size());
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return std::tie(start[a], timeline.events[a].id) < std::tie(start[b], timeline.events[b].id);
    });
    const auto events = places_of(order, order.size());
    permute(timeline.events, events);
    for (auto& relation : timeline.relations) {
        relation.from = events[relation.from];
        relation.to = events[relation.to];
    }
    for (auto& conflict : timeline.conflicts)
        for (auto& event : conflict.about)
            event = events[event];
}

} // namespace timeloom
