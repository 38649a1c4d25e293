#include "events/type_names.hpp"

#include "entities/entity.hpp"

#include <algorithm>
#include <iterator>

namespace timeloom {

namespace {

constexpr std::uint8_t bit(EntityType type) {
    return std::uint8_t(1U << unsigned(type));
}

struct TypeName {
    std::string_view name;
    std::uint8_t types;
};
constexpr TypeName type_names[] = {
    {"organization", bit(EntityType::organization)},
    {"person", bit(EntityType::person)},
    {"place", bit(EntityType::place)},
    {"product", bit(EntityType::product)},
    {"project", bit(EntityType::project)},
    {"work", bit(EntityType::work)},
    {"other", bit(EntityType::other)},
    {"actor", bit(EntityType::organization) | bit(EntityType::person) | bit(EntityType::place) |
                  bit(EntityType::other)},
    {"any", 0xFF},
};

} // namespace

std::optional<std::uint8_t> entity_types(std::string_view name) {
    const auto* known = std::ranges::find(type_names, name, &TypeName::name);
    if (known == std::end(type_names))
        return std::nullopt;
    return known->types;
}

} // namespace timeloom
