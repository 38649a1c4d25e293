#include "time/tagger.hpp"

#include "time/context.hpp"
#include "time/finder.hpp"
#include "time/normalise.hpp"
#include "time/pieces.hpp"
#include "time/rules.hpp"

namespace timeloom {

using namespace timing;

struct Tagger::Rules {
    Rules(const std::filesystem::path& data, const std::string& language)
        : tables(data, language), context(tables) {}
    TimeRules tables;
    TimeContext context;
};

namespace {

/// Reads the expressions in text order, each knowing the date that was told last.
void normalise_all(std::span<Timex> times, const std::string& published) {
    Anchors anchors{publication_day(published), std::nullopt};
    for (auto& time : times)
        if (const auto told = normalise(time, anchors))
            anchors.narrated = told;
}

} // namespace

Tagger::Tagger(const std::filesystem::path& data, const std::string& language)
    : rules_(std::make_unique<const Rules>(data, language)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;

std::vector<Timex> Tagger::tag(const Document& document) const {
    const auto pieces = pieces_of(document, rules_->tables.vocabulary);
    std::vector<Timex> times;
    for (const auto& found : find_timexes(pieces, rules_->tables, document.text)) {
        Timex time;
        time.span = {pieces[found.begin].begin, pieces[found.end - 1].end};
        time.sentence = pieces[found.begin].sentence;
        time.reading = found.reading;
        rules_->context.read(time, document, pieces, found.begin, found.end);
        times.push_back(std::move(time));
    }
    normalise_all(times, document.published.edtf);
    return times;
}

void Tagger::resolve(std::span<Timex> times, const std::string& published) const {
    normalise_all(times, published);
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
