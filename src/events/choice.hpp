// Which drafts of a sentence become mentions.
#pragma once

#include "events/draft.hpp"

#include <vector>

namespace timeloom {

/// Keeps the drafts that tell most of their clause: a clause seldom tells more than two things. In text order
/// of their triggers; one without any name takes whoever was spoken of last.
void choose(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
            std::uint32_t speaker, std::vector<Draft>& drafts);

} // namespace timeloom
