#include "graph/publication.hpp"

#include "graph/days.hpp"
#include "graph/lead.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace timeloom {

namespace {

using date::days;

/// How far ahead a week is looked for: weekday and day of the month meet again within 11 years.
constexpr days search_years{12 * 366};
/// Events of one article that must be told by the other, for the two to be of one story.
constexpr std::size_t shared_story = 2;
/// An event told by more articles than this says little about any one of them.
constexpr std::size_t most_tellers = 200;

bool fits(const PublicationClue& clue, Day day) {
    const date::year_month_day date(day);
    return (!clue.weekday || date::weekday(day).c_encoding() == *clue.weekday) &&
           (!clue.day_of_month || unsigned(date.day()) == *clue.day_of_month) &&
           (!clue.month || unsigned(date.month()) == *clue.month);
}

bool narrows(const PublicationClue& clue) {
    return clue.weekday && clue.day_of_month;
}

/// Whether an article of that day could say so.
bool could_say(const PublicationClue& clue, Day published) {
    for (days away(0); away <= news_week; ++away)
        if (fits(clue, clue.past ? published - away : published + away))
            return true;
    return false;
}

/// The first run of days, from `from` on, on which an article could say all this.
std::optional<DayBounds> first_fit(const std::vector<PublicationClue>& clues, Day from) {
    const auto all = [&](Day day) {
        return std::all_of(clues.begin(), clues.end(), [&](const PublicationClue& clue) {
            return !narrows(clue) || could_say(clue, day);
        });
    };
    for (auto day = from; day <= from + search_years; day += days(1)) {
        if (!all(day))
            continue;
        auto last = day;
        while (all(last + days(1)))
            last += days(1);
        return DayBounds{day, last};
    }
    return std::nullopt;
}

/// The latest date on the calendar that the text tells as past.
struct PastDate {
    std::optional<Day> day;
    std::string edtf;
};

PastDate latest_past(const DocumentReading& reading) {
    // How each sentence and each expression is told: by the mentions that they belong to.
    std::vector<bool> past(reading.document.sentences.size()), open(reading.document.sentences.size());
    std::vector<bool> dates_past(reading.times.size()), dates_open(reading.times.size());
    for (const auto& mention : reading.events) {
        const bool is_past = told_as_fact(mention) &&
                             (has_happened(mention) ||
                              (mention.kind == EventKind::state && mention.tense != ClauseTense::future));
        const bool is_open = mention.modality == Modality::planned || mention.tense == ClauseTense::future;
        if (mention.sentence < past.size()) {
            past[mention.sentence] = past[mention.sentence] || is_past;
            open[mention.sentence] = open[mention.sentence] || is_open;
        }
        if (mention.time != no_index) {
            dates_past[mention.time] = dates_past[mention.time] || is_past;
            dates_open[mention.time] = dates_open[mention.time] || is_open;
        }
    }
    PastDate out;
    for (std::size_t t = 0; t < reading.times.size(); ++t) {
        const auto& time = reading.times[t];
        const bool begun = time.relation == TimeRelation::at || time.relation == TimeRelation::since ||
                           time.relation == TimeRelation::after;
        if (time.anchor != Anchor::none || !time.resolved || !begun || !time.bounds.earliest ||
            !time.bounds.latest || (out.day && *time.bounds.earliest <= *out.day))
            continue;
        // A date that no event claims counts when it is a month or a day, in a sentence that looks back or,
        // at least, not ahead.
        const bool precise = *time.bounds.latest - *time.bounds.earliest <= days(31);
        const bool unclaimed = !dates_past[t] && !dates_open[t] && precise &&
                               (time.sentence >= open.size() || !open[time.sentence]);
        if ((dates_past[t] && !dates_open[t]) || unclaimed) {
            out.day = time.bounds.earliest;
            out.edtf = time.edtf;
        }
    }
    return out;
}

std::string words_of(const DocumentReading& reading, const PublicationClue& clue) {
    return "\"" + std::string(clue.span.of(reading.document.text)) + "\"";
}

std::string name_of(const DocumentReading& reading) {
    return name_of_document(reading.document.title, reading.document.uri);
}

void publish(DocumentReading& reading, const DayBounds& window, std::vector<std::string> why) {
    auto& published = reading.document.published;
    published.basis = Basis::inferred;
    published.why = std::move(why);
    if (window.earliest && window.latest)
        published.edtf = edtf_between(*window.earliest, *window.latest);
    else if (window.earliest)
        published.edtf = edtf_day(*window.earliest) + "/..";
}

/// Publishes a document on the day of its dateline ("BERLIN, June 8, 2010"); gives false when it has none.
bool publish_by_dateline(DocumentReading& reading) {
    for (const auto& time : reading.times) {
        const bool day = time.anchor == Anchor::none && time.resolved && time.bounds.earliest &&
                         time.bounds.earliest == time.bounds.latest;
        const auto& sentences = reading.document.sentences;
        if (!day || time.sentence >= sentences.size() ||
            sentences[time.sentence].kind != SentenceKind::dateline)
            continue;
        const std::string words(time.span.of(reading.document.text));
        publish(reading, time.bounds, {"its dateline says \"" + words + "\""});
        reading.document.published.basis = Basis::stated;
        return true;
    }
    return false;
}

/// Fits the clues of a document after `from`; gives false when they say nothing.
bool publish_by_clues(DocumentReading& reading, Day from, std::vector<std::string> why) {
    const auto clue = std::find_if(reading.clues.begin(), reading.clues.end(), narrows);
    if (clue == reading.clues.end())
        return false;
    const auto window = first_fit(reading.clues, from);
    if (!window)
        return false;
    why.push_back(words_of(reading, *clue) + " fits a publication from " + edtf_day(*window->earliest) +
                  " to " + edtf_day(*window->latest) + ", the first such days after that");
    publish(reading, *window, std::move(why));
    return true;
}

/// What dated articles say of an undated one.
struct Evidence {
    DayBounds window;
    std::vector<std::string> why;
};

} // namespace

