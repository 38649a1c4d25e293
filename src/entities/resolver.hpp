// From names to entities: which names of a document mean the same, and which are names at all.
#pragma once

#include "entities/spotter.hpp"

#include <string>
#include <vector>

namespace timeloom {

/// An entity of the document, with the pieces that name it.
struct NamedEntity {
    std::string name;
    std::uint32_t known = unknown_entity;
    TypeVotes votes{};
    std::uint32_t owner = unknown_entity;
    EntityType type() const;
    std::uint16_t evidence() const; ///< weight of what speaks for type()
};

struct NameMention {
    std::uint32_t first = 0, end = 0; ///< pieces
    std::uint32_t entity = 0;
    bool nested = false;
    bool short_form = false;
};

struct NamedEntities {
    std::vector<NamedEntity> entities; ///< by first mention
    std::vector<NameMention> mentions; ///< by first piece, longer first
};

/// Candidates must be weighed (weigh_types).
NamedEntities resolve_names(const SpotterText& reading, std::vector<Candidate> candidates);

} // namespace timeloom
