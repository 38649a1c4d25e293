#include "time/context.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

constexpr std::size_t farthest_preposition = 5; ///< pieces before the expression

/// Whether the direction in which to look for the date hangs on the tense.
bool needs_tense(const Reading& reading) {
    if (reading.kind != Reading::Kind::date || reading.has(Slot::year) || reading.has(Slot::year2) ||
        reading.has(Slot::decade) || reading.has(Slot::century))
        return false;
    if (reading.has(Slot::relation)) // "this Wednesday" may be behind or ahead
        return reading[Slot::relation] == 0 &&
               (reading.has(Slot::weekday) || reading.get(Slot::nowadays, 0) == 2);
    return reading.has(Slot::month) || reading.has(Slot::day) || reading.has(Slot::weekday) ||
           reading.has(Slot::season) || reading.has(Slot::quarter) || reading.has(Slot::half) ||
           reading.has(Slot::holiday) || reading.has(Slot::weekend) || reading.has(Slot::week);
}

/// "Until then", "by then": the end of what was, or of what is to come.
bool is_end_told_before(const Timex& time) {
    return time.reading.kind == Reading::Kind::reference && time.reading.get(Slot::anchor, 0) == 1 &&
           (time.relation == TimeRelation::until || time.relation == TimeRelation::by);
}

/// "Six years", and no word of which ones.
bool is_plain_length(const Reading& reading) {
    return reading.kind == Reading::Kind::duration && !reading.has(Slot::relation) &&
           !reading.has(Slot::shift);
}

/// Prepositions and articles, each a bit; those of relation_names in their order.
enum Role : RoleTable::Roles {
    article = 64,
    ahead = 128,
    goal = 256,
    plain = 512,
    begun = 1024,
    joint = 2048,
    lasting = 4096,
    update = 8192
};

constexpr struct {
    const char* name;
    TimeRelation relation;
} relation_names[] = {{"until", TimeRelation::until}, {"since", TimeRelation::since},
                      {"by", TimeRelation::by},       {"before", TimeRelation::before},
                      {"after", TimeRelation::after}, {"over", TimeRelation::over}};

TimeRelation relation_of(RoleTable::Roles roles) {
    for (std::size_t i = 0; i < std::size(relation_names); ++i)
        if (roles >> i & 1)
            return relation_names[i].relation;
    return TimeRelation::at;
}

/// What lies ahead whatever the tense: "planned for Monday", "as soon as Tuesday", "was put off to March",
/// "has extended it until Friday".
bool is_set_for(const Timex& time, const std::optional<TenseCues::Cue>& cue, RoleTable::Roles before) {
    const auto& reading = time.reading;
    const bool day = reading.has(Slot::weekday) || (reading.has(Slot::day) && reading.has(Slot::month));
    if (day && before & ahead)
        return true;
    const bool lasting = cue && cue->is(TenseClasses::lasting);
    if (time.relation != TimeRelation::until)
        return lasting && before & goal;
    return !cue || lasting || (cue->apart && !(before & goal)); // "in contrast to Thursday, when …" is no end
}

/// Where the date lies, as seen from the writing; nothing where the sentence does not tell.
std::optional<Tense> direction_of(const Timex& time, const std::optional<TenseCues::Cue>& cue,
                                  RoleTable::Roles before) {
    if (before & begun) // "since Tuesday he has been missing"
        return Tense::past;
    if (is_set_for(time, cue, before))
        return Tense::future;
    const bool past = cue && cue->tense == Tense::past;
    if (time.relation == TimeRelation::by) // "flights will double by August"
        return past && cue->is(TenseClasses::pluperfect) ? Tense::past : Tense::future;
    if (!cue)
        return std::nullopt;
    if (!past && time.reading.has(Slot::nowadays) && cue->is(TenseClasses::present)) // "today it is a museum"
        return std::nullopt;
    return cue->tense;
}

} // namespace