std::vector<std::uint32_t> infer_from_clues(Collection& collection) {
    std::vector<std::uint32_t> dated;
    for (std::uint32_t d = 0; d < collection.readings.size(); ++d) {
        auto& reading = collection.readings[d];
        if (!reading.document.published.edtf.empty())
            continue;
        if (publish_by_dateline(reading)) {
            dated.push_back(d);
            continue;
        }
        const auto past = latest_past(reading);
        if (past.day && publish_by_clues(reading, *past.day, {"the text tells " + past.edtf + " as past"}))
            dated.push_back(d);
    }
    return dated;
}

std::vector<std::uint32_t> infer_from_events(Collection& collection, const FusedEvents& events) {
    std::vector<std::uint32_t> dated, open;
    for (std::uint32_t d = 0; d < collection.readings.size(); ++d)
        if (collection.readings[d].document.published.edtf.empty())
            open.push_back(d);
    if (open.empty())
        return dated;
    std::vector<std::vector<std::uint32_t>> told_by(collection.readings.size()); // events of each document
    std::vector<std::vector<std::uint32_t>> tellers(events.events.size());
    std::vector<DayBounds> when(events.events.size());
    for (std::uint32_t e = 0; e < events.events.size(); ++e) {
        for (const auto number : events.events[e]) {
            const auto [d, mention] = collection.mention(number);
            if (!told_as_fact(*mention) || mention->tense == ClauseTense::future)
                continue;
            if (tellers[e].empty() || tellers[e].back() != d) {
                tellers[e].push_back(d);
                told_by[d].push_back(e);
            }
            if (mention->time != no_index && mention->time_relation == TimeRelation::at &&
                mention->kind == EventKind::event && collection.readings[d].times[mention->time].resolved)
                narrow(when[e], collection.readings[d].times[mention->time].bounds);
        }
    }
    const auto published = [&](std::uint32_t d) {
        return bounds_of(collection.readings[d].document.published.edtf);
    };

    /// What the articles dated so far say of d.
    const auto evidence_for = [&](std::uint32_t d) {
        Evidence out;
        std::map<std::uint32_t, std::size_t> shared; // dated article → events told by both
        for (const auto e : told_by[d]) {
            if (tellers[e].size() > most_tellers)
                continue;
            bool dated_elsewhere = false;
            for (const auto other : tellers[e])
                if (other != d && published(other).earliest) {
                    ++shared[other];
                    dated_elsewhere = true;
                }
            if (dated_elsewhere && when[e].earliest &&
                (!out.window.earliest || *when[e].earliest > *out.window.earliest)) {
                out.window.earliest = when[e].earliest;
                out.why = {"it tells as past what happened on " +
                           edtf_between(*when[e].earliest, when[e].latest.value_or(*when[e].earliest))};
            }
        }
        // The article that shares most; of equals the earlier one, then the lesser id.
        std::uint32_t nearest = no_index;
        for (const auto& [other, count] : shared)
            if (count >= shared_story && published(other).latest &&
                (nearest == no_index || count > shared[nearest] ||
                 (count == shared[nearest] && *published(other).earliest < *published(nearest).earliest)))
                nearest = other;
        if (nearest != no_index) {
            const auto story = published(nearest);
            const auto day = day_of_news(collection.readings[nearest]);
            narrow(out.window, day ? DayBounds{day, *day + news_week}
                                   : DayBounds{*story.earliest - news_week, *story.latest + news_week});
            out.why.push_back("it tells " + std::to_string(shared[nearest]) + " events of " +
                              name_of(collection.readings[nearest]) + ", published " +
                              collection.readings[nearest].document.published.edtf +
                              "; articles of one story come out within a week of each other");
        }
        return out;
    };

    for (bool more = true; more;) {
        // All of one round are dated before any of them dates another, so that their order does not count.
        std::vector<std::pair<std::uint32_t, Evidence>> round;
        for (const auto d : open)
            if (auto evidence = evidence_for(d);
                evidence.window.earliest &&
                (!evidence.window.latest || *evidence.window.earliest <= *evidence.window.latest))
                round.emplace_back(d, std::move(evidence));
        for (auto& [d, evidence] : round) {
            auto& reading = collection.readings[d];
            const auto past = latest_past(reading);
            if (past.day && *past.day > *evidence.window.earliest)
                narrow(evidence.window, {past.day, {}});
            if (!publish_by_clues(reading, *evidence.window.earliest, evidence.why))
                publish(reading, evidence.window, evidence.why);
            dated.push_back(d);
        }
        std::erase_if(
            open, [&](std::uint32_t d) { return !collection.readings[d].document.published.edtf.empty(); });
        more = !round.empty();
    }
    std::sort(dated.begin(), dated.end());
    return dated;
}

} // namespace timeloom
