// What a sentence takes for granted while it denies, plans or doubts the rest: presupposition, which holds
// under negation and modals too.
#pragma once

#include "events/draft.hpp"

namespace timeloom {

/// Takes back the doubts of the rest of the sentence about what is taken for granted: "could close after *the
/// resignation*", "nobody was hurt in *the crash*", "did not name the man *arrested* by police", "declined to
/// comment on *the sale*". Judgements are changed.
void grant(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
           std::vector<Draft>& drafts);

} // namespace timeloom