TimeContext::TimeContext(const TimeRules& rules) : roles_(rules.vocabulary), tense_classes_(rules) {
    for (std::size_t i = 0; i < std::size(relation_names); ++i)
        roles_.add(relation_names[i].name, static_cast<RoleTable::Roles>(1u << i));
    roles_.add("article", article);
    roles_.add("ahead", ahead);
    roles_.add("goal", goal);
    roles_.add("begun", begun);
    roles_.add("joint", joint);
    roles_.add("span", lasting);
    roles_.add("update", update);
    roles_.add("plain", plain); // "according to" holds a "to" that is no end
}

void TimeContext::read(Timex& time, TenseCues& cues, const std::vector<Piece>& pieces, std::size_t begin,
                       std::size_t end) const {
    if (is_update(time.reading, pieces, begin))
        time.reading[Slot::update] = 1;
    const bool refers = time.reading.kind == Reading::Kind::reference; // "seitdem" holds its preposition
    const auto own = refers ? RoleTable::Roles(~0u) : RoleTable::Roles(goal); // and "al" its article
    const auto before = static_cast<RoleTable::Roles>(roles_before(pieces, begin) |
                                                      (roles_.of_word(pieces[begin].symbol) & own));
    time.relation = relation_of(before);
    if (time.relation == TimeRelation::before && time.reading.get(Slot::shift, 0) < 0)
        time.relation = TimeRelation::at; // "vor einer Woche" is a week ago
    if (is_plain_length(time.reading) && before & lasting)
        if (const auto cue = cues.around(begin, end); cue && cue->is(TenseClasses::perfect) && !cue->apart)
            time.relation = TimeRelation::since; // "has led it for six years"
    if (is_end_told_before(time)) {
        if (const auto cue = cues.around(begin, end))
            time.reading[Slot::tense] = static_cast<std::int32_t>(cue->tense);
        return;
    }
    if (!needs_tense(time.reading) || time.reading.has(Slot::tense)) // some patterns say it themselves
        return;
    if (const auto tense = direction_of(time, cues.around(begin, end), before))
        time.reading[Slot::tense] = static_cast<std::int32_t>(*tense);
}

/// "Update: 10.12.2020", "Mise à jour du 3 mars 2024": a day behind the word that opens the sentence.
bool TimeContext::is_update(const Reading& reading, const std::vector<Piece>& pieces,
                            std::size_t begin) const {
    constexpr std::size_t farthest = 6;
    constexpr std::uint32_t head = 3; // sentences: "Updated 3 March 2024" above an article is of all of it
    if (pieces[begin].sentence < head || reading.kind != Reading::Kind::date || !reading.has(Slot::year) ||
        !reading.has(Slot::month) || !reading.has(Slot::day))
        return false;
    auto first = begin;
    while (first > 0 && begin - first <= farthest && pieces[first - 1].sentence == pieces[begin].sentence)
        --first;
    if (begin - first > farthest)
        return false;
    for (auto end = first + 1; end <= begin; ++end)
        if (roles_.last_entry(pieces, first, end).roles & update)
            return true;
    return false;
}

bool TimeContext::joins(const Piece& piece) const {
    return roles_.of_word(piece.symbol) & joint;
}

bool TimeContext::leads_to(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) const {
    const auto roles = roles_before(pieces, end, begin);
    return roles & goal || relation_of(roles) == TimeRelation::until;
}

/// Of the longest entry that ends before the expression; articles may stand between.
RoleTable::Roles TimeContext::roles_before(const std::vector<Piece>& pieces, std::size_t end,
                                           std::size_t first) const {
    first = std::max(first, end > farthest_preposition ? end - farthest_preposition : 0);
    for (; end > first; --end) {
        const auto entry = roles_.last_entry(pieces, first, end);
        if (entry.roles & ~article)
            return entry.roles;
        if (!(entry.roles & article))
            break;
    }
    return 0;
}

} // namespace timeloom::timing
