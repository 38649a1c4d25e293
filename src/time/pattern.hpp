// Patterns over pieces: how a rule of time-patterns.tsv is written, read, and matched with its slots.
//
//   {month}            a piece of the class "month", bound to the slot of that name
//   {year=year2}       a piece of the class "year2", bound to the slot "year"
//   {:relation}        a piece of the class, bound to nothing
//   week               the word itself; signs stand for themselves
//   \(                 a sign that patterns use
//   [ … ]  ( … | … )   may be absent; one of several
//   < … >              what the expression spans; without it all of the pattern. Several of them make as many
//                      expressions, each with the slots inside it; what one lacks it takes from the last,
//                      then from the first. Two figures of a year ({year2}) are of the first one's century,
//                      and a year that is shared is so that none ends before it begins.
//   @name              a pattern of that name (a row "@name", "= pattern" higher up)
//
// Where no blank stands between two items, none may stand in the text.
#pragma once

#include "base/table.hpp"
#include "time/reading.hpp"
#include "time/vocabulary.hpp"

#include <map>
#include <string>
#include <vector>

namespace timeloom::timing {

struct PatternNode {
    enum class Kind : std::uint8_t { piece, sequence, choice, optional, span } kind = Kind::sequence;
    ClassId id = 0;
    std::optional<Slot> slot;
    bool glued = false; ///< no blank may stand before it
    std::vector<PatternNode> parts;
};

struct Rule {
    PatternNode pattern;
    Reading reading; ///< kind, and the slots that the rule itself fills
    std::size_t line = 0;
    bool has_spans = false; ///< else an expression is all that the pattern covers
};

/// Whether `< … >` stands in the pattern.
bool has_span(const PatternNode& pattern);

using NamedPatterns = std::map<std::string, PatternNode, std::less<>>;

/// Reads the pattern of `row` (first cell). Throws InputError naming file, line and remedy.
PatternNode parse_pattern(const Table& table, const TableRow& row, std::string_view text,
                          Vocabulary& vocabulary, const NamedPatterns& named);

/// One expression inside a match, in pieces.
struct MatchedSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    Reading reading;
};

/// The first way in which `rule` covers pieces [begin, end) exactly. False when there is none.
bool match_rule(const Rule& rule, const Vocabulary& vocabulary, const std::vector<Piece>& pieces,
                std::size_t begin, std::size_t end, std::vector<MatchedSpan>& spans);

} // namespace timeloom::timing
