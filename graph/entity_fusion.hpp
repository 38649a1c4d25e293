// One entity for each real thing, over documents and languages.
//
// Local entities that the world table knows go by their row; the others by their name without case, accents,
// punctuation and legal form. A short form or acronym that some document gives beside the full name ("AGI",
// "Altman") carries over to the documents that use it alone, as long as only one entity claims it. Entities
// of one name but of different nature (a person and a place) stay apart where each side has evidence of its
// own.
#pragma once

#include "entities/world.hpp"
#include "graph/collection.hpp"

#include <string>
#include <vector>

namespace timeloom {

struct FusedEntity {
    EntityType type = EntityType::other;
    std::uint32_t known = unknown_entity; ///< row of World
    std::string name;                     ///< canonical: World's, else the one that most documents use
    std::string key;                      ///< what it is told apart by; unique
    std::vector<std::string> aliases;     ///< other names seen, sorted
};

struct FusedEntities {
    std::vector<FusedEntity> entities; ///< sorted by key
    std::vector<std::uint32_t> of;     ///< index into `entities`, by entity number of the collection
};

FusedEntities fuse_entities(const Collection& collection, const World& world);

} // namespace timeloom
