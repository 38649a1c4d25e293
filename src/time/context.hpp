// What the words around an expression say of it: the tense of its clause, and prepositions such as "until".
#pragma once

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
    const TenseClasses& tense_classes() const { return tense_classes_; }

  private:
    struct RelationClass {
        ClassId id;
        TimeRelation relation;
    };
    const TimeRules& rules_;
    std::vector<RelationClass> relations_;
    std::optional<ClassId> article_, ahead_, goal_;
    TenseClasses tense_classes_;

    std::size_t length_before(const std::vector<Piece>& pieces, std::size_t end, ClassId id) const;
    TimeRelation relation_before(const std::vector<Piece>& pieces, std::size_t end) const;
    bool stands_behind(ClassId id, const std::vector<Piece>& pieces, std::size_t begin) const;
    bool is_set_for(const Timex& time, const std::optional<TenseCues::Cue>& cue,
                    const std::vector<Piece>& pieces, std::size_t begin) const;
};

} // namespace timeloom::timing
