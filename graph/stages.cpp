#include "graph/stages.hpp"

#include "graph/lead.hpp"
#include "graph/stated_time.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <tuple>

namespace timeloom {

bool dates_itself(const Collection& collection, std::span<const DayBounds> published, std::uint32_t number) {
    const auto [d, mention] = collection.mention(number);
    const auto& reading = collection.readings[d];
    return is_dated(reading, *mention) && mention->time_relation == TimeRelation::at &&
           !of_what_follows(reading, published[d], *mention) &&
           !borrows_date(reading, number - collection.first_mention[d]);
}

std::optional<DayBounds> day_done(const Collection& collection, std::span<const DayBounds> published,
                                  const Frames& frames, std::span<const std::uint32_t> mentions) {
    if (mentions.size() < 2 || std::ranges::none_of(mentions, [&](std::uint32_t number) {
            return takes_long(frames[collection.mention(number).second->frame]);
        }))
        return {};
    std::optional<DayBounds> done;
    bool is_done = false, differ = false;
    for (const auto number : mentions) {
        const auto [d, mention] = collection.mention(number);
        if (!dates_itself(collection, published, number))
            continue;
        const auto& days = collection.readings[d].times[mention->time].bounds;
        if (!days.earliest || !days.latest)
            continue;
        const bool past = told_as_fact(*mention) && has_happened(*mention);
        differ = differ || (done && !intersect(*done, days));
        if (!done || std::tie(past, days.latest) > std::tie(is_done, done->latest)) {
            done = days;
            is_done = past;
        }
    }
    return differ || is_done ? done : std::nullopt;
}

} // namespace timeloom
