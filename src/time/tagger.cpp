#include "time/tagger.hpp"

#include "time/context.hpp"
#include "time/finder.hpp"
#include "time/normalise_document.hpp"
#include "time/pieces.hpp"
#include "time/rules.hpp"

#include <algorithm>

namespace timeloom {

using namespace timing;

struct Tagger::Rules {
    Rules(const std::filesystem::path& data, const std::string& language)
        : tables(data, language), context(tables) {}
    TimeRules tables;
    TimeContext context;
};

namespace {

constexpr std::size_t farthest_range_end = 4; ///< pieces between the ends of a range: ", bis zum"

/// Close behind in one clause or two: "on Thursday, 25 February, at 8.30 p.m."; a story that is told goes on
/// in the next sentence ("yesterday morning … . In the evening", "had left at 9.40"), not so the next entry
/// of a programme.
bool follows_closely(const Timex& time, const Timex& before, std::string_view text, bool is_told) {
    constexpr std::size_t farthest = 240;
    const auto between = text.substr(before.span.end, time.span.begin - before.span.end);
    const bool goes_on = !time.reading.has(Slot::hour) || is_told;
    return time.sentence - before.sentence <= goes_on && between.size() < farthest &&
           between.find('\n') == std::string_view::npos &&
           (goes_on || between.find(". ") == std::string_view::npos);
}

/// "On Saturday and Sunday": what tells where the one lies tells it of the other.
void share_tense(Timex& time, const Timex& before) {
    const auto is_plain_day = [](const Reading& reading) {
        return reading.kind == Reading::Kind::date && reading.has(Slot::weekday) && !reading.has(Slot::day) &&
               !reading.has(Slot::relation);
    };
    if (!is_plain_day(time.reading))
        return;
    if (is_plain_day(before.reading))
        time.reading[Slot::tense] = before.reading[Slot::tense];
    else if (before.reading.get(Slot::relation, 0) != 0 && // "tomorrow and on Sunday"
             before.reading.get(Slot::unit, unset) == static_cast<int>(Unit::day))
        time.reading[Slot::tense] = before.reading[Slot::relation] < 0 ? -1 : 1;
}

/// "Tomorrow: sleet. Saturday: thaw": with no verb to tell, days told in a row go on the way they went.
void go_on_ahead(Timex& time, const Timex& before) {
    const auto& reading = time.reading;
    const bool plain_day = reading.kind == Reading::Kind::date && reading.has(Slot::weekday) &&
                           !reading.has(Slot::day) && !reading.has(Slot::relation) &&
                           !reading.has(Slot::tense);
    const bool was_ahead = before.reading.get(Slot::relation, 0) == 1 &&
                           before.reading.get(Slot::unit, unset) == static_cast<int>(Unit::day);
    const bool was_day_ahead = before.reading.has(Slot::weekday) && before.reading.get(Slot::tense, -1) == 1;
    if (plain_day && time.sentence - before.sentence <= 1 && (was_ahead || was_day_ahead))
        time.reading[Slot::tense] = static_cast<std::int32_t>(Tense::future);
}

/// "Closed from Monday, 19 December, until the end of January": no range ends before it begins.
bool ends_range(const Timex& time, const Timex& before) {
    const auto& reading = time.reading;
    const bool alike = reading.has(Slot::month)
                           ? before.reading.has(Slot::month)
                           : reading.has(Slot::weekday) && !before.reading.has(Slot::month);
    return alike && reading.kind == Reading::Kind::date && before.reading.kind == Reading::Kind::date &&
           time.sentence == before.sentence && !reading.has(Slot::year) && !reading.has(Slot::year2) &&
           !reading.has(Slot::relation) && !reading.has(Slot::unit);
}

} // namespace

Tagger::Tagger(const std::filesystem::path& data, const std::string& language)
    : rules_(std::make_unique<const Rules>(data, language)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;

std::vector<Timex> Tagger::tag(const Document& document) const {
    const auto pieces = pieces_of(document, rules_->tables.vocabulary);
    TenseCues cues(rules_->context.tense_classes(), document, pieces);
    const TimexFinder finder(pieces, rules_->tables, document.text);
    std::vector<Timex> times;
    times.reserve(finder.matches());
    std::size_t last_end = 0; ///< of the expression before
    finder.each([&](const FoundTimex& found) {
        Timex time;
        time.span = {pieces[found.begin].begin, pieces[found.end - 1].end};
        time.sentence = pieces[found.begin].sentence;
        time.reading = found.reading;
        rules_->context.read(time, cues, pieces, found.begin, found.end);
        const auto is_told = [&] {
            const auto cue = cues.around(found.begin, found.end);
            return cue && cue->tense == Tense::past && !cue->apart;
        };
        if (!times.empty() &&
            follows_closely(time, times.back(), document.text, time.reading.has(Slot::hour) && is_told()))
            time.reading[Slot::follows] = 1;
        if (!times.empty() && found.begin == last_end + 1 && rules_->context.joins(pieces[last_end]))
            share_tense(time, times.back());
        else if (!times.empty() && found.begin - last_end <= farthest_range_end &&
                 rules_->context.leads_to(pieces, last_end, found.begin) && ends_range(time, times.back()))
            time.reading[Slot::onward] = 1;
        if (!times.empty())
            go_on_ahead(time, times.back());
        last_end = found.end;
        times.push_back(std::move(time));
    });
    normalise_document(times, document.published.edtf);
    return times;
}

void Tagger::resolve(std::span<Timex> times, const std::string& published) const {
    normalise_document(times, published);
}

void Tagger::look_ahead(std::span<Timex> times, std::span<const std::uint32_t> ahead,
                        const std::string& published) const {
    for (const auto time : ahead)
        times[time].reading[Slot::tense] = static_cast<std::int32_t>(Tense::future);
    normalise_document(times, published);
}

std::vector<PublicationClue> Tagger::clues(const Document&, std::span<const Timex> times) const {
    std::vector<PublicationClue> clues;
    for (const auto& time : times) {
        const auto& reading = time.reading;
        const bool day = reading.has(Slot::day) || reading.has(Slot::weekday);
        if (reading.kind != Reading::Kind::date || !day || reading.has(Slot::year) ||
            reading.has(Slot::year2) || reading.has(Slot::unit) || reading.has(Slot::open) ||
            reading.get(Slot::anchor, 0) == 1)
            continue;
        PublicationClue clue;
        clue.span = time.span;
        if (reading.has(Slot::weekday))
            clue.weekday = static_cast<unsigned>(reading[Slot::weekday]) % 7;
        if (reading.has(Slot::day))
            clue.day_of_month = static_cast<unsigned>(reading[Slot::day]);
        if (reading.has(Slot::month))
            clue.month = static_cast<unsigned>(reading[Slot::month]);
        clue.past = reading.get(Slot::tense, -1) < 0 && reading.get(Slot::relation, -1) < 1;
        clues.push_back(clue);
    }
    return clues;
}

} // namespace timeloom
