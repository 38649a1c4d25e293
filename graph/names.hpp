// The words that outputs use for the enumerations of the timeline, both ways.
#pragma once

#include "events/frames.hpp"
#include "graph/timeline.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace timeloom {

/// The names of an enumeration, in the order of its values.
template <class E>
struct Names;

template <>
struct Names<EntityType> {
    static constexpr std::array<std::string_view, 7> all{"organization", "person", "place", "product",
                                                         "project",      "work",   "other"};
};
template <>
struct Names<EventKind> {
    static constexpr std::array<std::string_view, 2> all{"event", "state"};
};
template <>
struct Names<Modality> {
    static constexpr std::array<std::string_view, 5> all{"asserted", "reported", "possible", "conditional",
                                                         "planned"};
};
template <>
struct Names<Polarity> {
    static constexpr std::array<std::string_view, 2> all{"positive", "negative"};
};
template <>
struct Names<Tier> {
    static constexpr std::array<std::string_view, 4> all{"path", "repaired", "position", "nearest"};
};
template <>
struct Names<Basis> {
    static constexpr std::array<std::string_view, 3> all{"given", "stated", "inferred"};
};
template <>
struct Names<TimelineTime::From> {
    static constexpr std::array<std::string_view, 3> all{"stated", "inferred", "published"};
};
template <>
struct Names<RelationType> {
    static constexpr std::array<std::string_view, 8> all{
        "before", "during", "overlaps", "ends", "causes", "condition_of", "supersedes", "contradicts"};
};
template <>
struct Names<TimelineConflict::Kind> {
    static constexpr std::array<std::string_view, 3> all{"time", "participant", "polarity"};
};
template <class E>
constexpr std::string_view word_for(E value) {
    return Names<E>::all[static_cast<std::size_t>(value)];
}

template <class E>
std::optional<E> value_of(std::string_view word) {
    for (std::size_t i = 0; i < Names<E>::all.size(); ++i)
        if (Names<E>::all[i] == word)
            return static_cast<E>(i);
    return std::nullopt;
}

inline std::string_view word_for(Role role) {
    return name_of(role);
}
template <>
inline std::optional<Role> value_of<Role>(std::string_view word) {
    return role_named(word);
}

} // namespace timeloom
