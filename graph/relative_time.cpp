#include "graph/relative_time.hpp"

#include "graph/lead.hpp"
#include "graph/length.hpp"
#include "graph/stated_time.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace timeloom {

namespace {

/// How many mentions before and after one are looked at for the event that begins or ends a state.
constexpr std::uint32_t reach = 24;

class RelativeTimes {
  public:
    RelativeTimes(const Collection& collection, const FusedEntities& entities, const FusedEvents& events,
                  const Frames& frames, const ReportDays& days, StatementWriter& out)
        : collection_(collection), entities_(entities), events_(events), frames_(frames), days_(days),
          out_(out) {}

    /// Events of one document that begin or end a state of it, or are the condition of another event.
    void run(std::uint32_t d) {
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

  private:
    using Cores = std::vector<std::vector<std::uint32_t>>; ///< of the mentions of one document

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
        if (e == other || !days_.news[d] || !related_.emplace(Statement::Kind::ended_by, e, other).second)
            return;
        out_.state(Statement::Kind::ended_by, e, other, mention, inferred_support);
        out_.not_after(end_of(e), *days_.news[d]);
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
        out_.state(Statement::Kind::counted, e, other, collection_.mention_number(d, mention),
                   counted_support);
        const auto own = stated_days(e), theirs = stated_days(other);
        if (theirs && !own)
            within_event(e, length->away_from(*theirs));
        else if (own && !theirs)
            within_event(other, length->reversed().away_from(*own));
        if (own || theirs)
            return;
        out_.constrain(start_of(other), start_of(e), length->most);
        out_.constrain(start_of(e), start_of(other), -length->least);
    }

    /// "Before the merger", "after the vote": one event was over, or had come, when the other came.
    void order(std::uint32_t e, std::uint32_t other, std::uint32_t d, std::uint32_t mention) {
        const bool back = collection_.readings[d].events[mention].distance.back;
        if (e == other || !related_.emplace(Statement::Kind::counted, e, other).second)
            return;
        out_.state(Statement::Kind::counted, e, other, collection_.mention_number(d, mention),
                   counted_support);
        if (back)
            out_.constrain(start_of(other), end_of(e), 0);
        else
            out_.constrain(start_of(e), start_of(other), 0);
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
        out_.within(start_of(e), {days.earliest, {}});
        out_.within(end_of(e), {{}, days.latest});
    }

    void relate(Statement::Kind kind, std::uint32_t e, std::uint32_t other, std::uint32_t mention) {
        using enum Statement::Kind;
        // What begins a state does not end it: of two mentions that say so one is misread.
        if ((kind == ended_by && related_.contains({begun_by, e, other})) ||
            (kind == begun_by && related_.contains({ended_by, e, other})))
            return;
        if (e == other || !related_.emplace(kind, e, other).second)
            return;
        out_.state(kind, e, other, mention, inferred_support);
        switch (kind) {
        case Statement::Kind::ended_by:
            out_.constrain(start_of(other), end_of(e), 0);
            out_.constrain(end_of(e), start_of(other), 0);
            break;
        case Statement::Kind::begun_by:
            out_.constrain(start_of(other), start_of(e), 0);
            out_.constrain(start_of(e), start_of(other), 0);
            break;
        default:
            out_.constrain(start_of(e), start_of(other), 0);
            break;
        }
    }

    const Collection& collection_;
    const FusedEntities& entities_;
    const FusedEvents& events_;
    const Frames& frames_;
    const ReportDays& days_;
    StatementWriter& out_;
    std::set<std::tuple<Statement::Kind, std::uint32_t, std::uint32_t>> related_;
};

} // namespace

void state_relative_times(const Collection& collection, const FusedEntities& entities,
                          const FusedEvents& events, const Frames& frames, const ReportDays& days,
                          StatementWriter& out) {
    RelativeTimes times(collection, entities, events, frames, days, out);
    for (std::uint32_t d = 0; d < collection.readings.size(); ++d)
        times.run(d);
}

} // namespace timeloom
