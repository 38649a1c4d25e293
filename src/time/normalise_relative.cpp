// What counts from another day: "last year", "two weeks ago", "the quarter".
#include "time/normaliser.hpp"

#include "time/calendar.hpp"
#include "time/edtf.hpp"

namespace timeloom::timing {

std::optional<Period> Normaliser::period() {
    if (has(Slot::century))
        return explicit_long(Unit::century, at(Slot::century));
    if (has(Slot::millennium))
        return explicit_long(Unit::millennium, at(Slot::millennium));
    if (has(Slot::decade)) {
        const int decade = at(Slot::decade) >= 100
                               ? at(Slot::decade)
                               : 1900 + at(Slot::decade) - (at(Slot::decade) < 20 ? -100 : 0);
        time_.why = "the ten years from " + std::to_string(decade);
        return period_of(Unit::decade, first_of_month(decade, 1));
    }
    if (const auto year = explicit_year()) {
        time_.why = stated_form();
        if (is_in_report()) { // "the 1988 quarter" beside "the third quarter of 1989"
            time_.anchor = Anchor::narrated;
            return Period{anchors_.reported->unit, first_of_month(*year, month_of(anchors_.reported->first))};
        }
        return narrow(*year, *year);
    }
    if (const auto told = of_chronicle())
        return told;
    const auto from = anchor();
    if (!from)
        return unresolved(missing_anchor()), std::nullopt;
    const auto since = anchor_name(*from);
    if (has(Slot::unit))
        return shifted(*from, since);
    return recurring(*from, since);
}

std::optional<Day> Normaliser::anchor() {
    const int which = reading_.get(Slot::anchor, 0);
    if (which == 1 || is_clock_alone() || ends_a_range()) {
        time_.anchor = Anchor::narrated;
        if (is_clock_alone() && anchors_.day_untold)
            return std::nullopt;
        const auto& told = is_clock_alone() ? anchors_.nearby_day : anchors_.narrated;
        if (told)
            return told->first;
        if (which == 1 && !is_span_before())
            return std::nullopt;
    }
    time_.anchor = Anchor::published;
    return anchors_.published;
}

/// "The previous month": where no date was told before, the one before the writing.
bool Normaliser::is_span_before() const {
    return has(Slot::unit) && unit() >= Unit::week && unit() <= Unit::year && !has(Slot::count) &&
           reading_.get(Slot::relation, 0) == -1;
}

/// A clock time or part of a day, and no word about which day: it is the day told just before.
bool Normaliser::is_clock_alone() const {
    if (!has(Slot::hour) && !has(Slot::part))
        return false;
    return has(Slot::follows) && !has(Slot::day) && !has(Slot::weekday) && !has(Slot::unit) &&
           !has(Slot::month) && !has(Slot::relation) && !has(Slot::holiday);
}

/// Compared with something, in a company's report on a quarter or half-year.
bool Normaliser::is_in_report() const {
    return reading_.get(Slot::anchor, 0) == 2 && anchors_.reported;
}

/// For Timex::why, behind "before", "after", "of".
std::string_view Normaliser::anchor_name(Day from) {
    if (time_.anchor == Anchor::published)
        return anchors_.published_as;
    return told_ = " the date told before, " + edtf::print_day(from);
}

std::string Normaliser::missing_anchor() const {
    if (is_clock_alone() && anchors_.day_untold)
        return "which day was told before is not known";
    return time_.anchor == Anchor::narrated ? "counts from a date told before, and there is none"
                                            : "counts from the publication date, which is not known";
}

/// "last year", "two weeks ago", "next week Tuesday", "the third quarter of last year".
std::optional<Period> Normaliser::shifted(Day from, std::string_view since) {
    const int relation = reading_.get(Slot::relation, 0);
    const int count = reading_.get(Slot::count, 1);
    if (is_too_far(unit(), count))
        return unresolved("farther away than the calendar reaches"), std::nullopt;
    if (count == vague || unit() == Unit::time)
        return unresolved("how long before or after" + std::string(since) + " is not said"), std::nullopt;
    const auto base_unit = unit() < Unit::day ? Unit::day : unit();
    if (unit() < Unit::day && relation != 0) // hours and minutes: the day is the anchor's
        return explain({"the day of", since}), period_of(Unit::day, from);
    if (time_.anchor == Anchor::narrated && anchors_.narrated && anchors_.narrated->unit > base_unit) {
        unresolved("the date told before, " + anchors_.narrated->edtf() + ", names no " +
                   unit_names[at(Slot::unit)]);
        if (relation != 0)
            between_days(relation * count);
        return std::nullopt;
    }
    if (is_in_report() && anchors_.reported->unit == Unit::quarter &&
        unit() == Unit::quarter) { // "the quarter" is the one told, and so is "the latest"
        time_.anchor = Anchor::narrated;
        time_.why = "counted from the quarter told before";
        return anchors_.reported->shifted(relation * (count - 1));
    }
    if (is_in_report() && unit() == Unit::year) { // compared with a quarter: the same one of the other year
        const bool quarter = anchors_.reported->unit == Unit::quarter;
        time_.anchor = Anchor::narrated;
        explain({"the same ", unit_names[static_cast<int>(anchors_.reported->unit)], ", ",
                 counted(count, Unit::year), " before or after the one told before"});
        return anchors_.reported->shifted((quarter ? 4 : 2) * relation * count);
    }
    if (has(Slot::exact))
        return to_the_day(from, since);
    const auto there = period_of(base_unit, from).shifted(relation * count);
    if (relation == 0)
        explain({"the ", unit_names[at(Slot::unit)], " of", since});
    else
        explain({counted(count, unit()), relation < 0 ? " before" : " after", since});
    if (unit() == Unit::week && has(Slot::weekday))
        return Period{Unit::day, there.first + date::days(at(Slot::weekday) - 1)};
    if (unit() == Unit::month && has(Slot::day)) {
        if (at(Slot::day) > day_of(there.last()))
            return unresolved("that month is shorter"), std::nullopt;
        return Period{Unit::day, there.first + date::days(at(Slot::day) - 1)};
    }
    if (const auto inside = narrow(year_of(there.first), std::nullopt))
        return inside;
    return there;
}

/// "Two years ago today", "a week from Friday", "a year ago this month".
Period Normaliser::to_the_day(Day from, std::string_view since) {
    const int relation = reading_.get(Slot::relation, 0), count = reading_.get(Slot::count, 1);
    explain({counted(count, unit()), relation < 0 ? " before" : " after", has(Slot::weekday) ? " the " : "",
             has(Slot::weekday) ? weekday_names[at(Slot::weekday) - 1] : "",
             has(Slot::weekday) ? " after" : "", since});
    while (has(Slot::weekday) && iso_weekday(from) != at(Slot::weekday))
        from += date::days(1);
    const auto whole = has(Slot::unit2) ? static_cast<Unit>(at(Slot::unit2)) : Unit::day;
    return period_of(whole, moved(from, unit(), relation * count));
}

} // namespace timeloom::timing
