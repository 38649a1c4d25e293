// Makes event mentions of the drafts that were chosen.
#pragma once

#include "events/draft.hpp"
#include "events/sayings.hpp"

#include <span>
#include <vector>

namespace timeloom {

/// Appends one mention a draft, each with its clause, time, factuality, holders and, for a condition, what
/// hangs on it. `speaker` is whoever is quoted, or nobody.
void tell(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
          const Discourse& discourse, const Sayings& sayings, const Speaker& speaker,
          std::span<const Draft> drafts, std::vector<EventMention>& mentions);

/// The form in which a mention tells who says so.
Attribution attribution_of(const ReadingContext& context, const Speaker& speaker);

} // namespace timeloom
