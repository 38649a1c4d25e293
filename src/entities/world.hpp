// What the program knows of the world: well-known organisations, people, places, products (languages/world/*.tsv).
#pragma once

#include "entities/entity.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

struct KnownEntity {
    std::string name;     ///< canonical English or own name
    EntityType type = EntityType::other;
    std::string wikidata; ///< "Q2283"; "" when no source gives it
    std::uint32_t owner = unknown_entity; ///< row of the maker or owner (Azure → Microsoft)
    std::uint8_t prominence = 3;          ///< 1 the most prominent; decides between homonyms
};

/// Immutable after construction; may be shared by threads.
class World {
  public:
    explicit World(const std::filesystem::path& data);
    ~World();
    World(World&&) noexcept;

    const KnownEntity& operator[](std::uint32_t row) const { return entities_[row]; }
    std::span<const KnownEntity> entities() const { return entities_; }

  private:
    friend class EntityFinder;
    struct Names;
    std::vector<KnownEntity> entities_;
    std::unique_ptr<const Names> names_;
};

} // namespace timeloom
