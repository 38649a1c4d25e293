// Which mentions tell the news of an article, and which tell it as fact.
#pragma once

#include "events/event.hpp"

namespace timeloom {

inline bool told_as_fact(const EventMention& mention) {
    return mention.polarity == Polarity::positive &&
           (mention.modality == Modality::asserted || mention.modality == Modality::reported);
}

/// In the title, or in the first prose sentences.
inline bool in_lead(const DocumentReading& reading, const EventMention& mention) {
    constexpr std::uint32_t lead_sentences = 3;
    const auto& sentences = reading.document.sentences;
    std::uint32_t prose = 0;
    for (std::uint32_t s = 0; s < sentences.size() && prose <= lead_sentences; ++s) {
        prose += sentences[s].kind == SentenceKind::prose;
        if (s == mention.sentence)
            return prose <= lead_sentences &&
                   (sentences[s].kind == SentenceKind::title || sentences[s].kind == SentenceKind::prose);
    }
    return false;
}

} // namespace timeloom
