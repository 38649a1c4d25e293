// Names in quotation marks: titles of works, ships.
#pragma once

#include "entities/name_looks.hpp"

namespace timeloom {

/// A title in quotation marks that begins at piece i behind the noun that tells what it is: "her film »Salt
/// and Snow«", "the ferry 'Ostara'".
struct QuotedName {
    std::size_t end = 0; ///< piece behind its last; 0 when there is none
    EntityType type = EntityType::work;
};
QuotedName quoted_name(const NameLooks& looks, std::size_t i);

} // namespace timeloom
