// The tense around an expression: the nearest cue in its sentence, verbs and endings of the time tables.
#pragma once

#include "text/document.hpp"
#include "time/rules.hpp"

#include <vector>

namespace timeloom::timing {

/// The words that tell tense, or end a clause.
struct TenseClasses {
    explicit TenseClasses(const TimeRules& rules);
    const TimeRules& rules; ///< must outlive this object
    enum Role : std::uint8_t { past = 1, future = 2, clause_end = 4 };
    std::vector<std::uint8_t> roles; ///< by symbol
};

/// The cues of one document. A sentence is read once, when the first of its expressions asks, so that a
/// sentence of nothing but dates costs no more than any other.
class TenseCues {
  public:
    /// All must outlive this object.
    TenseCues(const TenseClasses& classes, const Document& document, const std::vector<Piece>& pieces)
        : classes_(classes), document_(document), pieces_(pieces) {}

    /// The nearest cue in the sentence of pieces [begin, end); one beyond the end of a clause counts as
    /// farther away.
    std::optional<Tense> around(std::size_t begin, std::size_t end);

  private:
    const TenseClasses& classes_;
    const Document& document_;
    const std::vector<Piece>& pieces_;

    static constexpr std::size_t nowhere = SIZE_MAX;
    struct Place {
        std::optional<Tense> tense;
        std::size_t before = nowhere, after = nowhere; ///< nearest cue up to here, from here on
        int clauses = 0;                               ///< clause ends from the sentence's start up to here
    };
    std::size_t first_ = 0;     ///< piece with which the sentence begins that was read last
    std::vector<Place> places_; ///< of its pieces

    void read_sentence(std::size_t at);
    std::optional<Tense> tense_of(std::size_t at) const;
    bool is_in(std::size_t at, TenseClasses::Role role) const {
        return classes_.roles[pieces_[at].symbol] & role;
    }
};

} // namespace timeloom::timing
