// Finds expressions among pieces: every match of the automaton, then the best that do not overlap.
#pragma once

#include "time/rules.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace timeloom::timing {

/// An expression found: pieces [begin, end) and what they say.
struct FoundTimex {
    std::size_t begin = 0;
    std::size_t end = 0;
    Reading reading;
};

/// A match of a rule: pieces [begin, end) hold its expressions, [match_begin, match_end) also the words
/// around that it asks for.
struct Match {
    std::uint32_t begin, end, match_begin, match_end;
    std::uint32_t rule;
    bool denied; ///< by a rule that says: this is no time
};

/// The expressions of a text. Linear in the number of pieces: a match is as long as a pattern at most.
class TimexFinder {
  public:
    /// All must outlive this object.
    TimexFinder(const std::vector<Piece>& pieces, const TimeRules& rules, std::string_view text);

    std::size_t matches() const { return matches_.size(); } ///< most of them are one expression
    /// Calls `found` for each expression, in text order, not overlapping.
    void each(const std::function<void(const FoundTimex&)>& found) const;

  private:
    const std::vector<Piece>& pieces_;
    const TimeRules& rules_;
    std::vector<Match> matches_;

    /// Keys, sorted, of the words of time that the text shows to be names: "Theresa May", "Mrs. May".
    std::vector<std::uint64_t> names_met() const;
    /// Such a word alone, and no "in" before it: the "May" of "a spokesman for May".
    bool is_name_again(const Match& match, const std::vector<std::uint64_t>& names) const;
};

} // namespace timeloom::timing
