#include "graph/statements.hpp"

#include "graph/days.hpp"
#include "graph/lead.hpp"
#include "graph/length.hpp"
#include "graph/stages.hpp"
#include "graph/stated_time.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace timeloom {

namespace {

// How well each kind of statement is supported; each further mention that says the same adds one.
constexpr std::uint32_t stated_support = 1000;
constexpr std::uint32_t tense_support = 100;
constexpr std::uint32_t counted_support = 50;
constexpr std::uint32_t inferred_support = 10;

/// What a story has come to is at most so long: "in 2019", not "in the nineties".
constexpr date::days longest_narrated{366};

/// How many mentions before and after one are looked at for the event that begins or ends a state.
constexpr std::uint32_t reach = 24;

std::int32_t number_of(Day day) {
    return day.time_since_epoch().count();
}

class Collector {
  public:
    Collector(const Collection& collection, const FusedEntities& entities, const FusedEvents& events,
              const Frames& frames)
        : collection_(collection), entities_(entities), events_(events), frames_(frames) {}

    TemporalStatements run() {
        for (const auto& reading : collection_.readings) {
            published_.push_back(bounds_of(reading.document.published.edtf));
            // An article whose date is inferred as an interval came out soon after its latest news, which the
            // interval begins with: what it tells as past had happened by then.
            const bool inferred = reading.document.published.basis == Basis::inferred;
            news_.push_back(inferred && published_.back().latest ? published_.back().earliest
                                                                 : published_.back().latest);
            updated_.push_back(!updated_on(reading.times, no_index).empty());
        }
        for (std::uint32_t e = 0; e < events_.events.size(); ++e)
            about(e);
        for (std::uint32_t d = 0; d < collection_.readings.size(); ++d)
            between_events_of(d);
        return std::move(out_);
    }

  private:
    using Cores = std::vector<std::vector<std::uint32_t>>; ///< of the mentions of one document

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

