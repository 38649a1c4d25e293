#include "time/tense.hpp"

namespace timeloom::timing {

namespace {

constexpr std::size_t farthest_auxiliary = 3;

} // namespace

TenseClasses::TenseClasses(const TimeRules& table) : rules(table), roles(table.vocabulary) {
    constexpr std::pair<const char*, Role> names[] = {
        {"past", past},         {"future", future},         {"participle", participle},
        {"present", present},   {"pluperfect", pluperfect}, {"lasting", lasting},
        {"clause", clause_end}, {"pause", pause},           {"condition", condition},
        {"perfect", perfect},   {"nounahead", noun_ahead},  {"capitalahead", capital_ahead},
        {"unit", calendar},     {"part", calendar},         {"season", calendar},
        {"month", calendar},    {"weekday", calendar}};
    for (const auto& [name, role] : names)
        roles.add(name, role);
}

/// Behind such a word, with no sign between them: "will be released".
bool TenseCues::follows(std::size_t at, TenseClasses::Role role) const {
    for (auto i = at; i > first_ && at - i < farthest_auxiliary && !pieces_[i - 1].sign; --i)
        if (is_in(i - 1, role))
            return true;
    return false;
}

/// "Has led", "has been leading", but not the passive "has been jailed".
bool TenseCues::is_perfect(std::size_t at) const {
    for (auto i = at; i > first_ && at - i < farthest_auxiliary && !pieces_[i - 1].sign; --i)
        if (is_in(i - 1, TenseClasses::perfect) || is_in(i - 1, TenseClasses::past))
            return is_in(i - 1, TenseClasses::perfect);
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
    if (piece.sign || piece.figures || is_in(at, TenseClasses::calendar))
        return std::nullopt;
    if (at > first_ && is_in(at - 1, TenseClasses::noun_ahead))
        return std::nullopt;
    const bool prose = document_.sentences[piece.sentence].kind == SentenceKind::prose;
    if (prose && at > first_ && is_in(at - 1, TenseClasses::capital_ahead) && at + 1 < pieces_.size() &&
        pieces_[at + 1].capital) // "der vereinbarten Frist"
        return std::nullopt;
    if (piece.capital && at > first_ && prose) // "United", "Staaten", "Prado"
        return std::nullopt;
    const auto word = std::string_view(document_.text).substr(piece.begin, piece.end - piece.begin);
    for (const auto& [ending, tense] : classes_.rules.tense_endings)
        if (word.size() > ending.size() + 1 && word.ends_with(ending))
            return tense;
    return std::nullopt;
}

std::optional<Tense> TenseCues::tense_of(std::size_t at) const {
    const auto roles = roles_at(at);
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
        place.pauses += is_in(i, TenseClasses::pause);
        if (tense_of(i))
            place.before = static_cast<std::uint32_t>(i);
        places_.push_back(place);
    }
    auto after = nowhere;
    for (auto i = places_.size(); i-- > 0; places_[i].after = after)
        if (const auto here = static_cast<std::uint32_t>(first_ + i); places_[i].before == here)
            after = here;
}

/// "If elected in May, she will …".
bool TenseCues::is_supposed(std::size_t begin, std::size_t end) const {
    constexpr std::size_t farthest = 6; ///< pieces from the "if"
    const auto next = end < first_ + places_.size() ? places_[end - first_].after : nowhere;
    if (next == nowhere || tense_of(next) != Tense::future)
        return false;
    for (auto i = begin; i > first_ && begin - i < farthest; --i)
        if (roles_at(i - 1) & TenseClasses::condition)
            return true;
    return false;
}

std::optional<TenseCues::Cue> TenseCues::around(std::size_t begin, std::size_t end) {
    constexpr std::size_t clause_cost = 8, pause_cost = 3,
                          behind_cost = 2, // a verb before the date is more often its own
        subject_cost = 4;                  // "the two *injured* in the crash on Monday will …"
    constexpr std::size_t too_far = 60;    // farther cues are of other clauses
    if (begin < first_ || begin >= first_ + places_.size())
        read_sentence(begin);
    const auto clauses = [&](std::size_t from, std::size_t to) { // in [from, to]
        const auto before = from == first_ ? 0 : places_[from - first_ - 1].clauses;
        return clause_cost * (places_[to - first_].clauses - before);
    };
    const auto pauses = [&](std::size_t from, std::size_t to) {
        const auto before = from == first_ ? 0 : places_[from - first_ - 1].pauses;
        return pause_cost * (places_[to - first_].pauses - before);
    };
    auto nearest = nowhere;
    auto best = too_far;
    bool in_subject = false;
    if (begin > first_)
        if (const auto cue = places_[begin - 1 - first_].before; cue != nowhere) {
            const auto breaks = clauses(cue, begin - 1) + pauses(cue, begin - 1);
            if (const auto cost = begin - cue + breaks; cost < best) {
                best = cost;
                nearest = cue;
                in_subject = breaks == 0 && tense_of(cue) == Tense::past;
            }
        }
    if (end < first_ + places_.size())
        if (const auto cue = places_[end - first_].after; cue != nowhere)
            if (cue + 1 - end + clauses(end, cue) + pauses(end, cue) +
                    (in_subject && tense_of(cue) == Tense::future ? behind_cost + subject_cost
                                                                  : behind_cost) <
                best)
                nearest = cue;
    if (nearest == nowhere)
        return std::nullopt;
    auto roles = roles_at(nearest);
    if (follows(nearest, TenseClasses::pluperfect))
        roles |= TenseClasses::pluperfect;
    if (is_perfect(nearest))
        roles |= TenseClasses::perfect;
    const auto tense =
        !(roles & TenseClasses::pluperfect) && is_supposed(begin, end) ? Tense::future : *tense_of(nearest);
    const bool apart = nearest < begin ? clauses(nearest, begin - 1) : clauses(end, nearest);
    return Cue{tense, roles, apart};
}

} // namespace timeloom::timing
