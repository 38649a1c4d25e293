// What the words around an expression say of it: the tense of its clause, and prepositions such as "until".
#pragma once

#include "text/document.hpp"
#include "time/rules.hpp"
#include "time/timex.hpp"

#include <vector>

namespace timeloom::timing {

class TimeContext {
  public:
    /// `rules` must outlive this object.
    explicit TimeContext(const TimeRules& rules);

    /// Sets relation and, where the reading needs one, tense.
    void read(Timex& time, const Document& document, const std::vector<Piece>& pieces, std::size_t begin,
              std::size_t end) const;

  private:
    struct RelationClass {
        ClassId id;
        TimeRelation relation;
    };
    const TimeRules& rules_;
    std::vector<RelationClass> relations_;
    std::optional<ClassId> article_, past_, future_, clause_end_;

    TimeRelation relation_before(const std::vector<Piece>& pieces, std::size_t begin) const;
    std::optional<Tense> tense_of(const Piece& piece, const Document& document) const;
    std::optional<Tense> tense_around(const Document& document, const std::vector<Piece>& pieces,
                                      std::size_t begin, std::size_t end) const;
    std::size_t length_of(ClassId id, const std::vector<Piece>& pieces, std::size_t at) const;
};

} // namespace timeloom::timing
