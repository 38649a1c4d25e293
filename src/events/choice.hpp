// Which drafts of a sentence become mentions.
#pragma once

#include "events/draft.hpp"
#include "events/sayings.hpp"

#include <vector>

namespace timeloom {

/// Keeps the drafts that tell most of their clause: a clause seldom tells more than two things. In text order
/// of their triggers; one without any name takes whoever was spoken of last.
void choose(const ReadingContext& context, const SentenceView& view, const Discourse& discourse,
            std::uint32_t speaker, std::vector<Draft>& drafts);

/// Drops what a noun in quotation marks tells that somebody only calls a thing by: "spoke of “a defeat”",
/// "denounced “a massacre”".
void drop_epithets(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                   std::vector<Draft>& drafts);

/// Drops what a relative clause in the present says of a plain noun by a verb that tells little by itself:
/// "an app that lets people film", "the data that they use" are what a thing is like, and no event; "a deal
/// that adds a plant" tells what the deal does. Drafts are judged.
void drop_traits(const ReadingContext& context, const SentenceView& view, std::span<const Trigger> triggers,
                 std::vector<Draft>& drafts);

} // namespace timeloom
