// Words that stand for an entity named elsewhere: "the company", "both firms", "the ChatGPT maker", "its",
// "the president".
//
// Each is resolved by type, number and salience among what was named before it; what stays in doubt is left
// alone.
#pragma once

#include "entities/institutions.hpp"
#include "entities/resolver.hpp"

#include <vector>

namespace timeloom {

struct Reference {
    std::uint32_t first = 0, end = 0; ///< pieces
    std::uint32_t entity = 0;         ///< into NamedEntities::entities
    MentionKind kind = MentionKind::description;
    bool group = false; ///< one of several that the same words stand for
};

/// May add to names.entities an owner or institution that is only described ("the iPhone maker").
std::vector<Reference> find_references(const SpotterText& reading, const Institutions& institutions,
                                       NamedEntities& names);

} // namespace timeloom
