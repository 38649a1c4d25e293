#include "time/tense.hpp"

namespace timeloom::timing {

TenseClasses::TenseClasses(const TimeRules& table) : rules(table), roles(table.vocabulary.symbol_count()) {
    constexpr std::pair<const char*, Role> names[] = {
        {"past", past}, {"future", future}, {"clause", clause_end}};
    for (const auto& [name, role] : names)
        if (const auto id = table.vocabulary.class_named(name))
            for (const auto symbol : table.vocabulary.symbols_with(*id))
                roles[symbol] |= role;
}

std::optional<Tense> TenseCues::tense_of(std::size_t at) const {
    constexpr std::size_t farthest_auxiliary = 3;
    if (is_in(at, TenseClasses::future))
        return Tense::future;
    if (is_in(at, TenseClasses::past))
        return Tense::past;
    const auto& piece = pieces_[at];
    if (piece.sign || piece.figures)
        return std::nullopt;
    const auto word = std::string_view(document_.text).substr(piece.begin, piece.end - piece.begin);
    for (const auto& [ending, tense] : classes_.rules.tense_endings)
        if (word.size() > ending.size() + 1 && word.ends_with(ending)) {
            for (auto i = at; i > first_ && at - i < farthest_auxiliary; --i) // "will be released"
                if (is_in(i - 1, TenseClasses::future))
                    return Tense::future;
            return tense;
        }
    return std::nullopt;
}

void TenseCues::read_sentence(std::size_t at) {
    const auto sentence = pieces_[at].sentence;
    first_ = at;
    while (first_ > 0 && pieces_[first_ - 1].sentence == sentence)
        --first_;
    places_.clear();
    for (auto i = first_; i < pieces_.size() && pieces_[i].sentence == sentence; ++i) {
        Place place = places_.empty() ? Place{} : places_.back();
        place.clauses += is_in(i, TenseClasses::clause_end);
        place.tense = tense_of(i);
        if (place.tense)
            place.before = i;
        places_.push_back(place);
    }
    auto after = nowhere;
    for (auto i = places_.size(); i-- > 0; places_[i].after = after)
        if (places_[i].tense)
            after = first_ + i;
}

std::optional<Tense> TenseCues::around(std::size_t begin, std::size_t end) {
    constexpr std::size_t clause_cost = 8, too_far = 60; // farther cues are of other clauses
    if (begin < first_ || begin >= first_ + places_.size())
        read_sentence(begin);
    const auto clauses = [&](std::size_t from, std::size_t to) { // in [from, to]
        const int before = from == first_ ? 0 : places_[from - first_ - 1].clauses;
        return clause_cost * static_cast<std::size_t>(places_[to - first_].clauses - before);
    };
    std::optional<Tense> nearest;
    auto best = too_far;
    if (begin > first_)
        if (const auto cue = places_[begin - 1 - first_].before; cue != nowhere)
            if (const auto cost = begin - cue + clauses(cue, begin - 1); cost < best) {
                best = cost;
                nearest = places_[cue - first_].tense;
            }
    if (end < first_ + places_.size())
        if (const auto cue = places_[end - first_].after; cue != nowhere)
            if (cue + 1 - end + clauses(end, cue) < best)
                nearest = places_[cue - first_].tense;
    return nearest;
}

} // namespace timeloom::timing
