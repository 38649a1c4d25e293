#include "time/normalise.hpp"

#include "time/calendar.hpp"
#include "time/edtf.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

constexpr const char* part_codes[] = {"MO", "MI", "AF", "EV", "NI", "NI", "DT"};
constexpr const char* season_codes[] = {"SP", "SU", "FA", "WI"};
constexpr const char* duration_codes[] = {"TS", "TM", "TH", "D", "W", "WE", "M", "Q",
                                          "SE", "6M", "Y",  "Y", "Y", "Y",  "X"};
constexpr const char* month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
constexpr const char* weekday_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday"};
constexpr const char* unit_names[] = {"second",  "minute", "hour",    "day",        "week",
                                      "weekend", "month",  "quarter", "season",     "half-year",
                                      "year",    "decade", "century", "millennium", "time"};

std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

class Normaliser {
  public:
    Normaliser(Timex& time, const Anchors& anchors)
        : time_(time), reading_(time.reading), anchors_(anchors) {}

    std::optional<Period> run() {
        time_.resolved = true;
        time_.anchor = Anchor::none;
        time_.edtf.clear();
        time_.bounds = {};
        time_.why.clear();
        switch (reading_.kind) {
        case Reading::Kind::reference:
            return reference(static_cast<Reference>(at(Slot::reference))), std::nullopt;
        case Reading::Kind::duration:
            return duration(), std::nullopt;
        case Reading::Kind::set:
            return set(), std::nullopt;
        default:
            break;
        }
        if (is_today() && !anchors_.day_by_day)
            return reference(Reference::present), std::nullopt;
        return date();
    }

  private:
    Timex& time_;
    const Reading& reading_;
    const Anchors& anchors_;

    bool has(Slot slot) const { return reading_.has(slot); }
    int at(Slot slot) const { return reading_[slot]; }
    Unit unit() const { return static_cast<Unit>(at(Slot::unit)); }
    bool about() const { return reading_.get(Slot::modifier, -1) == static_cast<int>(Modifier::about); }

    // ---- references, durations, sets

    void reference(Reference which) {
        time_.type = TimexType::date;
        time_.value = which == Reference::present ? "PRESENT_REF"
                      : which == Reference::past  ? "PAST_REF"
                                                  : "FUTURE_REF";
        time_.why = "a vague time around, before or after the writing";
        if (!anchors_.published)
            return;
        time_.anchor = Anchor::published;
        if (which != Reference::future)
            time_.bounds.latest = *anchors_.published;
        if (which != Reference::past)
            time_.bounds.earliest = *anchors_.published;
        if (which == Reference::present)
            time_.edtf = edtf::print_day(*anchors_.published);
        if (which == Reference::past)
            time_.edtf = "../" + edtf::print_day(*anchors_.published);
        if (which == Reference::future)
            time_.edtf = edtf::print_day(*anchors_.published) + "/..";
    }

    static std::string amount(Unit unit, int count, bool half) {
        const std::string code = duration_codes[static_cast<int>(unit)];
        if (unit == Unit::time)
            return "XX";
        const int scale = unit == Unit::decade       ? 10
                          : unit == Unit::century    ? 100
                          : unit == Unit::millennium ? 1000
                                                     : 1;
        const std::string prefix = code[0] == 'T' ? "T" : "";
        if (count == vague)
            return prefix + "X" + code.substr(prefix.size());
        if (unit == Unit::half)
            return half ? std::to_string(6 * count + 3) + "M" : std::to_string(6 * count) + "M";
        if (!half)
            return prefix + std::to_string(count * scale) + code.substr(prefix.size());
        if (scale > 1)
            return std::to_string(count * scale + scale / 2) + "Y";
        if (unit == Unit::minute || unit == Unit::hour) // 30 of the next smaller unit
            return prefix + (count ? std::to_string(count) + code.substr(prefix.size()) : "") + "30" +
                   (unit == Unit::hour ? "M" : "S");
        return prefix + std::to_string(count) + ".5" + code.substr(prefix.size());
    }

