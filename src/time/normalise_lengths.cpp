// Lengths of time and what comes again: "four years", "the next two weeks", "every Tuesday".
#include "time/normaliser.hpp"

#include "time/calendar.hpp"
#include "time/edtf.hpp"

namespace timeloom::timing {

namespace {

constexpr const char* duration_codes[] = {"TS", "TM", "TH", "D", "W", "WE", "M", "Q",
                                          "SE", "6M", "Y",  "Y", "Y", "Y",  "X"};

std::string amount(Unit unit, int count, bool half) {
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

} // namespace

Day moved(Day day, Unit unit, int count) {
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

std::string Normaliser::period_text() const {
    std::string text = "P" + amount(unit(), reading_.get(Slot::count, 1), has(Slot::fraction));
    if (!has(Slot::unit2))
        return text;
    auto more = amount(static_cast<Unit>(at(Slot::unit2)), reading_.get(Slot::count2, 1), false);
    if (more[0] == 'T' && text.find('T') != std::string::npos)
        more.erase(0, 1);
    return text + more;
}

void Normaliser::duration() {
    time_.type = TimexType::duration;
    time_.value = period_text();
    time_.why = "a length of time";
    const int relation = reading_.get(Slot::relation, 0), shift = reading_.get(Slot::shift, 0);
    const int count = reading_.get(Slot::count, 1);
    const bool since = time_.relation == TimeRelation::since; // "for two years now": it began two years ago
    if (count == vague || is_too_far(unit(), count) || unit() == Unit::time ||
        (relation == 0 && shift == 0 && !(since && anchors_.published)))
        return;
    const auto counting = unit() < Unit::day ? Unit::day : unit();
    const auto from = anchor();
    if (time_.anchor == Anchor::narrated && !from)
        return; // still a length, from no day in particular
    if (time_.anchor == Anchor::narrated && anchors_.narrated->unit > counting)
        return between_days(unit() < Unit::day ? 0 : count * (shift + relation));
    if (!from) {
        time_.resolved = false;
        time_.why = missing_anchor();
        return;
    }
    const Day now = *from;
    const int steps = unit() < Unit::day ? 0 : count;
    if (since && relation == 0 && shift == 0) {
        const auto begun = period_of(counting, moved(now, counting, -steps));
        time_.edtf = begun.edtf() + (begun.unit == Unit::week ? "" : "~");
        time_.bounds = begun.bounds();
        return explain({counted(steps, counting), " before", anchor_name(now)});
    }
    if (shift != 0) {
        const auto then = period_of(counting, moved(now, counting, shift * steps));
        time_.edtf = then.edtf();
        time_.bounds = then.bounds();
        if (counting == Unit::week)
            weeks_away(now, shift * steps);
        explain({counted(steps, counting), shift < 0 ? " before" : " after", anchor_name(now)});
        return;
    }
    const Day other = moved(now, counting, relation * steps);
    time_.bounds = relation < 0 ? DayBounds{other, now} : DayBounds{now, other};
    time_.edtf = edtf::print_day(*time_.bounds.earliest) + "/" + edtf::print_day(*time_.bounds.latest);
    explain({relation < 0 ? "up to" : "from", anchor_name(now)});
}

/// "Two weeks ago", "a week later", told of a day: about the day on which those weeks are full.
void Normaliser::weeks_away(Day from, int count) {
    constexpr date::days rounded{3};
    if (time_.anchor == Anchor::narrated && anchors_.narrated->unit > Unit::day)
        return;
    const Day day = moved(from, Unit::week, count);
    time_.edtf = edtf::print_day(day) + "~";
    time_.bounds = {day - rounded, day + rounded};
}

/// "Two weeks later", told of a month: between two weeks after its first day and after its last.
void Normaliser::between_days(int count) {
    const auto counting = unit() < Unit::day ? Unit::day : unit();
    const auto& told = *anchors_.narrated;
    time_.bounds = {moved(told.first, counting, count), moved(told.last(), counting, count)};
    time_.edtf = edtf::print_day(*time_.bounds.earliest) + "/" + edtf::print_day(*time_.bounds.latest);
    time_.resolved = true;
    explain({counted(std::abs(count), counting), count < 0 ? " before" : " after", " the date told before, ",
             told.edtf()});
}

void Normaliser::set() {
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

} // namespace timeloom::timing