    void about(std::uint32_t e) {
        state(Statement::Kind::order, e, no_index, no_index, certain);
        constrain(end_of(e), start_of(e), 0);
        const auto done = day_done(collection_, published_, frames_, events_.events[e]);
        stated_times(e, done);
        narrated_times(e);
        tenses(e, done);
    }

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
            return dates_itself(collection_, published_, number);
        });
        for (const auto number : events_.events[e]) {
            const auto [d, mention] = collection_.mention(number);
            if (mention->until != no_index)
                ranges.push_back(number);
            if (!is_dated(collection_.readings[d], *mention) ||
                of_what_follows(collection_.readings[d], published_[d], *mention))
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
            state(Statement::Kind::stated, e, no_index, told.first, stated_support + told.second);
            place(e, relation, begins, ends, {earliest, latest});
        }
        for (const auto number : ranges) {
            const auto [d, mention] = collection_.mention(number);
            state(Statement::Kind::ends_range, e, no_index, number, stated_support);
            within(end_of(e), collection_.readings[d].times[mention->until].bounds);
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
            if (!time.resolved || !days.earliest || !days.latest || !published_[d].earliest ||
                (*days.latest >= *published_[d].earliest && !of_update(number)) ||
                *days.latest - *days.earliest > longest_narrated)
                continue;
            state(Statement::Kind::narrated, e, no_index, number, inferred_support);
            if (!mention->anterior)
                within(start_of(e), {days.earliest, {}});
            within(end_of(e), {{}, days.latest});
        }
    }

    /// Written on another day than the article: its tense says nothing of the day of publication.
    bool of_update(std::uint32_t number) const {
        const auto [d, mention] = collection_.mention(number);
        return updated_[d] && !updated_on(collection_.readings[d].times, mention->sentence).empty();
    }

    void place(std::uint32_t e, TimeRelation relation, bool begins, bool ends, const DayBounds& days) {
        const bool state = kind_of(collection_, events_.events[e]) == EventKind::state;
        switch (relation) {
        case TimeRelation::before:
            if (days.earliest)
                not_after(begins ? start_of(e) : end_of(e), *days.earliest - date::days(1));
            break;
        case TimeRelation::by:
            if (days.latest)
                not_after(begins ? start_of(e) : end_of(e), *days.latest);
            break;
        case TimeRelation::after:
            if (days.latest)
                not_before(start_of(e), *days.latest + date::days(1));
            break;
        case TimeRelation::since:
            within(start_of(e), days);
            break;
        case TimeRelation::until:
            within(end_of(e), days);
            break;
        case TimeRelation::over:
            within(start_of(e), {days.earliest, {}});
            within(end_of(e), {{}, days.latest});
            break;
        case TimeRelation::at:
            if (state && ends) {
                within(end_of(e), days);
            } else if (state && begins) {
                within(start_of(e), days);
            } else if (state) { // it holds then, if it does not lie in those days altogether
                within(start_of(e), {{}, days.latest});
                within(end_of(e), {days.earliest, {}});
            } else {
                within(start_of(e), {days.earliest, {}});
                within(end_of(e), {{}, days.latest});
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
            const auto& published = published_[d];
            if (mention->polarity == Polarity::negative || of_update(number))
                continue;
            const bool state = kind_of(collection_.readings[d], *mention) == EventKind::state;
            const bool over = state ? mention->ends : has_happened(*mention);
            if (const auto told = news_[d]; told_as_fact(*mention) && mention->tense != ClauseTense::future &&
                                            over && told && (!past || *told < *past)) {
                past = told;
                past_by = number;
            }
            if (told_as_fact(*mention) && state && !over && mention->tense == ClauseTense::present &&
                !is_gone(collection_.readings[d], published_[d], *mention)) {
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
            state(Statement::Kind::told_past, e, no_index, past_by, tense_support);
            not_after(end_of(e), *past);
        }
        if (held_by) {
            state(Statement::Kind::holds, e, no_index, held_by_by, tense_support);
            not_after(start_of(e), *held_by);
        }
        if (held_still && !past) {
            state(Statement::Kind::holds, e, no_index, held_still_by, tense_support);
            not_before(end_of(e), *held_still);
        }
        if (future && !past) {
            state(Statement::Kind::told_future, e, no_index, future_by, tense_support);
            not_before(start_of(e), *future);
        }
    }

    /// Events of one document that begin or end a state of it, or are the condition of another event.
    void between_events_of(std::uint32_t d) {
        const auto& mentions = collection_.readings[d].events;
        Cores cores;
        for (const auto& mention : mentions)
            cores.push_back(identity_of(collection_, entities_, frames_, d, mention));
        const auto event = [&](std::uint32_t i) { return events_.of[collection_.mention_number(d, i)]; };
        for (std::uint32_t i = 0; i < mentions.size(); ++i) {
            if (mentions[i].distance.from != no_index)
                count(event(i), event(mentions[i].distance.from), d, i);
            if (mentions[i].condition_of != no_index)
                relate(Statement::Kind::condition, event(mentions[i].condition_of), event(i),
                       collection_.mention_number(d, i));
            const bool over = mentions[i].ends || mentions[i].tense == ClauseTense::past;
            // "the right that they had held since May" ended, who says when?
            const bool open = over && mentions[i].time_relation == TimeRelation::since;
            if (mentions[i].kind != EventKind::state ||
                (is_dated(collection_.readings[d], mentions[i]) && !open))
                continue;
            const auto cause = nearest(cores, i, [&](std::uint32_t j) {
                const auto& frame = frames_[mentions[j].frame];
                const auto& states = over ? frame.ends : frame.begins;
                return mentions[j].kind == EventKind::event && told_as_fact(mentions[j]) &&
                       std::find(states.begin(), states.end(), mentions[i].frame) != states.end() &&
                       (over || mentions[i].begins || mentions[i].tense == ClauseTense::future ||
                        mentions[i].sentence == mentions[j].sentence);
            });
            if (cause != no_index && open && !is_dated(collection_.readings[d], mentions[cause]))
                over_by_now(event(i), event(cause), d, collection_.mention_number(d, i));
            else if (cause != no_index)
                relate(over ? Statement::Kind::ended_by : Statement::Kind::begun_by, event(i), event(cause),
                       collection_.mention_number(d, i));
        }
    }

    /// The nearest mention that fits and shares enough participants with mention i; the earlier of two as
    /// near.
    template <class Fits>
    static std::uint32_t nearest(const Cores& cores, std::uint32_t i, Fits fits) {
        const auto shares = [&](std::uint32_t j) {
            std::vector<std::uint32_t> both;
            std::set_intersection(cores[i].begin(), cores[i].end(), cores[j].begin(), cores[j].end(),
                                  std::back_inserter(both));
            return both.size() >= std::min<std::size_t>({2, cores[i].size(), cores[j].size()}) &&
                   !both.empty();
        };
        for (std::uint32_t away = 1; away <= reach; ++away) {
            if (i >= away && fits(i - away) && shares(i - away))
                return i - away;
            if (i + away < cores.size() && fits(i + away) && shares(i + away))
                return i + away;
        }
        return no_index;
    }

    /// What began in May and has ended, today's news says, ended by today; that the news is later than May is
    /// no date for it.
    void over_by_now(std::uint32_t e, std::uint32_t other, std::uint32_t d, std::uint32_t mention) {
        if (e == other || !news_[d] || !related_.emplace(Statement::Kind::ended_by, e, other).second)
            return;
        state(Statement::Kind::ended_by, e, other, mention, inferred_support);
        not_after(end_of(e), *news_[d]);
    }

    /// Days from one event to the other; where a text dates one of them the calendar counts.
    void count(std::uint32_t e, std::uint32_t other, std::uint32_t d, std::uint32_t mention) {
        const auto& reading = collection_.readings[d];
        const auto& said = reading.events[mention].distance;
        if (said.length == no_index)
            return order(e, other, d, mention);
        const auto length = length_of(reading.times[said.length], said.back);
        if (e == other || !length || !related_.emplace(Statement::Kind::counted, e, other).second)
            return;
        state(Statement::Kind::counted, e, other, collection_.mention_number(d, mention), counted_support);
        const auto own = stated_days(e), theirs = stated_days(other);
        if (theirs && !own)
            within_event(e, length->away_from(*theirs));
        else if (own && !theirs)
            within_event(other, length->reversed().away_from(*own));
        if (own || theirs)
            return;
        constrain(start_of(other), start_of(e), length->most);
        constrain(start_of(e), start_of(other), -length->least);
    }

    /// "Before the merger", "after the vote": one event was over, or had come, when the other came.
    void order(std::uint32_t e, std::uint32_t other, std::uint32_t d, std::uint32_t mention) {
        const bool back = collection_.readings[d].events[mention].distance.back;
        if (e == other || !related_.emplace(Statement::Kind::counted, e, other).second)
            return;
        state(Statement::Kind::counted, e, other, collection_.mention_number(d, mention), counted_support);
        if (back)
            constrain(start_of(other), end_of(e), 0);
        else
            constrain(start_of(e), start_of(other), 0);
    }

    /// The days that the text names for an event that happened then.
    std::optional<DayBounds> stated_days(std::uint32_t e) const {
        for (const auto number : events_.events[e]) {
            const auto [d, mention] = collection_.mention(number);
            if (!is_dated(collection_.readings[d], *mention) || mention->time_relation != TimeRelation::at)
                continue;
            const auto& days = collection_.readings[d].times[mention->time].bounds;
            if (days.earliest && days.latest)
                return days;
        }
        return {};
    }

    void within_event(std::uint32_t e, const DayBounds& days) {
        within(start_of(e), {days.earliest, {}});
        within(end_of(e), {{}, days.latest});
    }

    void relate(Statement::Kind kind, std::uint32_t e, std::uint32_t other, std::uint32_t mention) {
        using enum Statement::Kind;
        // What begins a state does not end it: of two mentions that say so one is misread.
        if ((kind == ended_by && related_.contains({begun_by, e, other})) ||
            (kind == begun_by && related_.contains({ended_by, e, other})))
            return;
        if (e == other || !related_.emplace(kind, e, other).second)
            return;
        state(kind, e, other, mention, inferred_support);
        switch (kind) {
        case Statement::Kind::ended_by:
            constrain(start_of(other), end_of(e), 0);
            constrain(end_of(e), start_of(other), 0);
            break;
        case Statement::Kind::begun_by:
            constrain(start_of(other), start_of(e), 0);
            constrain(start_of(e), start_of(other), 0);
            break;
        default:
            constrain(start_of(e), start_of(other), 0);
            break;
        }
    }

    const Collection& collection_;
    const FusedEntities& entities_;
    const FusedEvents& events_;
    const Frames& frames_;
    std::vector<DayBounds> published_;
    std::vector<bool> updated_;            ///< by document: some of it was written later
    std::vector<std::optional<Day>> news_; ///< by document: the day by which its news had happened
    std::set<std::tuple<Statement::Kind, std::uint32_t, std::uint32_t>> related_;
    TemporalStatements out_;
};

} // namespace

TemporalStatements collect_statements(const Collection& collection, const FusedEntities& entities,
                                      const FusedEvents& events, const Frames& frames) {
    return Collector(collection, entities, events, frames).run();
}

} // namespace timeloom
