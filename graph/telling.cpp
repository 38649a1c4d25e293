#include "graph/telling.hpp"

#include "graph/days.hpp"
#include "graph/lead.hpp"

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

/// When an event without a date of its own must have been: what a lead tells as past is news.
DayBounds news_days(const DocumentReading& reading, const EventMention& mention, const DayBounds& published) {
    constexpr date::days fresh{21};
    if (mention.time != no_index || mention.kind != EventKind::event || mention.tense != ClauseTense::past ||
        !published.earliest || !told_as_fact(mention) || !in_lead(reading, mention))
        return {};
    return {*published.earliest - fresh, published.latest};
}

/// What an event is compared by is bounded, however often it is told.
template <class Item>
void remember(std::vector<Item>& known, const std::vector<Item>& more) {
    constexpr std::size_t most = 256;
    for (const auto& item : more)
        if (known.size() < most && std::find(known.begin(), known.end(), item) == known.end())
            known.push_back(item);
}

} // namespace

EventKind kind_of(const DocumentReading& reading, const EventMention& mention) {
    if (mention.time == no_index || !reading.times[mention.time].resolved)
        return mention.kind;
    const auto& days = reading.times[mention.time].bounds;
    if (mention.time_relation == TimeRelation::until || mention.time_relation == TimeRelation::since)
        return EventKind::state;
    const bool short_time = days.earliest && days.latest && *days.latest - *days.earliest <= date::days(31);
    const bool happened = mention.time_relation == TimeRelation::at && short_time &&
                          (mention.tense == ClauseTense::past || mention.tense == ClauseTense::future);
    return happened && !mention.begins && !mention.ends ? EventKind::event : mention.kind;
}

FillerMatch compare_fillers(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const auto x = *i, y = *j;
        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
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

bool same_words(const Telling& a, const Telling& b) {
    return std::find_first_of(a.clauses.begin(), a.clauses.end(), b.clauses.begin(), b.clauses.end()) !=
           a.clauses.end();
}

std::vector<std::uint32_t> core_of(const Collection& collection, const FusedEntities& entities,
                                   const Frames& frames, std::uint32_t document, std::uint32_t index) {
    const auto& mention = collection.readings[document].events[index];
    const auto& identity = frames[mention.frame].identity;
    std::vector<std::uint32_t> core;
    for (const auto& participant : mention.participants)
        if (const auto* local = std::get_if<std::uint32_t>(&participant.filler);
            local && std::find(identity.begin(), identity.end(), participant.role) != identity.end())
            core.push_back(entities.of[collection.entity_number(document, *local)]);
    std::sort(core.begin(), core.end());
    core.erase(std::unique(core.begin(), core.end()), core.end());
    return core;
}

Telling telling_of(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                   const DayBounds& published, std::uint32_t document, std::uint32_t index) {
    const auto& reading = collection.readings[document];
    const auto& mention = reading.events[index];
    Telling out;
    out.frame = mention.frame;
    out.kind = kind_of(reading, mention);
    out.document = document;
    out.triggers = {mention.trigger_lemma};
    out.published = published;
    for (const auto& participant : mention.participants)
        if (const auto* amount = std::get_if<SharedAmount>(&participant.filler))
            out.amounts.emplace_back((*amount)->unit, (*amount)->number);
    out.core = core_of(collection, entities, frames, document, index);
    out.over = out.kind == EventKind::state &&
               (mention.ends || mention.tense == ClauseTense::past || mention.polarity == Polarity::negative);
    out.still = out.kind == EventKind::state && !out.over && mention.polarity == Polarity::positive &&
                (mention.tense == ClauseTense::present || mention.tense == ClauseTense::future);
    out.when = stated_days(reading, mention);
    out.news = news_days(reading, mention, out.published);
    out.mentions = {collection.mention_number(document, index)};
    return out;
}

void absorb(Telling& into, const Telling& other) {
    std::vector<std::uint32_t> core;
    std::set_union(into.core.begin(), into.core.end(), other.core.begin(), other.core.end(),
                   std::back_inserter(core));
    into.core = std::move(core);
    std::vector<std::string_view> triggers;
    std::set_union(into.triggers.begin(), into.triggers.end(), other.triggers.begin(), other.triggers.end(),
                   std::back_inserter(triggers));
    into.triggers = std::move(triggers);
    narrow(into.when, other.when);
    narrow(into.news, other.news);
    into.document = other.document;
    into.alike = std::max(into.alike, other.alike);
    remember(into.clauses, other.clauses);
    into.over = into.over || other.over;
    into.still = into.still || other.still;
    remember(into.amounts, other.amounts);
    into.mentions.insert(into.mentions.end(), other.mentions.begin(), other.mentions.end());
}

} // namespace timeloom
