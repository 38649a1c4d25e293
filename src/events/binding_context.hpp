// What binding knows of the document and the language.
#pragma once

#include "events/constructions.hpp"
#include "events/frames.hpp"
#include "events/lexicon.hpp"
#include "events/sentence.hpp"

namespace timeloom {

/// All references must outlive it.
struct BindingContext {
    const SentenceView& view;
    const DocumentEntities& entities;
    const Lexicon& lexicon;
    const WordClasses& classes;
    const Frames& frames;
    const Constructions& constructions;
};

} // namespace timeloom
