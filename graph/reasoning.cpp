#include "graph/reasoning.hpp"

#include "base/digest.hpp"
#include "graph/days.hpp"
#include "graph/lead.hpp"
#include "graph/reasons.hpp"
#include "graph/statements.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace timeloom {

namespace {

using Kind = Statement::Kind;

/// What can happen again within so many days is told when it happens: a statement, a visit, a change of
/// price.
constexpr int weekly = 7;

bool is_tense(Kind kind) {
    return kind == Kind::told_past || kind == Kind::told_future || kind == Kind::holds;
}
/// Our own inference, which gives way without a contradiction between sources.
bool is_inferred(Kind kind) {
    return kind == Kind::narrated || kind == Kind::ended_by || kind == Kind::begun_by ||
           kind == Kind::condition || kind == Kind::counted;
}

/// A proved day, and whether more than tense and date of publication proves it.
struct Side {
    std::optional<Day> day;
    bool firm = false;
    explicit operator bool() const { return day && firm; }
};

class Reasoning {
  public:
    Reasoning(Timeline& timeline, const Collection& collection, const FusedEvents& events,
              const Frames& frames, const SolvedTimes& times)
        : timeline_(timeline), collection_(collection), events_(events), frames_(frames),
          statements_(times.statements), solution_(times.solution), reasons_(timeline, collection) {}

    void run() {
        for (const auto& reading : collection_.readings) {
            const auto published = bounds_of(reading.document.published.edtf);
            const auto day = day_of_news(reading);
            news_.push_back(day || !published.latest ? day : published.earliest);
        }
        for (const auto& contradiction : solution_.contradictions)
            given_up_.insert(contradiction.given_up);
        for (std::uint32_t s = 0; s < statements_.size(); ++s)
            if (is_between_events(statements_[s].kind) && !given_up_.contains(s))
                causes_.emplace(std::make_pair(statements_[s].event, statements_[s].kind),
                                statements_[s].other);
        // Events first: states may take their ends from them.
        for (const auto kind : {EventKind::event, EventKind::state})
            for (std::uint32_t e = 0; e < timeline_.events.size(); ++e)
                if (timeline_.events[e].kind == kind)
                    date_event(e);
        report_contradictions();
        relate_events();
    }

  private:
    Side side(const ProvedBound& bound) const {
        if (!bound.day)
            return {};
        const auto proof = solution_.proof(bound);
        const bool firm = std::any_of(proof.begin(), proof.end(), [&](std::uint32_t s) {
            const auto kind = statements_[s].kind;
            return kind != Kind::order && !is_tense(kind);
        });
        return {Day(date::days(*bound.day)), firm};
    }

    /// The expressions of an event that are resolved.
    std::vector<const Timex*> expressions(std::uint32_t e) const {
        std::vector<const Timex*> out;
        for (const auto number : events_.events[e]) {
            const auto [d, mention] = collection_.mention(number);
            if (mention->time == no_index)
                continue;
            const auto& time = collection_.readings[d].times[mention->time];
            if (time.resolved && !time.edtf.empty())
                out.push_back(&time);
        }
        return out;
    }

    /// A text says a time of it; else it has the one that a story had come to.
    bool dated(std::uint32_t e) const { return !expressions(e).empty(); }

    void date_event(std::uint32_t e) {
        const auto& start = solution_.days[start_of(e)];
        const auto& end = solution_.days[end_of(e)];
        auto& time = timeline_.events[e].time;
        time.start = {side(start.earliest).day, side(start.latest).day};
        time.end = {side(end.earliest).day, side(end.latest).day};
        std::vector<std::uint32_t> proof;
        bool own = false, other = false;
        for (const auto* bound : {&start.earliest, &start.latest, &end.earliest, &end.latest})
            for (const auto s : solution_.proof(*bound)) {
                const auto& statement = statements_[s];
                if (statement.kind == Kind::order || std::find(proof.begin(), proof.end(), s) != proof.end())
                    continue;
                proof.push_back(s);
                own = own || (statement.kind == Kind::stated && statement.event == e);
                other = other || is_inferred(statement.kind);
            }
        if (timeline_.events[e].kind == EventKind::state)
            time.edtf = edtf_of_state(e, start, end);
        else
            time.edtf = edtf_of_event(e, side(start.earliest), side(start.latest), side(end.latest));
        time.basis = own     ? TimelineTime::From::stated
                     : other ? TimelineTime::From::inferred
                             : TimelineTime::From::published;
        std::vector<const Statement*> said;
        for (const auto s : proof)
            said.push_back(&statements_[s]);
        time.why = reasons_.of(said, unresolved(e), time.edtf.empty() ? no_index : first_report(e));
        if (const auto fresh = fresh_report(e, time.start.earliest, time.end.latest); fresh != no_index) {
            time.edtf = edtf_day(*news_[fresh]) + "~";
            std::vector<std::string> more(time.why.begin(), time.why.end());
            more.push_back(reasons_.told_as_news(fresh));
            time.why = SharedTexts(std::move(more));
        }
    }

