#include "graph/own_time.hpp"

#include "graph/days.hpp"
#include "graph/lead.hpp"
#include "graph/stages.hpp"
#include "graph/stated_time.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace timeloom {

namespace {

/// What a story has come to is at most so long: "in 2019", not "in the nineties".
constexpr date::days longest_narrated{366};

class OwnTimes {
  public:
    OwnTimes(const Collection& collection, const FusedEvents& events, const Frames& frames,
             const ReportDays& days, StatementWriter& out)
        : collection_(collection), events_(events), frames_(frames), days_(days), out_(out) {}

    void run(std::uint32_t e) {
        out_.state(Statement::Kind::order, e, no_index, no_index, certain);
        out_.constrain(end_of(e), start_of(e), 0);
        const auto done = day_done(collection_, days_.published, frames_, events_.events[e]);
        stated_times(e, done);
        narrated_times(e);
        tenses(e, done);
    }

  private:
    /// What expressions of time say, each reading once, supported by all mentions that give it.
    void stated_times(std::uint32_t e, const std::optional<DayBounds>& done) {
        using Reading = std::tuple<TimeRelation, bool, bool, std::optional<Day>, std::optional<Day>>;
        std::map<Reading, std::pair<std::uint32_t, std::uint32_t>> readings; // → first mention, mentions
        std::vector<std::uint32_t> ranges;
        const auto borrowed = [&](std::uint32_t number) {
            const auto d = collection_.mention(number).first;
            return borrows_date(collection_.readings[d], number - collection_.first_mention[d]);
        };
        const bool has_own = std::ranges::any_of(events_.events[e], [&](std::uint32_t number) {
            return dates_itself(collection_, days_.published, number);
        });
        for (const auto number : events_.events[e]) {
            const auto [d, mention] = collection_.mention(number);
            if (mention->until != no_index)
                ranges.push_back(number);
            if (!is_dated(collection_.readings[d], *mention) ||
                of_what_follows(collection_.readings[d], days_.published[d], *mention))
                continue;
            const auto& time = collection_.readings[d].times[mention->time];
            if ((has_own && borrowed(number)) || (done && !intersect(*done, time.bounds)))
                continue;
            auto& known = readings[{mention->time_relation, mention->begins, mention->ends,
                                    time.bounds.earliest, time.bounds.latest}];
            if (known.second++ == 0)
                known.first = number;
        }
        for (const auto& [reading, told] : readings) {
            const auto& [relation, begins, ends, earliest, latest] = reading;
            out_.state(Statement::Kind::stated, e, no_index, told.first, stated_support + told.second);
            place(e, relation, begins, ends, {earliest, latest});
        }
        for (const auto number : ranges) {
            const auto [d, mention] = collection_.mention(number);
            out_.state(Statement::Kind::ends_range, e, no_index, number, stated_support);
            out_.within(end_of(e), collection_.readings[d].times[mention->until].bounds);
        }
    }

    /// The time that the story had come to, where it lies before the news; in the pluperfect, only by then.
    void narrated_times(std::uint32_t e) {
        const bool elsewhere = std::ranges::any_of(events_.events[e], [&](std::uint32_t number) {
            const auto* mention = collection_.mention(number).second;
            return told_as_fact(*mention) && mention->narrated == no_index && mention->time == no_index;
        });
        for (const auto number : events_.events[e]) {
            if (elsewhere)
                break;
            const auto [d, mention] = collection_.mention(number);
            if (mention->narrated == no_index || !told_as_fact(*mention))
                continue;
            const auto& time = collection_.readings[d].times[mention->narrated];
            const auto& days = time.bounds;
            if (!time.resolved || !days.earliest || !days.latest || !days_.published[d].earliest ||
                (*days.latest >= *days_.published[d].earliest && !days_.written_later(collection_, number)) ||
                *days.latest - *days.earliest > longest_narrated)
                continue;
            out_.state(Statement::Kind::narrated, e, no_index, number, inferred_support);
            if (!mention->anterior)
                out_.within(start_of(e), {days.earliest, {}});
            out_.within(end_of(e), {{}, days.latest});
        }
    }

