// What an expression states itself: its year, the parts of that year, what no calendar has, and the value
// with X where nothing is known.
#include "time/normaliser.hpp"

#include "time/calendar.hpp"

namespace timeloom::timing {

namespace {

constexpr int signed_era = 2; ///< "the year -44"

} // namespace

/// What no day can be: 30 February, month 99, week 54, hour 25.
std::string Normaliser::impossible() const {
    if (has(Slot::month) && (at(Slot::month) < 1 || at(Slot::month) > 12))
        return "there is no month " + std::to_string(at(Slot::month));
    if (has(Slot::year) && at(Slot::year) == 0)
        return "there is no year 0: 1 BC comes before AD 1";
    if (reading_.get(Slot::era, 0) == signed_era)
        return "the year -" + std::to_string(at(Slot::year)) + " is " + std::to_string(at(Slot::year)) +
               " BC, or " + std::to_string(at(Slot::year) + 1) + " BC where a year 0 is counted";
    if (has(Slot::week) && (at(Slot::week) < 1 || at(Slot::week) > 53))
        return "there is no week " + std::to_string(at(Slot::week));
    if (reading_.get(Slot::half, 1) > 2)
        return "a year has two halves";
    if (has(Slot::hour) && (at(Slot::hour) > 24 || at(Slot::hour) < 0))
        return "there is no hour " + std::to_string(at(Slot::hour));
    if (reading_.get(Slot::hour, 0) == 24 && (reading_.get(Slot::minute, 0) || reading_.get(Slot::second, 0)))
        return "the day ends at 24:00";
    if (has(Slot::day) && has(Slot::month)) {
        const auto year = explicit_year();
        const int length = days_in_month(!year || is_leap(*year), at(Slot::month));
        if (at(Slot::day) < 1 || at(Slot::day) > length)
            return std::string(month_names[at(Slot::month) - 1]) + (year ? " " + std::to_string(*year) : "") +
                   " has " + std::to_string(length) + " days, not " + std::to_string(at(Slot::day));
    }
    return "";
}

/// The value with X where nothing is known.
void Normaliser::open_value(const std::string& why) {
    const auto year = explicit_year();
    std::string text = year ? Period{Unit::year, first_of_month(*year, 1)}.timex() : "XXXX";
    if (has(Slot::weekday) && !has(Slot::month))
        text += "-WXX-" + std::to_string(at(Slot::weekday));
    else if (has(Slot::month))
        text +=
            "-" + (at(Slot::month) >= 1 && at(Slot::month) <= 12 ? two(at(Slot::month)) : "XX") +
            (has(Slot::day) ? "-" + (at(Slot::day) <= 31 && impossible().empty() ? two(at(Slot::day)) : "XX")
                            : "");
    else if (has(Slot::season))
        text += std::string("-") + season_codes[at(Slot::season) - 1];
    else if (has(Slot::quarter))
        text += "-Q" + std::to_string(at(Slot::quarter));
    else if (has(Slot::half))
        text += "-H" + std::to_string(at(Slot::half));
    else if (has(Slot::day))
        text += "-XX-" + two(at(Slot::day));
    else if (has(Slot::weekend))
        text += "-WXX-WE";
    else if (has(Slot::holiday) && at(Slot::holiday) < 10000)
        text += "-" + two(at(Slot::holiday) / 100) + "-" + two(at(Slot::holiday) % 100);
    else if (has(Slot::week))
        text += "-W" + (impossible().empty() && (!year || at(Slot::week) <= weeks_in_year(*year))
                            ? two(at(Slot::week))
                            : "XX");
    else if (has(Slot::unit)) {
        if (unit() == Unit::week)
            text += "-WXX";
        if (unit() == Unit::weekend)
            text += "-WXX-WE";
        if (unit() == Unit::month)
            text += "-XX";
        if (unit() == Unit::quarter)
            text += "-QX";
        if (unit() == Unit::day)
            text += "-XX-XX";
    } else if (has(Slot::hour) || has(Slot::part))
        text.clear();
    time_.value = text;
    time_.edtf.clear();
    time_.why = why;
    if (has(Slot::hour) || has(Slot::part))
        append_clock();
    time_.edtf.clear();
}

std::optional<int> Normaliser::explicit_year() const {
    if (has(Slot::year) && (at(Slot::year) == 0 || reading_.get(Slot::era, 0) == signed_era))
        return std::nullopt;
    if (has(Slot::year))
        return reading_.get(Slot::era, 0) == 1 ? 1 - at(Slot::year) : at(Slot::year);
    if (has(Slot::year2))
        return century_of(at(Slot::year2));
    return std::nullopt;
}

/// "stated", and what is not clear about it: "12/11/10" has two orders and no century.
std::string Normaliser::stated_form() const {
    std::string form = "stated";
    if (has(Slot::exchangeable) && at(Slot::day) <= 12 && at(Slot::day) != at(Slot::month))
        form += "; day and month may be meant the other way round";
    if (!has(Slot::year))
        form += "; of the centuries the one nearest to the publication";
    return form;
}

/// Two figures of a year: the one from 90 years before the publication to 10 after.
int Normaliser::century_of(int two_figures) const {
    const int now = anchors_.published ? year_of(*anchors_.published) : 2000;
    int year = now / 100 * 100 + two_figures;
    while (year > now + 10)
        year -= 100;
    while (year <= now - 90)
        year += 100;
    return year;
}

std::optional<Period> Normaliser::explicit_long(Unit unit, int number) {
    const int length = unit == Unit::century ? 100 : 1000;
    time_.why = "stated";
    if (number < 1 || number > 30)
        return unresolved("there is no such century"), std::nullopt;
    const bool before = reading_.get(Slot::era, 0) == 1;
    if (!before)
        return Period{unit, first_of_month((number - 1) * length, 1)};
    return Period{unit, first_of_month(1 - number * length, 1)};
}

/// What the narrower slots say inside a year; the year itself when they say nothing.
std::optional<Period> Normaliser::narrow(int year, std::optional<int> stated) {
    if (has(Slot::month) && has(Slot::weekday) && has(Slot::count)) { // "the third Thursday of November"
        const auto day = feast_day(feast_of_weekday + 1000 * (at(Slot::count) + 1) + 100 * at(Slot::weekday) +
                                       at(Slot::month),
                                   year);
        return day ? std::optional(Period{Unit::day, *day}) : std::nullopt;
    }
    if (has(Slot::month)) {
        const auto month = period_in(year, Unit::month, at(Slot::month));
        if (!has(Slot::day))
            return month;
        if (at(Slot::day) > days_in_month(is_leap(year), at(Slot::month)))
            return std::nullopt;
        const Day day = month.first + date::days(at(Slot::day) - 1);
        return period_of(has(Slot::unit2) ? static_cast<Unit>(at(Slot::unit2)) : Unit::day, day);
    }
    if (has(Slot::holiday)) {
        const auto day = feast_day(at(Slot::holiday), year);
        const auto whole = has(Slot::unit2) ? static_cast<Unit>(at(Slot::unit2)) : Unit::day; // "Holy Week"
        return day ? std::optional(period_of(whole, *day)) : std::nullopt;
    }
    if (has(Slot::season))
        return period_in(year, Unit::season, at(Slot::season));
    if (has(Slot::quarter))
        return period_in(year, Unit::quarter, at(Slot::quarter));
    if (has(Slot::half))
        return period_in(year, Unit::half, at(Slot::half));
    if (has(Slot::week)) {
        if (at(Slot::week) > weeks_in_year(year)) {
            unresolved(std::to_string(year) + " has " + std::to_string(weeks_in_year(year)) + " weeks");
            return std::nullopt;
        }
        const Period week{Unit::week, monday_of(IsoWeek{year, at(Slot::week)})};
        if (has(Slot::weekday))
            return Period{Unit::day, week.first + date::days(at(Slot::weekday) - 1)};
        return week;
    }
    if (stated)
        return period_of(Unit::year, first_of_month(*stated, 1));
    return std::nullopt;
}

} // namespace timeloom::timing
