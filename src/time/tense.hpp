// The tense around an expression: the nearest cue in its sentence, verbs and endings of the time tables.
#pragma once

#include "text/document.hpp"
#include "time/roles.hpp"
#include "time/rules.hpp"

#include <vector>

namespace timeloom::timing {

/// The words that tell tense, or end a clause.
struct TenseClasses {
    explicit TenseClasses(const TimeRules& rules);
    const TimeRules& rules; ///< must outlive this object
    enum Role : RoleTable::Roles {
        past = 1,
        future = 2,
        participle = 4, ///< past, but not behind an auxiliary of the future: "will be sold"
        present = 8,    ///< "the match is on Sunday" lies ahead, "is told on Sunday" does not
        pluperfect = 16,
        lasting = 32, ///< its "until" lies ahead: "has postponed it until Monday"
        clause_end = 64,
        condition = 256,
        perfect = 512,        ///< it goes on: "has led it for six years"
        noun_ahead = 1024,    ///< articles behind which no verb stands: "d'un comité"
        capital_ahead = 2048, ///< the same, before a noun in capitals: "der vereinbarten Frist"
        pause = 8192,         ///< a comma, which may close a clause: "who left on Monday, is to"
        calendar = 128        ///< of the calendar, so no verb whatever its ending: "journée", "mediodía"
    };
    RoleTable roles;
};

/// The cues of one document. A sentence is read once, when the first of its expressions asks, so that a
/// sentence of nothing but dates costs no more than any other.
class TenseCues {
  public:
    /// All must outlive this object.
    TenseCues(const TenseClasses& classes, const Document& document, const std::vector<Piece>& pieces)
        : classes_(classes), document_(document), pieces_(pieces) {}

    struct Cue {
        Tense tense;
        RoleTable::Roles
            roles;  ///< TenseClasses::Role; pluperfect and perfect too for the "filed" of "had filed"
        bool apart; ///< in another clause
        bool is(TenseClasses::Role role) const { return roles & role; }
    };
    /// The nearest cue in the sentence of pieces [begin, end); one beyond the end of a clause counts as
    /// farther away.
    std::optional<Cue> around(std::size_t begin, std::size_t end);

  private:
    const TenseClasses& classes_;
    const Document& document_;
    const std::vector<Piece>& pieces_;

    static constexpr std::uint32_t nowhere = UINT32_MAX;
    struct Place {
        std::uint32_t before = nowhere, after = nowhere; ///< nearest cue up to here, from here on
        std::uint32_t clauses = 0;                       ///< clause ends from the sentence's start up to here
        std::uint32_t pauses = 0;                        ///< the same of commas
    };
    std::size_t first_ = 0;     ///< piece with which the sentence begins that was read last
    std::vector<Place> places_; ///< of its pieces

    void read_sentence(std::size_t at);
    std::optional<Tense> tense_of(std::size_t at) const;
    std::optional<Tense> tense_of_ending(std::size_t at) const;
    RoleTable::Roles roles_at(std::size_t at) const {
        return classes_.roles.last_entry(pieces_, first_, at + 1).roles;
    }
    bool follows(std::size_t at, TenseClasses::Role role) const;
    bool is_perfect(std::size_t at) const;
    bool is_before_participle(std::size_t at) const;
    bool is_supposed(std::size_t begin, std::size_t end) const;
    bool is_in(std::size_t at, TenseClasses::Role role) const {
        return classes_.roles.of_word(pieces_[at].symbol) & role;
    }
};

} // namespace timeloom::timing