    void place(std::uint32_t e, TimeRelation relation, bool begins, bool ends, const DayBounds& days) {
        const bool state = kind_of(collection_, events_.events[e]) == EventKind::state;
        switch (relation) {
        case TimeRelation::before:
            if (days.earliest)
                out_.not_after(begins ? start_of(e) : end_of(e), *days.earliest - date::days(1));
            break;
        case TimeRelation::by:
            if (days.latest)
                out_.not_after(begins ? start_of(e) : end_of(e), *days.latest);
            break;
        case TimeRelation::after:
            if (days.latest)
                out_.not_before(start_of(e), *days.latest + date::days(1));
            break;
        case TimeRelation::since:
            out_.within(start_of(e), days);
            break;
        case TimeRelation::until:
            out_.within(end_of(e), days);
            break;
        case TimeRelation::over:
            out_.within(start_of(e), {days.earliest, {}});
            out_.within(end_of(e), {{}, days.latest});
            break;
        case TimeRelation::at:
            if (state && ends) {
                out_.within(end_of(e), days);
            } else if (state && begins) {
                out_.within(start_of(e), days);
            } else if (state) { // it holds then, if it does not lie in those days altogether
                out_.within(start_of(e), {{}, days.latest});
                out_.within(end_of(e), {days.earliest, {}});
            } else {
                out_.within(start_of(e), {days.earliest, {}});
                out_.within(end_of(e), {{}, days.latest});
            }
            break;
        }
    }

    /// What the tense says against the day of publication: the earliest report binds what is past, the latest
    /// report what is still to come.
    void tenses(std::uint32_t e, const std::optional<DayBounds>& done) {
        std::optional<Day> past, held_by, held_still, future, due;
        std::uint32_t past_by = 0, held_by_by = 0, held_still_by = 0, future_by = 0;
        for (const auto number : events_.events[e]) {
            const auto [d, mention] = collection_.mention(number);
            const auto& published = days_.published[d];
            if (mention->polarity == Polarity::negative || days_.written_later(collection_, number))
                continue;
            const bool state = kind_of(collection_.readings[d], *mention) == EventKind::state;
            const bool over = state ? mention->ends : has_happened(*mention);
            if (const auto told = days_.news[d]; told_as_fact(*mention) &&
                                                 mention->tense != ClauseTense::future && over && told &&
                                                 (!past || *told < *past)) {
                past = told;
                past_by = number;
            }
            if (told_as_fact(*mention) && state && !over && mention->tense == ClauseTense::present &&
                !is_gone(collection_.readings[d], days_.published[d], *mention)) {
                if (published.latest && (!held_by || *published.latest < *held_by)) {
                    held_by = published.latest;
                    held_by_by = number;
                }
                if (published.earliest && (!held_still || *published.earliest > *held_still)) {
                    held_still = published.earliest;
                    held_still_by = number;
                }
            }
            const bool to_come =
                !state && (mention->tense == ClauseTense::future || mention->modality == Modality::planned);
            if (published.earliest && !mention->ends && to_come &&
                (!future || *published.earliest > *future)) {
                future = published.earliest;
                future_by = number;
            }
            if (is_ahead(collection_.readings[d], published, *mention, to_come) &&
                (!due || *published.earliest > *due))
                due = published.earliest;
        }
        // What has a date ahead is yet to come, though its announcement is told as done.
        if (past && ((due && *due >= *past) || (done && *done->earliest > *past)))
            past.reset();
        if (past) {
            out_.state(Statement::Kind::told_past, e, no_index, past_by, tense_support);
            out_.not_after(end_of(e), *past);
        }
        if (held_by) {
            out_.state(Statement::Kind::holds, e, no_index, held_by_by, tense_support);
            out_.not_after(start_of(e), *held_by);
        }
        if (held_still && !past) {
            out_.state(Statement::Kind::holds, e, no_index, held_still_by, tense_support);
            out_.not_before(end_of(e), *held_still);
        }
        if (future && !past) {
            out_.state(Statement::Kind::told_future, e, no_index, future_by, tense_support);
            out_.not_before(start_of(e), *future);
        }
    }

    const Collection& collection_;
    const FusedEvents& events_;
    const Frames& frames_;
    const ReportDays& days_;
    StatementWriter& out_;
};

} // namespace

void state_own_times(const Collection& collection, const FusedEvents& events, const Frames& frames,
                     const ReportDays& days, StatementWriter& out) {
    OwnTimes times(collection, events, frames, days, out);
    for (std::uint32_t e = 0; e < events.events.size(); ++e)
        times.run(e);
}

} // namespace timeloom
