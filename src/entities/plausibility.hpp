// Which of the names that were spotted are names at all.
#pragma once

#include "entities/name_groups.hpp"

namespace timeloom {

/// Confirms the groups that the document bears out. A known name that is a common word too, and is not borne
/// out, loses what is known of it and must convince as an unknown one.
void confirm_names(NameGroups& names);

/// Adds the votes of the learned judge to unknown names of one word that are no short form of another name:
/// what they are short for would tell more.
void judge_single_words(NameGroups& names);

} // namespace timeloom