    /// "In 2023", says a later article of what an article of November 2023 tells as its news: the first
    /// report, where it gives no date of its own and came out in those months; else no_index.
    std::uint32_t fresh_report(std::uint32_t e, std::optional<Day> from, std::optional<Day> to) const {
        constexpr date::days week{7};
        const auto d = first_report(e);
        if (timeline_.events[e].kind == EventKind::state || d == no_index || !from || !to ||
            *to - *from <= week || *news_[d] < *from || *news_[d] > *to || !dated(e))
            return no_index;
        bool fresh = false;
        for (const auto number : events_.events[e]) {
            const auto [document, mention] = collection_.mention(number);
            if (document != d)
                continue;
            if (mention->time != no_index || mention->narrated != no_index)
                return no_index;
            fresh = fresh || tells_news(number);
        }
        return fresh ? d : no_index;
    }

    /// Words of time that gave no day say why not: "soon", "annual", "on Tuesday" in an article without a
    /// date.
    std::vector<Reasons::Expression> unresolved(std::uint32_t e) const {
        std::vector<Reasons::Expression> out;
        for (const auto number : events_.events[e]) {
            const auto [d, mention] = collection_.mention(number);
            if (mention->time == no_index)
                continue;
            const auto& time = collection_.readings[d].times[mention->time];
            if (!time.resolved || time.edtf.empty())
                out.push_back({d, mention->time});
        }
        return out;
    }

    /// A bound as the text words it ("2030", not "2030-12-31"), else as a day.
    std::string worded(std::uint32_t e, Day day, bool last) const {
        for (const auto* time : expressions(e))
            if ((last ? time->bounds.latest : time->bounds.earliest) == day &&
                time->edtf.find('/') == std::string::npos)
                return time->edtf;
        return edtf_day(day);
    }

    /// Both bounds of one end: as worded, else the shortest calendar unit that holds them.
    std::string worded(std::uint32_t e, Day first, Day last) const {
        for (const auto* time : expressions(e))
            if (time->bounds == DayBounds{first, last} && time->edtf.find('/') == std::string::npos)
                return time->edtf;
        const auto unit = edtf_unit(first, last);
        return unit.empty() ? ".." : unit;
    }

    std::string edtf_of_event(std::uint32_t e, Side start, Side start_by, Side end_by) const {
        if (start && end_by) {
            for (const auto* time : expressions(e))
                if (time->bounds == DayBounds{start.day, end_by.day})
                    return time->edtf;
            const auto between = edtf_between(*start.day, *end_by.day);
            return dated(e) || between.find('/') != std::string::npos ? between : between + "~";
        }
        if (start && end_by.day) { // "this year", told as past in June: still this year
            for (const auto* time : expressions(e))
                if (time->bounds.earliest == start.day && time->bounds.latest >= end_by.day &&
                    time->relation == TimeRelation::at)
                    return time->edtf;
        }
        if (start && end_by.day && is_news(e) && follows_only(e)) // "has resigned after the vote of 3 May"
            return news_day(e);
        if (start && end_by.day) // "after the vote of 3 May", told as past on the 20th
            return edtf_between(*start.day, *end_by.day);
        if (start && start_by)
            return worded(e, *start.day, *start_by.day) + "/..";
        if (start)
            return worded(e, *start.day, false) + "/..";
        if (end_by) // "by the end of 2025", told as yet to come: not before it was told
            return (start.day ? edtf_day(*start.day) : "..") + "/" + worded(e, *end_by.day, true);
        if (end_by.day && start_by && *start_by.day < *end_by.day) // "a day after" what was before June
            return "../" + edtf_day(*start_by.day);
        if (end_by.day)
            return is_news(e) ? news_day(e)
                              : "../" + edtf_day(*end_by.day) + (told_by_interval(e) ? "~" : "");
        if (start.day)
            return edtf_day(*start.day) + "/..";
        return is_news(e) ? news_day(e) : "";
    }

