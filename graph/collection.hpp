// The readings of a run in their final order. Local entities and mentions get numbers that run over all
// documents, so that fusion can work on flat arrays.
#pragma once

#include "events/event.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace timeloom {

struct Collection {
    std::vector<DocumentReading> readings; ///< sorted by document id, one a document
    std::vector<std::uint32_t>
        first_entity; ///< number of each document's first local entity; one more at the end
    std::vector<std::uint32_t> first_mention; ///< the same for event mentions
    std::vector<std::uint32_t> document_of;   ///< by number of the mention

    std::uint32_t entity_number(std::uint32_t document, std::uint32_t local) const {
        return first_entity[document] + local;
    }
    std::uint32_t mention_number(std::uint32_t document, std::uint32_t index) const {
        return first_mention[document] + index;
    }
    /// The document of a mention, and the mention.
    std::pair<std::uint32_t, const EventMention*> mention(std::uint32_t number) const {
        const auto d = document_of[number];
        return {d, &readings[d].events[number - first_mention[d]]};
    }
    std::uint32_t entity_count() const { return first_entity.back(); }
    std::uint32_t mention_count() const { return first_mention.back(); }
};

/// Sorts by document id; of two readings with one id (the same article given twice) the one with the lesser
/// uri stays.
Collection collect(std::vector<DocumentReading> readings);

} // namespace timeloom