    std::string period_text() const {
        std::string text = "P" + amount(unit(), reading_.get(Slot::count, 1), has(Slot::fraction));
        if (!has(Slot::unit2))
            return text;
        auto more = amount(static_cast<Unit>(at(Slot::unit2)), reading_.get(Slot::count2, 1), false);
        if (more[0] == 'T' && text.find('T') != std::string::npos)
            more.erase(0, 1);
        return text + more;
    }

    void duration() {
        time_.type = TimexType::duration;
        time_.value = period_text();
        time_.why = "a length of time";
        const int relation = reading_.get(Slot::relation, 0), shift = reading_.get(Slot::shift, 0);
        const int count = reading_.get(Slot::count, 1);
        if (count == vague || count > 10000 || unit() == Unit::time || (relation == 0 && shift == 0))
            return;
        const auto counting = unit() < Unit::day ? Unit::day : unit();
        if (!anchors_.published) {
            time_.resolved = false;
            time_.why = "counts from the publication date, which is not known";
            return;
        }
        time_.anchor = Anchor::published;
        const Day now = *anchors_.published;
        const int steps = unit() < Unit::day ? 0 : count;
        if (shift != 0) {
            const auto then = period_of(counting, moved(now, counting, shift * steps));
            time_.edtf = then.edtf();
            time_.bounds = then.bounds();
            time_.why = std::to_string(steps) + " " + unit_names[static_cast<int>(counting)] +
                        (shift < 0 ? "(s) before" : "(s) after") + " the publication date " +
                        edtf::print_day(now);
            return;
        }
        const Day other = moved(now, counting, relation * steps);
        time_.bounds = relation < 0 ? DayBounds{other, now} : DayBounds{now, other};
        time_.edtf = edtf::print_day(*time_.bounds.earliest) + "/" + edtf::print_day(*time_.bounds.latest);
        time_.why = relation < 0 ? "up to the publication date " : "from the publication date ";
        time_.why += edtf::print_day(now);
    }

    /// `count` units from a day, day for day: four years after 2025-01-22 is 2029-01-22.
    static Day moved(Day day, Unit unit, int count) {
        switch (unit) {
        case Unit::week:
        case Unit::weekend:
            return day + date::days(7 * count);
        case Unit::month:
            return add_months(day, count);
        case Unit::quarter:
        case Unit::season:
            return add_months(day, 3 * count);
        case Unit::half:
            return add_months(day, 6 * count);
        case Unit::year:
            return add_months(day, 12 * count);
        case Unit::decade:
            return add_months(day, 120 * count);
        case Unit::century:
            return add_months(day, 1200 * count);
        case Unit::millennium:
            return add_months(day, 12000 * count);
        default:
            return day + date::days(count);
        }
    }

    void set() {
        time_.type = TimexType::set;
        time_.why = "comes again and again";
        if (has(Slot::weekday))
            time_.value = "XXXX-WXX-" + std::to_string(at(Slot::weekday)) + part_suffix();
        else if (has(Slot::weekend))
            time_.value = "XXXX-WXX-WE";
        else if (has(Slot::holiday) && at(Slot::holiday) < 10000)
            time_.value = "XXXX-" + two(at(Slot::holiday) / 100) + "-" + two(at(Slot::holiday) % 100);
        else if (has(Slot::month))
            time_.value = "XXXX-" + two(at(Slot::month)) + (has(Slot::day) ? "-" + two(at(Slot::day)) : "");
        else if (has(Slot::season))
            time_.value = std::string("XXXX-") + season_codes[at(Slot::season) - 1];
        else if (has(Slot::part))
            time_.value = "XXXX-XX-XX" + part_suffix();
        else
            time_.value = period_text();
    }

