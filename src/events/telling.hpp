// Makes event mentions of the drafts that were chosen.
#pragma once

#include "events/draft.hpp"

#include <span>
#include <vector>

namespace timeloom {

/// Appends one mention a draft, each with its clause, time, factuality, holders and, for a condition, what
/// hangs on it. `speaker` is the mention of whoever is quoted, or none.
void tell(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
          const Discourse& discourse, std::uint32_t speaker, std::span<const Draft> drafts,
          std::vector<EventMention>& mentions);

} // namespace timeloom
