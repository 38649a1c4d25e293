// Who a predicate is told of when its clause does not say so.
#pragma once

#include "events/draft.hpp"

namespace timeloom {

/// Gives a draft the subject that it leaves unsaid: in a quotation the speaker, else whoever was spoken of
/// last. Only where no name is bound at all, or where the language drops subjects and this verb has none.
void add_topic(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
               std::uint32_t speaker, Draft& draft);

} // namespace timeloom
