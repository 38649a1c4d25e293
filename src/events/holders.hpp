// Who says so: the subject of a verb of saying, or the source behind "according to".
#pragma once

#include "events/draft.hpp"

#include <span>

namespace timeloom {

/// A noun as a source: whom it names, else its own words with what belongs to them; nobody for any other
/// word.
Speaker speaker_at(const ReadingContext& context, const SentenceView& view, std::uint32_t noun);

/// Who says what the verb of saying or the phrase of a source that begins at `word` tells; nobody where that
/// is left open.
Speaker holder_at(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                  std::span<const Draft> drafts, std::uint32_t word);

/// "accuses Arvo of having lied": takes the accuser, where only nearness made them take part, out of what the
/// accused are said to have done; and drops that where nothing else is known of it.
void spare_accusers(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                    std::vector<Draft>& drafts);

} // namespace timeloom
