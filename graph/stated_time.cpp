#include "graph/stated_time.hpp"

#include "graph/lead.hpp"
#include "graph/telling.hpp"

namespace timeloom {

bool is_dated(const DocumentReading& reading, const EventMention& mention) {
    if (mention.time == no_index)
        return false;
    const auto& time = reading.times[mention.time];
    return time.resolved && (time.bounds.earliest || time.bounds.latest);
}

bool of_what_follows(const DocumentReading& reading, const DayBounds& published,
                     const EventMention& mention) {
    const auto& days = reading.times[mention.time].bounds;
    return mention.time_relation != TimeRelation::at && kind_of(reading, mention) == EventKind::event &&
           mention.tense == ClauseTense::past && told_as_fact(mention) && published.latest && days.earliest &&
           *days.earliest >= *published.latest && days.latest != published.latest;
}

bool is_gone(const DocumentReading& reading, const DayBounds& published, const EventMention& mention) {
    if (!is_dated(reading, mention) || mention.time_relation != TimeRelation::at)
        return false;
    const auto& days = reading.times[mention.time].bounds;
    return days.latest && published.earliest && *days.latest < *published.earliest;
}

bool is_ahead(const DocumentReading& reading, const DayBounds& published, const EventMention& mention,
              bool to_come) {
    if (!is_dated(reading, mention) || mention.time_relation == TimeRelation::after ||
        (!to_come && mention.tense == ClauseTense::past))
        return false;
    const auto& days = reading.times[mention.time].bounds;
    return days.latest && published.earliest && published.latest && *days.latest > *published.latest &&
           (to_come || (days.earliest && *days.earliest >= *published.earliest));
}

} // namespace timeloom
