// What comes round and names no year: which of the Junes, Tuesdays, third quarters is meant.
#include "time/normaliser.hpp"

#include "time/calendar.hpp"

#include <algorithm>

namespace timeloom::timing {

/// "June", "Tuesday", "25 May", "the third quarter", "Easter", "6 p.m.": the one before or after the
/// anchor.
std::optional<Period> Normaliser::recurring(Day from, std::string_view since) {
    if (!recurs_yearly())
        return recurring_day(from, since);
    const bool weekday_known = has(Slot::weekday) && (has(Slot::day) || has(Slot::holiday));
    std::vector<Period> near;
    near.reserve(5);
    for (int year = year_of(from) - (weekday_known ? 6 : 2); year <= year_of(from) + (weekday_known ? 6 : 2);
         ++year)
        if (const auto found = narrow(year, std::nullopt))
            if (!weekday_known || !has(Slot::month) || iso_weekday(found->first) == at(Slot::weekday))
                near.push_back(*found);
    if (near.empty())
        return unresolved("no year near" + std::string(since) + " has such a day"), std::nullopt;
    return choose(near, from, since, has(Slot::month) ? month_names[at(Slot::month) - 1] : "it");
}

bool Normaliser::recurs_yearly() const {
    return has(Slot::month) || has(Slot::holiday) || has(Slot::season) || has(Slot::quarter) ||
           has(Slot::half) || has(Slot::week);
}

/// "In June 1812 the army crossed the river; by September it had …": of the year told, or of the next one
/// where that would be far back.
std::optional<Period> Normaliser::of_chronicle() {
    constexpr int far_back = 61; ///< days
    if (!anchors_.chronicle || !recurs_yearly() || has(Slot::unit) || has(Slot::relation) ||
        reading_.get(Slot::tense, -1) > 0)
        return std::nullopt;
    const int year = year_of(anchors_.chronicle->first);
    auto found = narrow(year, std::nullopt);
    if (found && anchors_.chronicle->unit < Unit::year &&
        (anchors_.chronicle->first - found->last()).count() >= far_back)
        found = narrow(year + 1, std::nullopt);
    if (!found || (has(Slot::weekday) && iso_weekday(found->first) != at(Slot::weekday)))
        return std::nullopt;
    time_.anchor = Anchor::narrated;
    explain({"of the year told before, ", std::to_string(year)});
    return found;
}

std::optional<Period> Normaliser::recurring_day(Day from, std::string_view since) {
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
            return unresolved("no such day near" + std::string(since)), std::nullopt;
        return choose(near, from, since,
                      has(Slot::weekday) ? weekday_names[at(Slot::weekday) - 1] : "the day");
    }
    if (has(Slot::weekend)) {
        for (int i = -2; i <= 2; ++i)
            near.push_back(period_of(Unit::weekend, from).shifted(i));
        return choose(near, from, since, "the weekend");
    }
    explain({"on the day of", since});
    return period_of(Unit::day, from);
}

/// From periods in order, the one that relation or tense asks for.
Period Normaliser::choose(const std::vector<Period>& near, Day from, std::string_view since,
                          std::string_view what) {
    const auto before =
        std::find_if(near.rbegin(), near.rend(), [&](const Period& p) { return p.first <= from; });
    const auto after = std::find_if(before == near.rend() ? near.begin() : before.base() - 1, near.end(),
                                    [&](const Period& p) { return p.last() >= from; });
    const Period& last = before == near.rend() ? near.front() : *before;
    const Period& next = after == near.end() ? near.back() : *after;
    const auto pick = [&](const Period& period, const char* side, const char* reason) {
        explain({what, side, since, reason});
        return period;
    };
    if (ends_a_range())
        return pick(next, " after", "");
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

/// The "Friday" of "from Monday to Friday": the first after the day told just before.
bool Normaliser::ends_a_range() const {
    return has(Slot::onward) && anchors_.narrated;
}

/// One that is near beats one that is most of a year, or of a month, away; against a tense that is told
/// only where the difference is great.
bool Normaliser::is_overruled(bool future, const Period& last, const Period& next, Day from) const {
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

} // namespace timeloom::timing
