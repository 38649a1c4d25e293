#include "time/context.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

constexpr std::size_t farthest_preposition = 5; ///< pieces before the expression

/// Whether the direction in which to look for the date hangs on the tense.
bool needs_tense(const Reading& reading) {
    if (reading.kind != Reading::Kind::date || reading.has(Slot::year) || reading.has(Slot::year2) ||
        reading.has(Slot::relation) || reading.has(Slot::decade) || reading.has(Slot::century))
        return false;
    return reading.has(Slot::month) || reading.has(Slot::day) || reading.has(Slot::weekday) ||
           reading.has(Slot::season) || reading.has(Slot::quarter) || reading.has(Slot::half) ||
           reading.has(Slot::holiday) || reading.has(Slot::weekend) || reading.has(Slot::week);
}

} // namespace

TimeContext::TimeContext(const TimeRules& rules) : rules_(rules) {
    const auto& vocabulary = rules.vocabulary;
    constexpr std::pair<const char*, TimeRelation> names[] = {
        {"until", TimeRelation::until},   {"since", TimeRelation::since}, {"by", TimeRelation::by},
        {"before", TimeRelation::before}, {"after", TimeRelation::after}, {"over", TimeRelation::over}};
    for (const auto& [name, relation] : names)
        if (const auto id = vocabulary.class_named(name))
            relations_.push_back({*id, relation});
    article_ = vocabulary.class_named("article");
    past_ = vocabulary.class_named("past");
    future_ = vocabulary.class_named("future");
    clause_end_ = vocabulary.class_named("clause");
}

void TimeContext::read(Timex& time, const Document& document, const std::vector<Piece>& pieces,
                       std::size_t begin, std::size_t end) const {
    time.relation = relation_before(pieces, begin);
    if (!needs_tense(time.reading))
        return;
    auto tense = tense_around(document, pieces, begin, end);
    if (!tense && (time.relation == TimeRelation::until || time.relation == TimeRelation::by))
        tense = Tense::future;
    if (tense)
        time.reading[Slot::tense] = static_cast<std::int32_t>(*tense);
}

/// How many pieces an entry of the class covers that starts at `at`; 0 for none.
std::size_t TimeContext::length_of(ClassId id, const std::vector<Piece>& pieces, std::size_t at) const {
    for (const auto& phrase : rules_.vocabulary.phrases(id)) {
        bool same = at + phrase.keys.size() <= pieces.size();
        for (std::size_t i = 0; same && i < phrase.keys.size(); ++i)
            same = pieces[at + i].key == phrase.keys[i];
        if (same)
            return phrase.keys.size();
    }
    return rules_.vocabulary.has(pieces[at].symbol, id) ? 1 : 0;
}

TimeRelation TimeContext::relation_before(const std::vector<Piece>& pieces, std::size_t begin) const {
    auto end = begin;
    const auto first = begin > farthest_preposition ? begin - farthest_preposition : 0;
    while (true) {
        for (auto at = first; at < end; ++at)
            for (const auto& [id, relation] : relations_)
                if (at + length_of(id, pieces, at) == end)
                    return relation;
        if (end == first || !article_ || !rules_.vocabulary.has(pieces[end - 1].symbol, *article_))
            return TimeRelation::at;
        --end;
    }
}

std::optional<Tense> TimeContext::tense_of(const Piece& piece, const Document& document) const {
    if (future_ && rules_.vocabulary.has(piece.symbol, *future_))
        return Tense::future;
    if (past_ && rules_.vocabulary.has(piece.symbol, *past_))
        return Tense::past;
    if (piece.sign || piece.figures)
        return std::nullopt;
    const auto word = std::string_view(document.text).substr(piece.begin, piece.end - piece.begin);
    for (const auto& [ending, tense] : rules_.tense_endings)
        if (word.size() > ending.size() + 1 && word.ends_with(ending))
            return tense;
    return std::nullopt;
}

/// The nearest cue in the sentence; one beyond the end of the clause counts as farther away.
std::optional<Tense> TimeContext::tense_around(const Document& document, const std::vector<Piece>& pieces,
                                               std::size_t begin, std::size_t end) const {
    constexpr int clause_cost = 8;
    std::optional<Tense> nearest;
    int best = 60; // farther cues are of other clauses
    const auto sentence = pieces[begin].sentence;
    const auto walk = [&](std::size_t from, int step) {
        int cost = 0;
        for (auto i = static_cast<std::ptrdiff_t>(from);
             i >= 0 && i < static_cast<std::ptrdiff_t>(pieces.size()); i += step) {
            const auto& piece = pieces[static_cast<std::size_t>(i)];
            if (piece.sentence != sentence || ++cost >= best)
                return;
            if (clause_end_ && rules_.vocabulary.has(piece.symbol, *clause_end_))
                cost += clause_cost;
            if (const auto tense = tense_of(piece, document)) {
                if (cost >= best)
                    return;
                best = cost;
                nearest = tense;
                return;
            }
        }
    };
    if (begin > 0)
        walk(begin - 1, -1);
    walk(end, 1);
    return nearest;
}

} // namespace timeloom::timing
