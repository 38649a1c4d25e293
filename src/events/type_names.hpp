// What the tables call the types of entities that a role or a slot accepts.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timeloom {

/// "person", "actor" (whoever acts), "any" as bits 1 << EntityType; none for a word that names no type.
std::optional<std::uint8_t> entity_types(std::string_view name);

} // namespace timeloom
