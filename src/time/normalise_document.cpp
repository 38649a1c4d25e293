#include "time/normalise_document.hpp"

#include "time/calendar.hpp"
#include "time/edtf.hpp"
#include "time/normalise.hpp"

#include <algorithm>
#include <array>

namespace timeloom::timing {

namespace {

/// Speaks of days near the writing: "yesterday", "on Friday", "at 8 p.m."; but not "today", which is often
/// "nowadays".
bool counts_in_days(const Timex& time) {
    const auto& reading = time.reading;
    if (reading.kind != Reading::Kind::date || reading.has(Slot::year))
        return false;
    const bool other_day = reading.has(Slot::unit) && reading[Slot::unit] == static_cast<int>(Unit::day) &&
                           reading.get(Slot::relation, 0) != 0;
    return reading.has(Slot::weekday) || reading.has(Slot::hour) || reading.has(Slot::part) || other_day ||
           (reading.has(Slot::day) && reading.has(Slot::month));
}

bool is_length_of_months(const Timex& time) {
    const auto& reading = time.reading;
    return reading.kind == Reading::Kind::duration && reading.get(Slot::count, 1) > 1 &&
           reading[Slot::unit] == static_cast<int>(Unit::month) && !reading.has(Slot::relation);
}

/// "The quarter", "the latest quarter".
bool names_the_quarter(const Timex& time) {
    const auto& reading = time.reading;
    return reading.kind == Reading::Kind::date && reading.get(Slot::anchor, 0) == 2 &&
           reading.has(Slot::unit) && reading[Slot::unit] == static_cast<int>(Unit::quarter) &&
           reading.get(Slot::count, 1) == 1;
}

bool names_year(const Timex& time) {
    return time.reading.kind == Reading::Kind::date && time.reading.has(Slot::year);
}

/// Counts from the writing: "yesterday", "last week", "on Friday".
bool counts_from_writing(const Timex& time) {
    const auto& reading = time.reading;
    if (reading.kind != Reading::Kind::date || reading.has(Slot::year) || reading.get(Slot::anchor, 0) != 0)
        return false;
    return (reading.has(Slot::relation) && reading.has(Slot::unit)) || reading.has(Slot::nowadays) ||
           (reading.has(Slot::weekday) && !reading.has(Slot::month));
}

/// Tells of times gone by, year by year, and never of those in which it was written.
bool is_chronicle(std::span<const Timex> times, std::optional<Day> published) {
    constexpr std::ptrdiff_t enough = 3; ///< years named, so that they are no asides ("founded in 1990")
    constexpr int gone_by = 2;           ///< years
    const auto is_of_old = [&](const Timex& time) {
        return names_year(time) && (!published || time.reading[Slot::year] <= year_of(*published) - gone_by);
    };
    return std::none_of(times.begin(), times.end(), counts_from_writing) &&
           std::count_if(times.begin(), times.end(), is_of_old) >= enough;
}

/// The quarter of a report, up to where it goes on to other spans: to a year, or to "nine months".
void follow_report(Anchors& anchors, const Timex& time, const std::optional<Period>& told) {
    if (told && (told->unit == Unit::quarter || told->unit == Unit::half))
        anchors.reported = told;
    else if (names_the_quarter(time) && !anchors.reported && time.bounds.earliest)
        anchors.reported = period_of(Unit::quarter, *time.bounds.earliest);
    else if (is_length_of_months(time) || (told && told->unit > Unit::half))
        anchors.reported.reset();
}

/// "Three days ago", "vor einigen Wochen".
bool counts_away(const Timex& time) {
    const auto& reading = time.reading;
    const bool ago =
        reading.kind == Reading::Kind::date && reading.has(Slot::unit) && reading.get(Slot::relation, 0) != 0;
    return reading.get(Slot::anchor, 0) != 1 && (reading.has(Slot::shift) || ago);
}

/// Which day an hour has that follows: "three days ago at 8 a.m."
void follow_day(Anchors& anchors, const Timex& time, const std::optional<Period>& told) {
    if (told) {
        anchors.narrated = told;
        anchors.day_untold = false;
        if (told->unit == Unit::day)
            anchors.nearby_day = told;
    } else if (counts_away(time)) {
        const auto& bounds = time.bounds;
        anchors.day_untold = !bounds.earliest || bounds.earliest != bounds.latest;
        if (!anchors.day_untold)
            anchors.nearby_day = period_of(Unit::day, *bounds.earliest);
    }
}

/// Normalises what was not normalised shortly before from the same place in the story: a text of nothing but
/// "May May May" is read at the cost of copying.
class Outcomes {
  public:
    std::optional<Period> of(Timex& time, const Anchors& anchors) {
        auto& known = known_[time.reading.digest() % known_.size()];
        if (known.is_of(time, anchors)) {
            known.time.span = time.span;
            known.time.sentence = time.sentence;
            time = known.time;
            return known.told;
        }
        known.narrated = anchors.narrated;
        known.nearby_day = anchors.nearby_day;
        known.day_untold = anchors.day_untold;
        known.chronicle = anchors.chronicle;
        known.reported = anchors.reported;
        known.told = normalise(time, anchors);
        known.time = time;
        known.filled = true;
        return known.told;
    }

