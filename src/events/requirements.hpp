// Whether the arguments of a trigger are what a row of events.tsv asks for (its flags `if=`).
#pragma once

#include "events/draft.hpp"

namespace timeloom {

/// The words that stand in a slot ("A", "B", a class of prepositions) of a draft's trigger, whether they name
/// somebody or not; none without a tree.
std::vector<std::uint32_t> words_in(const ReadingContext& context, const SentenceView& view,
                                    const Draft& draft, std::string_view slot);

/// Whether a common noun of one of the classes stands in a slot ("killing two people"); what only counts
/// gives way to what it counts.
bool has_noun(const ReadingContext& context, const SentenceView& view, const Draft& draft,
              std::string_view slot, NounClassBits classes);

bool meets(const ReadingContext& context, const SentenceView& view, const Draft& draft,
           const Requirement& requirement);

} // namespace timeloom
