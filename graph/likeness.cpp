#include "graph/likeness.hpp"

#include "graph/days.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace timeloom {

namespace {

enum class Sign : std::uint8_t {
    any, ///< the prior, and where a sum of 0 lies
    // type
    same_type,
    same_daily_type, ///< of what may happen every day: statements, announcements, prices
    same_rare_type,  ///< of what happens once in half a year or less
    near_type,       ///< types so close that one event may be told under either
    other_type,
    only_ones,     ///< of that type in their documents: 1 / how many there are
    other_kind,    ///< an event and a state
    other_turn,    ///< of two states, one is told as over
    daily_lemma,   ///< one lemma, of a daily type
    untyped_lemma, ///< one lemma, and no type
    other_words,   ///< no type, and other lemmas
    stem,          ///< lemmas of one stem
    // participants
    equal_core,
    no_core,
    two_shared,
    rare_shared, ///< of types that agree: 1 / how often the rarest shared one is named in its role
    rare_type_and_core,
    other_agents,
    other_speakers, ///< other agents, of a daily type
    other_patients,
    other_objects,
    crossed_core,
    same_amount,
    other_amount,
    // time and factuality
    same_time,
    one_dated,
    other_polarity,
    other_modality,
    // words, weighed by how rare they are: Dice's coefficient
    clause_words,
    sentence_words,
    // one document
    one_sentence,
    next_sentence,
    far_apart,
    inside, ///< one's clause holds the other's trigger
    headline,
    quotation, ///< what is said, and who says so
    // two documents
    parallel,
    sure_parallel, ///< score of the parallel above 1
    one_language,
    both_lead,
    week_apart,
    months_apart,
    count_
};

struct Weights {
    int within; ///< mentions of one document
    int across; ///< of two
};

/// Fitted on pairs of mentions of which an answer key says whether they tell one event; what speaks against
/// neighbours in short articles (other types, words, patients, speakers, sums, crossed participants) is set
/// by hand.
constexpr auto weights = [] {
    std::array<Weights, static_cast<std::size_t>(Sign::count_)> out{};
    const auto set = [&](Sign sign, int within, int across) {
        out[static_cast<std::size_t>(sign)] = {within, across};
    };
    set(Sign::any, -113, -155);
    set(Sign::same_type, 44, 18);
    set(Sign::same_daily_type, 20, 72);
    set(Sign::same_rare_type, 69, 85);
    set(Sign::near_type, 11, -40);
    set(Sign::other_type, -260, -120);
    set(Sign::only_ones, 127, 241);
    set(Sign::other_kind, -71, -50);
    set(Sign::other_turn, -43, -106);
    set(Sign::daily_lemma, 92, 9);
    set(Sign::untyped_lemma, 78, 0);
    set(Sign::other_words, -400, -40);
    set(Sign::stem, 25, 81);
    set(Sign::equal_core, 33, 32);
    set(Sign::no_core, 29, 93);
    set(Sign::two_shared, 0, 38);
    set(Sign::rare_shared, 128, 173);
    set(Sign::rare_type_and_core, 21, 21);
    set(Sign::other_agents, -6, -50);
    set(Sign::other_speakers, -80, 0);
    set(Sign::other_patients, -100, 0);
    set(Sign::other_objects, -29, -65);
    set(Sign::crossed_core, -50, -20);
    set(Sign::same_amount, 52, 36);
    set(Sign::other_amount, -100, -40);
    set(Sign::same_time, -15, 127);
    set(Sign::one_dated, -17, -37);
    set(Sign::other_polarity, -10, -76);
    set(Sign::other_modality, -70, -37);
    set(Sign::clause_words, 266, 480);
    set(Sign::sentence_words, 328, 336);
    set(Sign::one_sentence, 111, 0);
    set(Sign::next_sentence, 39, 0);
    set(Sign::far_apart, -100, 0);
    set(Sign::inside, -144, 0);
    set(Sign::headline, 128, 0);
    set(Sign::quotation, 67, 0);
    set(Sign::parallel, 0, 235);
    set(Sign::sure_parallel, 0, 63);
    set(Sign::one_language, 0, -67);
    set(Sign::both_lead, 0, 115);
    set(Sign::week_apart, 0, -147);
    set(Sign::months_apart, 0, -117);
    return out;
}();

/// Days within which the same may be told again, and from which on it is rare.
constexpr int daily = 3;
constexpr int rare = 180;

constexpr int whole = 1000;

class Sum {
  public:
    explicit Sum(bool within) : within_(within) { add(Sign::any, true); }
    void add(Sign sign, bool holds) {
        if (holds)
            total_ += weight(sign) * whole;
    }
    /// A sign that holds in part, of `whole`.
    void add_part(Sign sign, int part) { total_ += weight(sign) * part; }
    int total() const { return total_ / whole; }
    /// Whether it stays at 0 or below even if these two hold in full.
    bool is_lost(Sign first, Sign second = Sign::count_) const {
        const auto most = [this](Sign sign) {
            return sign == Sign::count_ ? 0 : std::max(weight(sign), 0) * whole;
        };
        return total_ + most(first) + most(second) < whole;
    }

