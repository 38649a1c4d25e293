#include "graph/relations.hpp"

#include "base/digest.hpp"
#include "graph/days.hpp"
#include "graph/lead.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace timeloom {

namespace {

/// Participants of an event that are paired at the most; longer lists (members, candidates) are no pairs.
constexpr std::size_t most_participants = 6;
/// States of one pair that events are held against.
constexpr std::size_t most_states = 8;
/// Two sources agree on an amount when they differ by no more than rounding.
constexpr double rounding = 0.05;

constexpr std::array<std::string_view, 8> names = {"before", "during",       "overlaps",   "ends",
                                                   "causes", "condition_of", "supersedes", "contradicts"};

bool is_fact(const TimelineEvent& event) {
    return event.polarity == Polarity::positive &&
           (event.modality == Modality::asserted || event.modality == Modality::reported);
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Pair> pairs_of(const TimelineEvent& event) {
    std::vector<std::uint32_t> who;
    for (const auto& participant : event.participants)
        if (participant.entity != no_index && participant.role != Role::place)
            who.push_back(participant.entity);
    std::sort(who.begin(), who.end());
    who.erase(std::unique(who.begin(), who.end()), who.end());
    std::vector<Pair> out;
    if (who.size() <= most_participants)
        for (std::size_t i = 0; i < who.size(); ++i)
            for (std::size_t j = i + 1; j < who.size(); ++j)
                out.emplace_back(who[i], who[j]);
    return out;
}

/// Of two states, the one that provably begins first and ends first while the other holds already.
void relate_states(Timeline& timeline, std::uint32_t a, std::uint32_t b) {
    const auto &first = timeline.events[a].time, &second = timeline.events[b].time;
    if (second.start.earliest && first.end.latest && *first.start.latest < *second.start.earliest &&
        *second.start.latest <= *first.end.earliest && *first.end.latest < *second.end.earliest)
        relate(timeline, a, b, RelationType::overlaps,
               "both hold from " + edtf_day(*second.start.latest) + " to " + edtf_day(*first.end.earliest) +
                   " at least");
}

/// Events and states of one pair, the events by day.
void relate_pair(Timeline& timeline, std::vector<std::uint32_t>& events,
                 const std::vector<std::uint32_t>& states) {
    const auto& all = timeline.events;
    std::sort(events.begin(), events.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(*all[a].time.start.earliest, *all[a].time.end.latest, all[a].id) <
               std::tie(*all[b].time.start.earliest, *all[b].time.end.latest, all[b].id);
    });
    for (std::size_t i = 1; i < events.size(); ++i) {
        const auto &a = all[events[i - 1]].time, &b = all[events[i]].time;
        if (*a.end.latest < *b.start.earliest)
            relate(timeline, events[i - 1], events[i], RelationType::before,
                   "over by " + edtf_day(*a.end.latest) + ", the other not before " +
                       edtf_day(*b.start.earliest));
    }
    const auto few = std::min(states.size(), most_states);
    for (std::size_t s = 0; s < few; ++s)
        for (std::size_t other = 0; other < few; ++other)
            if (s != other)
                relate_states(timeline, states[s], states[other]);
    for (std::size_t s = 0; s < few; ++s)
        for (const auto e : events) {
            const auto &state = all[states[s]].time, &event = all[e].time;
            if (*state.start.latest <= *event.start.earliest && *event.end.latest <= *state.end.earliest)
                relate(timeline, e, states[s], RelationType::during,
                       "the state holds from " + edtf_day(*state.start.latest) + " to " +
                           edtf_day(*state.end.earliest) + " at least");
        }
}

/// What one document gives as the amount of an event: the only one of its unit, without bound.
std::map<std::string, std::map<std::uint32_t, double>> amounts_of(const Collection& collection,
                                                                  std::span<const std::uint32_t> mentions) {
    std::map<std::string, std::map<std::uint32_t, std::set<double>>> told; // unit → document → numbers
    for (const auto number : mentions) {
        const auto [d, mention] = collection.mention(number);
        for (const auto& participant : mention->participants)
            if (participant.amount && participant.amount->bound.empty())
                told[participant.amount->unit][d].insert(participant.amount->number);
    }
    std::map<std::string, std::map<std::uint32_t, double>> out;
    for (const auto& [unit, documents] : told)
        for (const auto& [d, numbers] : documents)
            if (numbers.size() == 1)
                out[unit][d] = *numbers.begin();
    return out;
}

/// "25,000,000,000": for people.
std::string number_text(double number) {
    if (std::fabs(number) >= 1e15 || number != std::floor(number))
        return std::to_string(number);
    auto text = std::to_string(static_cast<long long>(std::fabs(number)));
    for (auto at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return (number < 0 ? "-" : "") + text;
}

std::string title_of(const Timeline& timeline, std::uint32_t d) {
    const auto& document = timeline.documents[d];
    return name_of_document(document.title, document.uri);
}

} // namespace

void relate(Timeline& timeline, std::uint32_t from, std::uint32_t to, RelationType type, std::string why) {
    TimelineRelation relation;
    relation.from = from;
    relation.to = to;
    relation.type = type;
    relation.why.push_back(std::move(why));
    timeline.relations.push_back(std::move(relation));
}

void relate_in_time(Timeline& timeline) {
    std::map<Pair, std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>
        pairs; // → events, states
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
        const auto& event = timeline.events[e];
        if (!is_fact(event))
            continue;
        const auto& time = event.time;
        if (event.kind == EventKind::event && time.start.earliest && time.end.latest)
            for (const auto& pair : pairs_of(event))
                pairs[pair].first.push_back(e);
        if (event.kind == EventKind::state && time.start.latest && time.end.earliest)
            for (const auto& pair : pairs_of(event))
                pairs[pair].second.push_back(e);
    }
    for (auto& [pair, told] : pairs)
        relate_pair(timeline, told.first, told.second);
}

