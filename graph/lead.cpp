#include "graph/lead.hpp"

#include "graph/days.hpp"

namespace timeloom {

namespace {

/// The latest day near its publication that the first sentences of an article tell of as done.
std::optional<Day> latest_day(const DocumentReading& reading, const DayBounds& published,
                              std::uint32_t sentences) {
    std::optional<Day> out;
    for (const auto& mention : reading.events) {
        if (mention.time == no_index || mention.time_relation != TimeRelation::at || !told_as_fact(mention) ||
            mention.tense == ClauseTense::future || !in_lead(reading, mention, sentences))
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

} // namespace

std::optional<Day> day_of_news(const DocumentReading& reading) {
    constexpr std::uint32_t behind_lead = lead_sentences + 2;
    const auto published = bounds_of(reading.document.published.edtf);
    if (!published.earliest || !published.latest)
        return {};
    const auto day = latest_day(reading, published, lead_sentences);
    return day ? day : latest_day(reading, published, behind_lead);
}

} // namespace timeloom
