// How articles tell: which mentions are their news, and which are told as fact.
#pragma once

#include "events/event.hpp"

#include <optional>
#include <string>

namespace timeloom {

/// How a document is called in reasons: by its title, else by its file.
inline std::string name_of_document(const std::string& title, const std::string& uri) {
    return title.empty() ? uri.substr(uri.rfind('/') + 1) : "\"" + title + "\"";
}

inline bool told_as_fact(const EventMention& mention) {
    return mention.polarity == Polarity::positive &&
           (mention.modality == Modality::asserted || mention.modality == Modality::reported);
}

/// Told as done: in the past, or as what the present speaks of ("the takeover marks an era").
inline bool has_happened(const EventMention& mention) {
    return mention.kind == EventKind::event &&
           (mention.tense == ClauseTense::past ||
            (mention.tense == ClauseTense::present && mention.modality == Modality::asserted));
}

constexpr std::uint32_t lead_sentences = 3;

/// In the lines above the prose, or in its first sentences.
inline bool in_lead(const DocumentReading& reading, const EventMention& mention,
                    std::uint32_t first = lead_sentences) {
    const auto& sentences = reading.document.sentences;
    std::uint32_t prose = 0;
    for (std::uint32_t s = 0; s < sentences.size() && prose <= first; ++s) {
        prose += sentences[s].kind == SentenceKind::prose;
        if (s == mention.sentence)
            return prose == 0 || (prose <= first && sentences[s].kind == SentenceKind::prose);
    }
    return false;
}

/// News is told within a week of what happened, and articles of one story come out within a week of each
/// other.
constexpr date::days news_week{6};

/// The day to which an article dates its news: the latest day, not long before its publication, named for
/// what its lead tells as done; where the lead names none, for what is told right behind it.
std::optional<Day> day_of_news(const DocumentReading& reading);

} // namespace timeloom
