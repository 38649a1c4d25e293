// What reading a document needs: the document with its times and entities, and the tables of its language.
#pragma once

#include "events/binding_context.hpp"
#include "events/factuality.hpp"

#include <span>

namespace timeloom {

/// All references must outlive it.
struct ReadingContext {
    const Document& document;
    std::span<const Timex> times;
    const DocumentEntities& entities;
    const Lexicon& lexicon;
    const WordClasses& classes;
    const Frames& frames;
    const Constructions& constructions;
    const CueTable& cues;

    BindingContext binding(const SentenceView& view) const {
        return {view, entities, lexicon, classes, frames, constructions};
    }
    /// Of a mention's entity.
    EntityType type_of(std::uint32_t mention) const {
        return entities.entities[entities.mentions[mention].entity].type;
    }
};

} // namespace timeloom
