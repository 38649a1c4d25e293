#include "graph/lead.hpp"

#include "graph/days.hpp"

namespace timeloom {

std::optional<Day> day_of_news(const DocumentReading& reading) {
    std::optional<Day> out;
    const auto published = bounds_of(reading.document.published.edtf);
    if (!published.earliest || !published.latest)
        return out;
    for (const auto& mention : reading.events) {
        if (mention.time == no_index || mention.time_relation != TimeRelation::at || !told_as_fact(mention) ||
            mention.tense == ClauseTense::future || !in_lead(reading, mention))
            continue;
        const auto& days_named = reading.times[mention.time].bounds;
        if (days_named.earliest && days_named.earliest == days_named.latest &&
            (!out || *days_named.earliest > *out) &&
            *published.earliest - news_week <= *days_named.earliest &&
            *days_named.earliest <= *published.latest)
            out = days_named.earliest;
    }
    return out;
}

} // namespace timeloom