    std::string part_suffix() const {
        return has(Slot::part) ? std::string("T") + part_codes[at(Slot::part)] : "";
    }

    // ---- dates and times

    std::optional<Period> date() {
        const bool clock = has(Slot::hour) || has(Slot::part);
        time_.type = clock ? TimexType::time : TimexType::date;
        if (const auto fault = impossible(); !fault.empty())
            return unresolved(fault), std::nullopt;
        if (has(Slot::open))
            return open_value("said in general"), std::nullopt;
        auto found = period();
        if (!found)
            return std::nullopt;
        if (has(Slot::part) && unit_or(Unit::day) == Unit::day &&
            at(Slot::part) == static_cast<int>(Part::night) && reading_.get(Slot::relation, 0) == -1 &&
            !has(Slot::unit) && !has(Slot::weekday))
            found = found->shifted(-1);
        time_.value = found->timex();
        time_.edtf = found->edtf();
        time_.bounds = found->bounds();
        if (clock && found->unit == Unit::day)
            append_clock();
        else if (clock)
            time_.type = TimexType::date;
        if (about() && !clock && time_.edtf.find('/') == std::string::npos)
            time_.edtf += "~";
        if (reading_.get(Slot::anchor, 0) == 2) // what is only compared with does not move the story on
            return std::nullopt;
        return found;
    }

    Unit unit_or(Unit otherwise) const { return has(Slot::unit) ? unit() : otherwise; }

    void append_clock() {
        if (!has(Slot::hour)) {
            time_.value += part_suffix();
            return;
        }
        int hour = at(Slot::hour);
        const auto part = static_cast<Part>(reading_.get(Slot::part, -1));
        const bool evening = reading_.get(Slot::meridiem, -1) == 1 ||
                             (has(Slot::part) && part >= Part::afternoon && part <= Part::night &&
                              (part != Part::night || hour > 5));
        if (evening && hour < 12)
            hour += 12;
        if ((reading_.get(Slot::meridiem, -1) == 0 || (has(Slot::part) && part >= Part::night)) && hour == 12)
            hour = 0;
        std::string clock = "T" + two(hour) + ":" + two(reading_.get(Slot::minute, 0));
        if (has(Slot::second))
            clock += ":" + two(at(Slot::second));
        time_.value += clock;
        std::string zone;
        if (has(Slot::zone)) {
            const int offset = at(Slot::zone);
            zone = offset == 0 ? "Z"
                               : (offset < 0 ? "-" : "+") + two(std::abs(offset) / 60) + ":" +
                                     two(std::abs(offset) % 60);
            if (offset == 0)
                time_.value += zone;
        }
        time_.edtf += clock + zone;
    }

    void unresolved(const std::string& why) {
        time_.resolved = false;
        open_value(why);
        time_.resolved = false;
    }

    /// What no day can be: 30 February, month 99, week 54, hour 25.
    std::string impossible() const {
        if (has(Slot::month) && (at(Slot::month) < 1 || at(Slot::month) > 12))
            return "there is no month " + std::to_string(at(Slot::month));
        if (has(Slot::week) && (at(Slot::week) < 1 || at(Slot::week) > 53))
            return "there is no week " + std::to_string(at(Slot::week));
        if (has(Slot::hour) && (at(Slot::hour) > 24 || at(Slot::hour) < 0))
            return "there is no hour " + std::to_string(at(Slot::hour));
        if (has(Slot::day) && has(Slot::month)) {
            const auto year = explicit_year();
            const int length = days_in_month(!year || is_leap(*year), at(Slot::month));
            if (at(Slot::day) < 1 || at(Slot::day) > length)
                return std::string(month_names[at(Slot::month) - 1]) +
                       (year ? " " + std::to_string(*year) : "") + " has " + std::to_string(length) +
                       " days, not " + std::to_string(at(Slot::day));
        }
        return "";
    }

    bool is_today() const { return has(Slot::nowadays) && !has(Slot::part) && !has(Slot::hour); }