  private:
    struct Outcome {
        std::optional<Period> narrated, nearby_day, chronicle, reported, told;
        Timex time;
        bool day_untold = false, filled = false;
        bool is_of(const Timex& other, const Anchors& anchors) const {
            return filled && narrated == anchors.narrated && nearby_day == anchors.nearby_day &&
                   day_untold == anchors.day_untold && chronicle == anchors.chronicle &&
                   reported == anchors.reported && time.relation == other.relation &&
                   time.reading == other.reading;
        }
    };
    std::array<Outcome, 16> known_;
};

/// Each expression knows the date that was told last.
void normalise_from(std::span<Timex> times, std::optional<Day> published, const std::string& published_as) {
    Anchors anchors;
    anchors.published = published;
    anchors.published_as = " the publication date " + published_as;
    anchors.day_by_day = std::any_of(times.begin(), times.end(), counts_in_days);
    const bool chronicle = is_chronicle(times, published);
    Outcomes outcomes;
    for (auto& time : times) {
        const auto told = outcomes.of(time, anchors);
        follow_report(anchors, time, told);
        follow_day(anchors, time, told);
        if (chronicle && told && told->unit <= Unit::year)
            anchors.chronicle = told;
        if (told && told->unit == Unit::day && time.reading.has(Slot::update)) {
            anchors.published = told->first;
            anchors.published_as = " the update of " + told->edtf();
            outcomes = Outcomes();
        }
    }
}

/// The first and last days on which the document may have come out; neither unless both are known.
DayBounds publication_days(const std::string& published) {
    if (published.empty())
        return {};
    try {
        const auto bounds = edtf::bounds(edtf::parse(published));
        return bounds.earliest && bounds.latest ? bounds : DayBounds{};
    } catch (const edtf::SyntaxError&) {
        return {};
    }
}

/// What is true of `time` whether it is read as on the first day of publication or as on the last.
void keep_what_agrees(Timex& time, const Timex& first, const Timex& last, const std::string& published) {
    if (first.value == last.value && first.edtf == last.edtf && first.bounds == last.bounds) {
        time = first;
        return;
    }
    if (first.value == last.value) // "for four years", "now"
        time.value = first.value;
    const bool vague =
        time.reading.kind == Reading::Kind::reference; // "now" bounds nothing beside "some week"
    if (!first.resolved || !last.resolved || vague)
        return;
    time.anchor = first.anchor;
    time.resolved = true;
    if (first.bounds.earliest && last.bounds.earliest)
        time.bounds.earliest = std::min(*first.bounds.earliest, *last.bounds.earliest);
    if (first.bounds.latest && last.bounds.latest)
        time.bounds.latest = std::max(*first.bounds.latest, *last.bounds.latest);
    time.why = "all that the publication date " + published + " allows";
    if (!time.bounds.earliest || time.type != TimexType::date)
        return;
    for (const auto unit : {Unit::month, Unit::year})
        if (const auto whole = period_of(unit, *time.bounds.earliest); whole.bounds() == time.bounds) {
            time.edtf = whole.edtf();
            if (first.value != last.value)
                time.value = whole.timex();
            return;
        }
}

} // namespace

void normalise_document(std::span<Timex> times, const std::string& published) {
    const auto days = publication_days(published);
    if (!days.earliest)
        return normalise_from(times, std::nullopt, "");
    if (days.earliest == days.latest)
        return normalise_from(times, days.earliest, edtf::print_day(*days.earliest));
    std::vector<Timex> first(times.begin(), times.end()), last = first;
    normalise_from(first, days.earliest, published);
    normalise_from(last, days.latest, published);
    normalise_from(times, std::nullopt, "");
    for (std::size_t i = 0; i < times.size(); ++i)
        keep_what_agrees(times[i], first[i], last[i], published);
}

} // namespace timeloom::timing