    /// The date of the event that begins or ends a state, where it has one date: "2025-01-21~".
    std::string date_of_cause(std::uint32_t e, Kind kind) const {
        const auto found = causes_.find({e, kind});
        if (found == causes_.end())
            return "";
        const std::string_view edtf = timeline_.events[found->second].time.edtf;
        return edtf.find('/') == std::string_view::npos ? std::string(edtf) : "";
    }

    std::string edtf_of_state(std::uint32_t e, const ProvedDay& starts, const ProvedDay& ends) const {
        const auto start = side(starts.earliest), start_by = side(starts.latest);
        const auto end_from = side(ends.earliest), end = side(ends.latest);
        std::string from = date_of_cause(e, Kind::begun_by), to = date_of_cause(e, Kind::ended_by);
        if (from.empty() && !start && turns_as_news(e, &EventMention::begins))
            from = news_day(e);
        if (from.empty())
            from = start && start_by ? worded(e, *start.day, *start_by.day)
                   : start           ? worded(e, *start.day, false)
                                     : "..";
        if (to.empty() && !end && turns_as_news(e, &EventMention::ends))
            to = news_day(e);
        if (to.empty())
            to = end && end_from ? worded(e, *end_from.day, *end.day)
                 : end           ? worded(e, *end.day, true)
                                 : "..";
        if (from != ".." || to != "..")
            return from + "/" + to;
        if (start_by && end_from) // it held then; since when and until when nobody says
            for (const auto* time : expressions(e))
                return time->edtf;
        return "";
    }

    /// What texts say of its time is only that it came after something else.
    bool follows_only(std::uint32_t e) const {
        return !dated(e) && std::ranges::all_of(events_.events[e], [&](std::uint32_t number) {
            const auto& distance = collection_.mention(number).second->distance;
            return distance.from == no_index || (distance.length == no_index && !distance.back);
        });
    }

    /// Told as what has just happened: in the title or the lead, or of a kind that is told when it happens.
    bool is_news(std::uint32_t e) const {
        return std::any_of(events_.events[e].begin(), events_.events[e].end(),
                           [&](std::uint32_t number) { return tells_news(number); });
    }

    bool tells_news(std::uint32_t number) const {
        const auto [d, mention] = collection_.mention(number);
        if (!told_as_fact(*mention) || mention->tense == ClauseTense::future || mention->anterior ||
            mention->ongoing || (mention->distance.length != no_index && mention->distance.back))
            return false;
        return frames_[mention->frame].recurs_after_days <= weekly ||
               (has_happened(*mention) && mention->tense == ClauseTense::present) ||
               in_lead(collection_.readings[d], *mention);
    }

    /// A state whose beginning, or end, the lead tells as a fact.
    bool turns_as_news(std::uint32_t e, bool EventMention::*turn) const {
        return std::any_of(events_.events[e].begin(), events_.events[e].end(), [&](std::uint32_t number) {
            const auto [d, mention] = collection_.mention(number);
            return mention->*turn && told_as_fact(*mention) && mention->tense != ClauseTense::future &&
                   in_lead(collection_.readings[d], *mention);
        });
    }

    /// None of the documents that tell it has one day of publication.
    bool told_by_interval(std::uint32_t e) const {
        return std::all_of(events_.events[e].begin(), events_.events[e].end(), [&](std::uint32_t number) {
            const auto d = collection_.mention(number).first;
            return timeline_.documents[d].published.edtf.find('/') != std::string::npos;
        });
    }