void find_disagreements(Timeline& timeline, const Collection& collection, const FusedEvents& events) {
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
        const auto& event = timeline.events[e];
        if (event.mentions.size() < 2)
            continue;
        const TimelineMention *told = nullptr, *denied = nullptr;
        for (const auto& mention : event.mentions)
            if (mention.modality == Modality::asserted || mention.modality == Modality::reported)
                (mention.polarity == Polarity::positive ? told : denied) = &mention;
        if (event.kind == EventKind::event && told && denied &&
            told->quote.document != denied->quote.document)
            timeline.conflicts.push_back(
                {{e},
                 TimelineConflict::Kind::polarity,
                 {title_of(timeline, told->quote.document) + " tells it: " + std::string(told->quote.text()),
                  title_of(timeline, denied->quote.document) +
                      " denies it: " + std::string(denied->quote.text())}});
        for (const auto& [unit, documents] : amounts_of(collection, events.events[e])) {
            const auto by_number = [](const auto& a, const auto& b) { return a.second < b.second; };
            const auto [least, most] = std::minmax_element(documents.begin(), documents.end(), by_number);
            if (most->second - least->second <= rounding * std::fabs(most->second))
                continue;
            timeline.conflicts.push_back(
                {{e},
                 TimelineConflict::Kind::participant,
                 {title_of(timeline, least->first) + " says " + number_text(least->second) + " " + unit,
                  title_of(timeline, most->first) + " says " + number_text(most->second) + " " + unit}});
        }
    }
}

/// Of what two tellings contradict each other about, the order in time is no fact.
void drop_orders_of_contradictions(Timeline& timeline) {
    const auto ends = [](const TimelineRelation& relation) {
        return std::minmax({relation.from, relation.to});
    };
    std::set<Pair> contradictory;
    for (const auto& relation : timeline.relations)
        if (relation.type == RelationType::contradicts)
            contradictory.insert(ends(relation));
    std::erase_if(timeline.relations, [&](const TimelineRelation& relation) {
        return (relation.type == RelationType::before || relation.type == RelationType::during ||
                relation.type == RelationType::overlaps) &&
               contradictory.contains(ends(relation));
    });
}

void name_relations(Timeline& timeline) {
    drop_orders_of_contradictions(timeline);
    for (auto& relation : timeline.relations)
        relation.id =
            "rel:" + hash_hex(std::string(names[static_cast<std::size_t>(relation.type)]) + "|" +
                              timeline.events[relation.from].id + "|" + timeline.events[relation.to].id);
    auto& all = timeline.relations;
    std::stable_sort(all.begin(), all.end(),
                     [](const TimelineRelation& a, const TimelineRelation& b) { return a.id < b.id; });
    all.erase(std::unique(all.begin(), all.end(),
                          [](const TimelineRelation& a, const TimelineRelation& b) { return a.id == b.id; }),
              all.end());
}

} // namespace timeloom
