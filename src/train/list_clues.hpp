// The candidates for names in labelled sentences, with their clues: what tools/learn_name_clues.py learns
// from.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace timeloom {

/// A line of `in` is language, sentence and labelled byte spans ("0-8-P,15-20-L"), with tabs between; P, L
/// and O are persons, places and organisations, N is a proper noun of unknown type, and a first span "0-0-U"
/// says that nothing but proper nouns is labelled. A line of `out` is a
/// candidate that the spotter finds there: language; its label ("-" for none, "u" for no proper noun, "x"
/// when it overlaps another span); what it is ("doubtful", "nested"); the type of which the world tables know
/// it, or "-"; the votes for each type; its clues, a cell each, those that tell nothing in other languages
/// with "*" before. Throws InputError for a line that is cut short.
void list_clues(std::istream& in, std::ostream& out, const std::filesystem::path& data);

} // namespace timeloom
