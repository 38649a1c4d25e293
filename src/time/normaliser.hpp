// The steps behind normalise(): one expression, its reading and its anchors. Each file normalise*.cpp holds
// the steps of one kind of expression.
#pragma once

#include "time/normalise.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom::timing {

inline constexpr const char* season_codes[] = {"SP", "SU", "FA", "WI"}; ///< of TIMEX3, by Season - 1
inline constexpr const char* month_names[] = {"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
inline constexpr const char* weekday_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
inline constexpr const char* unit_names[] = {"second",  "minute", "hour",    "day",        "week",
                                             "weekend", "month",  "quarter", "season",     "half-year",
                                             "year",    "decade", "century", "millennium", "time"};

/// "1 year", "3 centuries".
inline std::string counted(int count, Unit unit) {
    std::string name = unit_names[static_cast<int>(unit)];
    if (count != 1 && name.ends_with("ury"))
        name.replace(name.size() - 1, 1, "ies");
    else if (count != 1)
        name += "s";
    return std::to_string(count) + " " + name;
}

inline std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The calendar library holds the years -32767 to 32767; of texts, no one counts farther than this in days.
inline bool is_too_far(Unit unit, int count) {
    const int years = unit == Unit::decade       ? 10
                      : unit == Unit::century    ? 100
                      : unit == Unit::millennium ? 1000
                                                 : 1;
    return count > 10000 / years;
}

/// `count` units from a day, day for day: four years after 2025-01-22 is 2029-01-22.
Day moved(Day day, Unit unit, int count);

class Normaliser {
  public:
    Normaliser(Timex& time, const Anchors& anchors)
        : time_(time), reading_(time.reading), anchors_(anchors) {}

    std::optional<Period> run();

  private:
    Timex& time_;
    const Reading& reading_;
    const Anchors& anchors_;
    std::string told_; ///< what anchor_name made of a narrated date

    bool has(Slot slot) const { return reading_.has(slot); }
    int at(Slot slot) const { return reading_[slot]; }
    Unit unit() const { return static_cast<Unit>(at(Slot::unit)); }
    Unit unit_or(Unit otherwise) const { return has(Slot::unit) ? unit() : otherwise; }
    bool about() const { return reading_.get(Slot::modifier, -1) == static_cast<int>(Modifier::about); }
    /// "Today nobody lives there" is nowadays, "resigned today" a day.
    bool may_be_nowadays() const {
        return has(Slot::nowadays) && !has(Slot::part) && !has(Slot::hour) && !has(Slot::tense);
    }

    // normalise.cpp: which kind it is, dates as a whole, the clock
    void reference(Reference which);
    void vague_reference(Reference which);
    bool told_before(Reference which); ///< "by then": set to the time told before, where there is one
    std::optional<Period> date();
    void append_clock();
    std::string part_suffix() const;
    void unresolved(const std::string& why);
    void explain(std::initializer_list<std::string_view> parts); ///< sets Timex::why

    // normalise_lengths.cpp
    void duration();
    void between_days(int count);
    void weeks_away(Day from, int count);
    void set();
    std::string period_text() const;

    // normalise_stated.cpp
    std::string impossible() const;
    void open_value(const std::string& why);
    std::optional<int> explicit_year() const;
    std::string stated_form() const;
    int century_of(int two_figures) const;
    std::optional<Period> explicit_long(Unit unit, int number);
    std::optional<Period> narrow(int year, std::optional<int> stated);

    // normalise_relative.cpp; `from` is the anchor's day, `since` names it for Timex::why
    std::optional<Period> period();
    std::optional<Day> anchor();
    bool is_clock_alone() const;
    bool is_span_before() const;
    bool is_in_report() const;
    std::string_view anchor_name(Day from);
    std::string missing_anchor() const;
    std::optional<Period> shifted(Day from, std::string_view since);
    Period to_the_day(Day from, std::string_view since);

    // normalise_recurring.cpp
    std::optional<Period> recurring(Day from, std::string_view since);
    bool recurs_yearly() const;
    std::optional<Period> of_chronicle();
    std::optional<Period> recurring_day(Day from, std::string_view since);
    Period choose(const std::vector<Period>& near, Day from, std::string_view since, std::string_view what);
    bool ends_a_range() const;
    bool is_overruled(bool future, const Period& last, const Period& next, Day from) const;
};

} // namespace timeloom::timing
