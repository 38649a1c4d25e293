// Where statements are written down, with the constraints that they pose.
#pragma once

#include "graph/statements.hpp"

namespace timeloom {

// How well each kind of statement is supported; each further mention that says the same adds one.
constexpr std::uint32_t stated_support = 1000;
constexpr std::uint32_t tense_support = 100;
constexpr std::uint32_t counted_support = 50;
constexpr std::uint32_t inferred_support = 10;

class StatementWriter {
  public:
    /// Adds a statement, to which the constraints that follow belong.
    void state(Statement::Kind kind, std::uint32_t event, std::uint32_t other, std::uint32_t mention,
               std::uint32_t support) {
        out_.statements.push_back({kind, event, other, mention});
        out_.support.push_back(support);
    }
    void constrain(std::uint32_t from, std::uint32_t to, std::int32_t days) {
        out_.constraints.push_back({from, to, days, static_cast<std::uint32_t>(out_.statements.size() - 1)});
    }
    void not_before(std::uint32_t variable, Day day) { constrain(variable, calendar, -number_of(day)); }
    void not_after(std::uint32_t variable, Day day) { constrain(calendar, variable, number_of(day)); }
    void within(std::uint32_t variable, const DayBounds& days) {
        if (days.earliest)
            not_before(variable, *days.earliest);
        if (days.latest)
            not_after(variable, *days.latest);
    }

    TemporalStatements take() { return std::move(out_); }

  private:
    static std::int32_t number_of(Day day) { return day.time_since_epoch().count(); }

    TemporalStatements out_;
};

} // namespace timeloom
