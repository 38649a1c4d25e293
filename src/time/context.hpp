// What the words around an expression say of it: the tense of its clause, and prepositions such as "until".
#pragma once

#include "time/roles.hpp"
#include "time/rules.hpp"
#include "time/tense.hpp"
#include "time/timex.hpp"

#include <vector>

namespace timeloom::timing {

class TimeContext {
  public:
    /// `rules` must outlive this object.
    explicit TimeContext(const TimeRules& rules);

    /// Sets relation and, where the reading needs one, tense.
    void read(Timex& time, TenseCues& cues, const std::vector<Piece>& pieces, std::size_t begin,
              std::size_t end) const;
    /// "And", "or", a comma: joins two expressions of which the same is told.
    bool joins(const Piece& piece) const;
    /// Whether pieces [begin, end) end with "until" or "to".
    bool leads_to(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) const;
    const TenseClasses& tense_classes() const { return tense_classes_; }

  private:
    bool is_update(const Reading& reading, const std::vector<Piece>& pieces, std::size_t begin) const;

    RoleTable roles_; ///< of what stands before: the bits of context.cpp
    TenseClasses tense_classes_;

    RoleTable::Roles roles_before(const std::vector<Piece>& pieces, std::size_t end,
                                  std::size_t first = 0) const;
};

} // namespace timeloom::timing
