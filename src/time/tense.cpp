#include "time/tense.hpp"

namespace timeloom::timing {

namespace {

constexpr std::size_t farthest_auxiliary = 3;

} // namespace

TenseClasses::TenseClasses(const TimeRules& table) : rules(table), roles(table.vocabulary.symbol_count()) {
    constexpr std::pair<const char*, Role> names[] = {
        {"past", past},        {"future", future},         {"participle", participle},
        {"present", present},  {"pluperfect", pluperfect}, {"lasting", lasting},
        {"clause", clause_end}};
    for (const auto& [name, role] : names)
        if (const auto id = table.vocabulary.class_named(name)) {
            for (const auto symbol : table.vocabulary.symbols_with(*id))
                roles[symbol] |= role;
            for (const auto& phrase : table.vocabulary.phrases(*id))
                phrases.push_back({phrase.keys, role});
        }
}

/// Of the phrases that end at `at`.
std::uint8_t TenseCues::phrase_roles(std::size_t at) const {
    std::uint8_t roles = 0;
    for (const auto& phrase : classes_.phrases) {
        const auto size = phrase.keys.size();
        if (at + 1 - first_ < size)
            continue;
        std::size_t same = 0;
        while (same < size && pieces_[at - same].key == phrase.keys[size - 1 - same])
            ++same;
        if (same == size)
            roles |= phrase.role;
    }
    return roles;
}

/// Behind such a word, with no sign between them: "will be released".
bool TenseCues::follows(std::size_t at, TenseClasses::Role role) const {
    for (auto i = at; i > first_ && at - i < farthest_auxiliary && !pieces_[i - 1].sign; --i)
        if (is_in(i - 1, role))
            return true;
    return false;
}

bool TenseCues::is_before_participle(std::size_t at) const {
    for (auto i = at + 1; i < pieces_.size() && i - at <= farthest_auxiliary; ++i) {
        if (pieces_[i].sign || pieces_[i].sentence != pieces_[at].sentence)
            return false;
        if (is_in(i, TenseClasses::participle) || is_in(i, TenseClasses::past) || tense_of_ending(i))
            return true;
    }
    return false;
}

std::optional<Tense> TenseCues::tense_of_ending(std::size_t at) const {
    const auto& piece = pieces_[at];
    if (piece.sign || piece.figures)
        return std::nullopt;
    const auto word = std::string_view(document_.text).substr(piece.begin, piece.end - piece.begin);
    for (const auto& [ending, tense] : classes_.rules.tense_endings)
        if (word.size() > ending.size() + 1 && word.ends_with(ending))
            return tense;
    return std::nullopt;
}

std::optional<Tense> TenseCues::tense_of(std::size_t at) const {
    const auto roles = classes_.roles[pieces_[at].symbol] | phrase_roles(at);
    if (roles & TenseClasses::future)
        return Tense::future;
    if (roles & (TenseClasses::past | TenseClasses::lasting))
        return Tense::past;
    if (roles & TenseClasses::present)
        return is_before_participle(at) ? std::nullopt : std::optional(Tense::future);
    const auto tense = roles & TenseClasses::participle ? std::optional(Tense::past) : tense_of_ending(at);
    return tense && follows(at, TenseClasses::future) ? Tense::future : tense;
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

std::optional<TenseCues::Cue> TenseCues::around(std::size_t begin, std::size_t end) {
    constexpr std::size_t clause_cost = 8, behind_cost = 2; // a verb before the date is more often its own
    constexpr std::size_t too_far = 60;                     // farther cues are of other clauses
    if (begin < first_ || begin >= first_ + places_.size())
        read_sentence(begin);
    const auto clauses = [&](std::size_t from, std::size_t to) { // in [from, to]
        const int before = from == first_ ? 0 : places_[from - first_ - 1].clauses;
        return clause_cost * static_cast<std::size_t>(places_[to - first_].clauses - before);
    };
    auto nearest = nowhere;
    auto best = too_far;
    if (begin > first_)
        if (const auto cue = places_[begin - 1 - first_].before; cue != nowhere)
            if (const auto cost = begin - cue + clauses(cue, begin - 1); cost < best) {
                best = cost;
                nearest = cue;
            }
    if (end < first_ + places_.size())
        if (const auto cue = places_[end - first_].after; cue != nowhere)
            if (cue + 1 - end + clauses(end, cue) + behind_cost < best)
                nearest = cue;
    if (nearest == nowhere)
        return std::nullopt;
    auto roles = static_cast<std::uint8_t>(classes_.roles[pieces_[nearest].symbol] | phrase_roles(nearest));
    if (follows(nearest, TenseClasses::pluperfect))
        roles |= TenseClasses::pluperfect;
    return Cue{*places_[nearest - first_].tense, roles};
}

} // namespace timeloom::timing