    /// The document of the first report, by the day of its news; no_index where none has one.
    std::uint32_t first_report(std::uint32_t e) const {
        auto first = no_index;
        for (const auto number : events_.events[e]) {
            const auto d = collection_.mention(number).first;
            if (news_[d] && (first == no_index || *news_[d] < *news_[first]))
                first = d;
        }
        return first;
    }

    /// About the day of the news of the first report.
    std::string news_day(std::uint32_t e) const {
        const auto d = first_report(e);
        return d == no_index ? "" : edtf_day(*news_[d]) + "~";
    }

    /// Whether all that is said is said by one article.
    bool tells_alone(const std::vector<std::uint32_t>& statements) const {
        std::set<std::uint32_t> documents;
        for (const auto s : statements)
            if (const auto mention = statements_[s].mention; mention != no_index)
                documents.insert(collection_.mention(mention).first);
        return documents.size() < 2;
    }

    bool published_by_inference(const Statement& statement) const {
        const auto d = collection_.mention(statement.mention).first;
        return timeline_.documents[d].published.basis == Basis::inferred;
    }

    /// Contradictions between what is said. Where our own inference gave way (what follows from a day of
    /// publication that is inferred as well), or an article's tense before its own dates ("is to open on
    /// Tuesday", of last Tuesday), nobody contradicts anybody.
    void report_contradictions() {
        for (const auto& contradiction : solution_.contradictions) {
            const auto& given_up = statements_[contradiction.given_up];
            if (is_inferred(given_up.kind))
                continue;
            if (is_tense(given_up.kind) &&
                (tells_alone(contradiction.statements) || published_by_inference(given_up))) {
                auto& reasons = timeline_.events[given_up.event].time.why;
                std::vector<std::string> more(reasons.begin(), reasons.end());
                more.push_back("set aside: " + reasons_.explain(given_up));
                reasons = SharedTexts(std::move(more));
                continue;
            }
            TimelineConflict conflict;
            conflict.kind = TimelineConflict::Kind::time;
            std::set<std::uint32_t> about;
            for (const auto s : contradiction.statements) {
                about.insert(statements_[s].event);
                if (statements_[s].kind != Kind::order)
                    conflict.why.push_back(reasons_.explain(statements_[s]));
            }
            conflict.why.push_back("cannot all hold; set aside: " + reasons_.explain(given_up));
            conflict.about.assign(about.begin(), about.end());
            timeline_.conflicts.push_back(std::move(conflict));
        }
    }

    void relate_events() {
        for (std::uint32_t s = 0; s < statements_.size(); ++s) {
            const auto& statement = statements_[s];
            if (!is_between_events(statement.kind) || given_up_.contains(s))
                continue;
            TimelineRelation relation;
            relation.from = statement.other;
            relation.to = statement.event;
            relation.type = statement.kind == Kind::ended_by   ? RelationType::ends
                            : statement.kind == Kind::begun_by ? RelationType::causes
                                                               : RelationType::condition_of;
            relation.why.push_back(reasons_.explain(statement));
            timeline_.relations.push_back(std::move(relation));
        }
    }

    Timeline& timeline_;
    const Collection& collection_;
    const FusedEvents& events_;
    const Frames& frames_;
    const std::vector<Statement>& statements_;
    const TemporalSolution& solution_;
    Reasons reasons_;
    std::set<std::uint32_t> given_up_;
    std::vector<std::optional<Day>> news_; ///< by document: about when its news was
    std::map<std::pair<std::uint32_t, Kind>, std::uint32_t>
        causes_; ///< of an event or state: what began it, …
};

} // namespace

SolvedTimes solve_times(const Collection& collection, const FusedEntities& entities,
                        const FusedEvents& events, const Frames& frames) {
    auto said = collect_statements(collection, entities, events, frames);
    auto solution = solve(2 * events.events.size() + 1, said.constraints, said.support);
    return {std::move(said.statements), std::move(solution)};
}

void reason_over_time(Timeline& timeline, const Collection& collection, const FusedEvents& events,
                      const Frames& frames, const SolvedTimes& times) {
    Reasoning(timeline, collection, events, frames, times).run();
}

} // namespace timeloom
