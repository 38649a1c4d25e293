// The names of entity types, as tables and outputs spell them.
#pragma once

#include "entities/entity.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace timeloom {

inline constexpr std::array<std::string_view, 7> entity_type_spellings = {
    "organization", "person", "place", "product", "project", "work", "other"};

constexpr std::string_view name_of(EntityType type) {
    return entity_type_spellings[static_cast<std::size_t>(type)];
}

constexpr std::optional<EntityType> entity_type(std::string_view name) {
    for (std::size_t i = 0; i < entity_type_spellings.size(); ++i)
        if (entity_type_spellings[i] == name)
            return static_cast<EntityType>(i);
    return std::nullopt;
}

/// "organization, person, …" for messages.
inline std::string entity_type_names() {
    std::string out;
    for (const auto name : entity_type_spellings)
        out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

} // namespace timeloom