    std::string missing_anchor() const {
        return time_.anchor == Anchor::narrated ? "counts from a date told before, and there is none"
                                                : "counts from the publication date, which is not known";
    }

    /// The value with X where nothing is known.
    void open_value(const std::string& why) {
        const auto year = explicit_year();
        std::string text = year ? Period{Unit::year, first_of_month(*year, 1)}.timex() : "XXXX";
        if (has(Slot::weekday) && !has(Slot::month))
            text += "-WXX-" + std::to_string(at(Slot::weekday));
        else if (has(Slot::month))
            text += "-" + (at(Slot::month) <= 12 ? two(at(Slot::month)) : "XX") +
                    (has(Slot::day)
                         ? "-" + (at(Slot::day) <= 31 && impossible().empty() ? two(at(Slot::day)) : "XX")
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
            text += "-W" + two(std::min(at(Slot::week), 53));
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

    std::optional<int> explicit_year() const {
        if (has(Slot::year))
            return reading_.get(Slot::era, 0) == 1 ? 1 - at(Slot::year) : at(Slot::year);
        if (has(Slot::year2))
            return century_of(at(Slot::year2));
        return std::nullopt;
    }

    /// Two figures of a year: the one from 70 years before the publication to 30 after.
    int century_of(int two_figures) const {
        const int now = anchors_.published ? year_of(*anchors_.published) : 2000;
        int year = now / 100 * 100 + two_figures;
        while (year > now + 30)
            year -= 100;
        while (year <= now - 70)
            year += 100;
        return year;
    }

    std::optional<Day> anchor() {
        const int which = reading_.get(Slot::anchor, 0);
        if (which == 1 || is_clock_alone()) {
            time_.anchor = Anchor::narrated;
            const auto& told = is_clock_alone() ? anchors_.nearby_day : anchors_.narrated;
            if (told)
                return told->first;
            if (which == 1)
                return std::nullopt;
        }
        time_.anchor = Anchor::published;
        return anchors_.published;
    }

    /// A clock time or part of a day, and no word about which day: it is the day told just before.
    bool is_clock_alone() const {
        if (!has(Slot::hour) && !has(Slot::part))
            return false;
        return has(Slot::follows) && !has(Slot::day) && !has(Slot::weekday) && !has(Slot::unit) &&
               !has(Slot::month) && !has(Slot::relation) && !has(Slot::holiday);
    }

    std::optional<Period> period() {
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
            time_.why = "stated";
            return narrow(*year, *year);
        }
        const auto from = anchor();
        if (!from)
            return unresolved(missing_anchor()), std::nullopt;
        const std::string since =
            (time_.anchor == Anchor::published ? " the publication date " : " the date told before, ") +
            edtf::print_day(*from);
        if (has(Slot::unit))
            return shifted(*from, since);
        return recurring(*from, since);
    }

    std::optional<Period> explicit_long(Unit unit, int number) {
        const int length = unit == Unit::century ? 100 : 1000;
        time_.why = "stated";
        if (number < 1 || number > 30)
            return unresolved("there is no such century"), std::nullopt;
        const bool before = reading_.get(Slot::era, 0) == 1;
        if (!before)
            return Period{unit, first_of_month((number - 1) * length, 1)};
        Period found{unit, first_of_month(1 - number * length, 1)};
        time_.value.clear();
        return found;
    }

    /// What the narrower slots say inside a year; the year itself when they say nothing.
    std::optional<Period> narrow(int year, std::optional<int> stated) {
        if (has(Slot::month)) {
            const auto month = period_in(year, Unit::month, at(Slot::month));
            if (!has(Slot::day))
                return month;
            if (at(Slot::day) > days_in_month(is_leap(year), at(Slot::month)))
                return std::nullopt;
            return Period{Unit::day, month.first + date::days(at(Slot::day) - 1)};
        }
        if (has(Slot::holiday)) {
            const auto day = feast_day(at(Slot::holiday), year);
            return day ? std::optional(Period{Unit::day, *day}) : std::nullopt;
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

    /// "last year", "two weeks ago", "next week Tuesday", "the third quarter of last year".
    std::optional<Period> shifted(Day from, const std::string& since) {
        const int relation = reading_.get(Slot::relation, 0);
        const int count = reading_.get(Slot::count, 1);
        if (count == vague || count > 10000 || unit() == Unit::time)
            return unresolved("how long before or after" + since + " is not said"), std::nullopt;
        const auto base_unit = unit() < Unit::day ? Unit::day : unit();
        if (unit() < Unit::day && relation != 0) // hours and minutes: the day is the anchor's
            return time_.why = "the day of" + since, period_of(Unit::day, from);
        if (time_.anchor == Anchor::narrated && anchors_.narrated && anchors_.narrated->unit > base_unit)
            return unresolved("the date told before, " + anchors_.narrated->edtf() + ", names no " +
                              unit_names[at(Slot::unit)]),
                   std::nullopt;
        const bool among_quarters = reading_.get(Slot::anchor, 0) == 2 && anchors_.narrated &&
                                    anchors_.narrated->unit == Unit::quarter;
        if (among_quarters &&
            unit() == Unit::quarter) { // "the quarter" is the one told, and so is "the latest"
            time_.anchor = Anchor::narrated;
            time_.why = "counted from the quarter told before";
            return anchors_.narrated->shifted(relation * (count - 1));
        }
        if (among_quarters &&
            unit() == Unit::year) { // compared with a quarter: the same one of the other year
            time_.anchor = Anchor::narrated;
            time_.why =
                "the same quarter, " + std::to_string(count) + " year(s) before or after the one told before";
            return anchors_.narrated->shifted(4 * relation * count);
        }
        const auto there = period_of(base_unit, from).shifted(relation * count);
        time_.why = relation == 0
                        ? std::string("the ") + unit_names[at(Slot::unit)] + " of" + since
                        : std::to_string(count) + " " + unit_names[at(Slot::unit)] + (count > 1 ? "s" : "") +
                              (relation < 0 ? " before" : " after") + since;
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

    /// "June", "Tuesday", "25 May", "the third quarter", "Easter", "6 p.m.": the one before or after the
    /// anchor.
    std::optional<Period> recurring(Day from, const std::string& since) {
        if (!has(Slot::month) && !has(Slot::holiday) && !has(Slot::season) && !has(Slot::quarter) &&
            !has(Slot::half) && !has(Slot::week))
            return recurring_day(from, since);
        const bool weekday_known = has(Slot::weekday) && (has(Slot::day) || has(Slot::holiday));
        std::vector<Period> near;
        for (int year = year_of(from) - (weekday_known ? 6 : 2);
             year <= year_of(from) + (weekday_known ? 6 : 2); ++year)
            if (const auto found = narrow(year, std::nullopt))
                if (!weekday_known || !has(Slot::month) || iso_weekday(found->first) == at(Slot::weekday))
                    near.push_back(*found);
        if (near.empty())
            return unresolved("no year near" + since + " has such a day"), std::nullopt;
        return choose(near, from, since, has(Slot::month) ? month_names[at(Slot::month) - 1] : "it");
    }

    std::optional<Period> recurring_day(Day from, const std::string& since) {
        std::vector<Period> near;
        if (has(Slot::weekday) || has(Slot::day)) {
            const bool both = has(Slot::weekday) && has(Slot::day);
            const int reach = both ? 250 : has(Slot::day) ? 62 : 14;
            for (int i = -reach; i <= reach; ++i) {
                const Day day = from + date::days(i);
                if ((!has(Slot::weekday) || iso_weekday(day) == at(Slot::weekday)) &&
                    (!has(Slot::day) || day_of(day) == at(Slot::day)))
                    near.push_back({Unit::day, day});
            }
            if (near.empty())
                return unresolved("no such day near" + since), std::nullopt;
            return choose(near, from, since,
                          has(Slot::weekday) ? weekday_names[at(Slot::weekday) - 1] : "the day");
        }
        if (has(Slot::weekend)) {
            for (int i = -2; i <= 2; ++i)
                near.push_back(period_of(Unit::weekend, from).shifted(i));
            return choose(near, from, since, "the weekend");
        }
        time_.why = "on the day of" + since;
        return period_of(Unit::day, from);
    }

    /// From periods in order, the one that relation or tense asks for.
    Period choose(const std::vector<Period>& near, Day from, const std::string& since,
                  const std::string& what) {
        const auto before =
            std::find_if(near.rbegin(), near.rend(), [&](const Period& p) { return p.first <= from; });
        const auto after =
            std::find_if(near.begin(), near.end(), [&](const Period& p) { return p.last() >= from; });
        const Period& last = before == near.rend() ? near.front() : *before;
        const Period& next = after == near.end() ? near.back() : *after;
        const auto pick = [&](const Period& period, const char* side, const char* reason) {
            time_.why = what + side + since + reason;
            return period;
        };
        const int relation = reading_.get(Slot::relation, unset);
        if (relation == -1)
            return pick(last.last() < from || last == near.front() ? last : *(before + 1), " before", "");
        if (relation == 1)
            return pick(next.first > from || next == near.back() ? next : *(after + 1), " after", "");
        const auto distance = [&](const Period& p) { return std::abs((p.first - from).count()); };
        if (has(Slot::weekday) && has(Slot::day)) // the two together come but every few months or years
            return pick(distance(last) <= distance(next) ? last : next, " nearest to", "");
        if (relation == 0 && !has(Slot::tense)) {
            const bool weekly = has(Slot::weekend) || has(Slot::weekday);
            const auto same = period_of(weekly ? Unit::week : Unit::year, from);
            const auto inside = std::find_if(near.begin(), near.end(), [&](const Period& p) {
                return p.first >= same.first && p.first <= same.last();
            });
            return pick(inside == near.end() ? last : *inside, " in the same span as", "");
        }
        const bool future = reading_.get(Slot::tense, -1) == static_cast<int>(Tense::future);
        if (is_overruled(future, last, next, from))
            return pick(future ? last : next, " nearest to", "");
        if (future)
            return pick(next, " after", " (future tense)");
        return pick(last, " before", has(Slot::tense) ? " (past tense)" : "");
    }

    /// One that is near beats one that is most of a year, or of a month, away; against a tense that is told
    /// only where the difference is great.
    bool is_overruled(bool future, const Period& last, const Period& next, Day from) const {
        const bool fits = last.unit == Unit::day || last.unit == Unit::month;
        if (has(Slot::weekday) || has(Slot::weekend) || (!fits && !future))
            return false;
        const double cycle = static_cast<double>((next.first - last.first).count());
        const double since = static_cast<double>((from - last.last()).count()) / cycle;
        const double until = static_cast<double>((next.first - from).count()) / cycle;
        const bool strict = has(Slot::tense) || last.unit == Unit::month;
        const double far = strict ? 0.84 : 0.65, near = strict ? 0.14 : 0.27;
        return future ? until > 0.6 && since < 0.3 : since > far && until < near;
    }
};

} // namespace

std::optional<Period> normalise(Timex& time, const Anchors& anchors) {
    return Normaliser(time, anchors).run();
}

std::optional<Day> publication_day(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    try {
        const auto bounds = edtf::bounds(edtf::parse(text));
        return bounds.earliest && bounds.earliest == bounds.latest ? bounds.earliest : std::nullopt;
    } catch (const edtf::SyntaxError&) {
        return std::nullopt;
    }
}

} // namespace timeloom::timing