  private:
    int weight(Sign sign) const {
        const auto& both = weights[static_cast<std::size_t>(sign)];
        return within_ ? both.within : both.across;
    }
    bool within_;
    int total_ = 0;
};

bool share(Telling::List a, Telling::List b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool differ(Telling::List a, Telling::List b) {
    return !a.empty() && !b.empty() && !share(a, b);
}

/// Each names one of its own beside those shared.
bool are_crossed(const Telling& a, const Telling& b) {
    return share(a.core(), b.core()) &&
           !std::includes(a.core().begin(), a.core().end(), b.core().begin(), b.core().end()) &&
           !std::includes(b.core().begin(), b.core().end(), a.core().begin(), a.core().end());
}

/// Dice's coefficient of weighed words, of `whole`.
int likeness_of(const WeighedWords& a, const WeighedWords& b) {
    std::uint64_t shared = 0;
    // Without a branch that nobody could foretell: which of two words comes first is chance.
    for (auto i = a.words.data(), j = b.words.data(), end_i = i + a.words.size(), end_j = j + b.words.size();
         i != end_i && j != end_j;) {
        const auto x = i->key, y = j->key;
        shared += x == y ? i->weight + j->weight : 0;
        i += x <= y;
        j += y <= x;
    }
    const std::uint64_t all = std::uint64_t{a.total} + b.total;
    return all ? static_cast<int>(shared * whole / all) : 0;
}

/// Amounts of one unit, the same but for rounding or not.
void add_amounts(Sum& sum, const Telling& a, const Telling& b) {
    constexpr double rounding = 0.05;
    bool comparable = false, same = false;
    for (const auto& [unit, number] : a.amounts)
        for (const auto& [other_unit, other] : b.amounts) {
            comparable = comparable || unit == other_unit;
            same = same ||
                   (unit == other_unit &&
                    std::fabs(number - other) <= rounding * std::max(std::fabs(number), std::fabs(other)));
        }
    sum.add(Sign::same_amount, same);
    sum.add(Sign::other_amount, comparable && !same);
}

/// Adds what the participants show; gives how many they share.
std::size_t add_core(Sum& sum, const Telling& a, const Telling& b, bool akin) {
    std::size_t shared = 0;
    std::uint32_t rarest_in_a = ~0u, rarest_in_b = ~0u;
    for (std::size_t i = 0, j = 0; i < a.core().size() && j < b.core().size();) {
        if (a.core()[i] < b.core()[j]) {
            ++i;
        } else if (b.core()[j] < a.core()[i]) {
            ++j;
        } else {
            ++shared;
            rarest_in_a = std::min(rarest_in_a, a.told()[i++]);
            rarest_in_b = std::min(rarest_in_b, b.told()[j++]);
        }
    }
    sum.add(Sign::equal_core, shared && shared == a.core().size() && shared == b.core().size());
    sum.add(Sign::no_core, a.core().empty() && b.core().empty());
    sum.add(Sign::two_shared, shared >= 2);
    sum.add(Sign::crossed_core, are_crossed(a, b));
    if (shared && akin)
        sum.add_part(Sign::rare_shared, 2 * whole / static_cast<int>(rarest_in_a + rarest_in_b));
    return shared;
}

void add_time(Sum& sum, const Telling& a, const Telling& b) {
    sum.add(Sign::same_time, a.time && a.time == b.time);
    sum.add(Sign::one_dated, a.dated != b.dated);
}

/// What two mentions cannot be, no others make up for.
constexpr int impossible = -100'000;

/// Told as over here, as holding or to come there: an exclusivity that is lost and one that stays.
bool turns_differ(const Telling& a, const Telling& b) {
    return a.kind == EventKind::state && b.kind == EventKind::state &&
           ((a.ends && b.stays) || (b.ends && a.stays));
}

/// What happened on a day, and a state that holds since or until another time.
bool kinds_differ(const Telling& a, const Telling& b) {
    const auto happened = [](const Telling& x) { return x.kind == EventKind::event && x.placed; };
    const auto lasts = [](const Telling& x) { return x.kind == EventKind::state && x.dated && !x.placed; };
    return (happened(a) && lasts(b)) || (happened(b) && lasts(a));
}

/// The days that the two give, or that the one gives and the other has as news, exclude each other.
bool days_differ(const Telling& a, const Telling& b) {
    return (a.placed && b.placed && !intersect(a.when, b.when)) || (a.placed && !intersect(a.when, b.news)) ||
           (b.placed && !intersect(b.when, a.news)) || !intersect(a.news, b.news);
}

/// Days between two tellings of different documents; what has no date lies not long before its publication.
int days_between(const Telling& a, const Telling& b) {
    const auto day_of = [](const Telling& telling) {
        return telling.placed && telling.when.earliest && telling.when.latest ? telling.when
                                                                              : telling.published;
    };
    const auto days_a = day_of(a), days_b = day_of(b);
    if (!days_a.earliest || !days_a.latest || !days_b.earliest || !days_b.latest)
        return 0;
    return std::max({date::days(0), *days_a.earliest - *days_b.latest, *days_b.earliest - *days_a.latest})
        .count();
}

} // namespace

Likeness::Likeness(const Tellings& tellings, const Frames& frames,
                   const std::vector<ParallelMentions>& parallels)
    : tellings_(tellings), frames_(frames), parallels_(parallels), untyped_(frames.find("other")) {}

bool Likeness::is_near(FrameIndex a, FrameIndex b) const {
    const auto& near = frames_[a].near;
    return std::find(near.begin(), near.end(), b) != near.end();
}

bool Likeness::are_parallel(std::uint32_t lesser, std::uint32_t greater, double& score) const {
    const auto found = std::lower_bound(
        parallels_.begin(), parallels_.end(), std::make_pair(lesser, greater),
        [](const ParallelMentions& p, const auto& pair) { return std::make_pair(p.a, p.b) < pair; });
    if (found == parallels_.end() || found->a != lesser || found->b != greater)
        return false;
    score = found->score;
    return true;
}

int Likeness::compare(std::uint32_t first, std::uint32_t second, bool exactly) const {
    const auto [lesser, greater] = std::minmax(first, second);
    const auto &a = tellings_[lesser], &b = tellings_[greater];
    const bool within = a.document == b.document;
    const bool untyped = a.frame == untyped_ || b.frame == untyped_;
    const bool same = a.frame == b.frame && !untyped;
    const bool near = is_near(a.frame, b.frame);
    const bool akin = same || near || untyped;
    const int recurs = std::min(frames_[a.frame].recurs_after_days, frames_[b.frame].recurs_after_days);
    const bool is_daily = recurs <= daily && !untyped, is_rare = recurs >= rare && !untyped;
    double score = 0;
    const bool parallel = !within && are_parallel(lesser, greater, score);
    if ((within && is_rare && differ(a.patients(), b.patients())) || turns_differ(a, b) ||
        kinds_differ(a, b) || days_differ(a, b) ||
        (!within && !parallel && !(a.placed && b.placed) &&
         days_between(a, b) >
             std::max(frames_[a.frame].recurs_after_days, frames_[b.frame].recurs_after_days)))
        return impossible;
    Sum sum(within);
    sum.add(Sign::same_type, same && !is_daily);
    sum.add(Sign::same_daily_type, same && is_daily);
    sum.add(Sign::same_rare_type, same && is_rare);
    sum.add(Sign::near_type, near);
    sum.add(Sign::other_type, !akin);
    if (same && !differ(a.patients(), b.patients()))
        sum.add_part(Sign::only_ones, within ? whole / static_cast<int>(std::max(1u, a.same_frame - 1))
                                             : 2 * whole / static_cast<int>(a.same_frame + b.same_frame));
    sum.add(Sign::other_kind, a.kind != b.kind);
    sum.add(Sign::other_turn, a.kind == EventKind::state && b.kind == EventKind::state && a.over != b.over);
    sum.add(Sign::daily_lemma, is_daily && a.lemma == b.lemma);
    const bool both_untyped = untyped && a.frame == b.frame;
    sum.add(Sign::untyped_lemma, both_untyped && a.lemma == b.lemma);
    sum.add(Sign::other_words, both_untyped && a.lemma != b.lemma && a.stem != b.stem);
    sum.add(Sign::stem, a.lemma != b.lemma && a.stem && a.stem == b.stem);
    const auto shared = add_core(sum, a, b, akin);
    sum.add(Sign::rare_type_and_core,
            same && is_rare && shared && (shared == a.core().size() || shared == b.core().size()));
    sum.add(Sign::other_agents, differ(a.agents(), b.agents()));
    sum.add(Sign::other_speakers, is_daily && differ(a.agents(), b.agents()));
    sum.add(Sign::other_patients, differ(a.patients(), b.patients()));
    sum.add(Sign::other_objects, differ(a.objects(), b.objects()));
    add_amounts(sum, a, b);
    add_time(sum, a, b);
    sum.add(Sign::other_polarity, a.polarity != b.polarity);
    sum.add(Sign::other_modality, a.modality != b.modality);
    if (within) {
        const auto apart = a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
        const auto holds = [](const Span& clause, std::uint32_t byte) {
            return clause.begin <= byte && byte < clause.end;
        };
        sum.add(Sign::one_sentence, apart == 0);
        sum.add(Sign::next_sentence, apart == 1);
        sum.add(Sign::far_apart, apart > 4);
        sum.add(Sign::inside, holds(a.clause, b.trigger) || holds(b.clause, a.trigger));
        sum.add(Sign::headline, a.headline != b.headline);
        sum.add(Sign::quotation, apart <= 1 && (same || untyped) &&
                                     (share(a.holders(), b.agents()) || share(b.holders(), a.agents())));
    } else {
        if (parallel) {
            sum.add(Sign::parallel, true);
            sum.add_part(Sign::sure_parallel,
                         static_cast<int>(std::lround(whole * std::min(score - 1, 2.0))));
        }
        sum.add(Sign::one_language, a.language == b.language);
        sum.add(Sign::both_lead, a.lead && b.lead);
        const auto apart = a.published.earliest && b.published.earliest
                               ? std::abs((*a.published.earliest - *b.published.earliest).count())
                               : 0;
        sum.add(Sign::week_apart, apart > 7);
        sum.add(Sign::months_apart, apart > 60);
    }
    // The words last: they take the longest.
    if (!exactly && sum.is_lost(Sign::clause_words, Sign::sentence_words))
        return 0;
    sum.add_part(Sign::clause_words,
                 likeness_of(tellings_.words().of_clause(lesser), tellings_.words().of_clause(greater)));
    if (!exactly && sum.is_lost(Sign::sentence_words))
        return 0;
    if (!within || a.sentence != b.sentence)
        sum.add_part(Sign::sentence_words, likeness_of(tellings_.words().of_sentence(lesser),
                                                       tellings_.words().of_sentence(greater)));
    return sum.total();
}

} // namespace timeloom
