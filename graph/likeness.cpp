#include "graph/likeness.hpp"

#include "graph/days.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

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

constexpr int whole = all_shared;

/// Within one document or across two.
template <bool within>
class Sum {
  public:
    Sum() { add(Sign::any, true); }
    void add(Sign sign, bool holds) { total_ += holds ? weight(sign) * whole : 0; }
    /// A sign that holds in part, of `whole`.
    void add_part(Sign sign, int part) { total_ += weight(sign) * part; }
    int total() const { return total_ / whole; }
    /// Whether it stays at 0 or below even if these hold in such part.
    bool is_lost(Sign first, int most, Sign second, int most_of_second) const {
        return total_ + weight(first) * most + weight(second) * most_of_second < whole;
    }

  private:
    static constexpr int weight(Sign sign) {
        const auto& both = weights[static_cast<std::size_t>(sign)];
        return within ? both.within : both.across;
    }
    int total_ = 0;
};

bool share(Telling::List a, Telling::List b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool differ(Telling::List a, Telling::List b) {
    return !a.empty() && !b.empty() && !share(a, b);
}

/// Amounts of one unit, the same but for rounding or not.
template <bool within>
void add_amounts(Sum<within>& sum, const Telling& a, const Telling& b) {
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
template <bool within>
std::size_t add_core(Sum<within>& sum, const Telling& a, const Telling& b, bool akin) {
    std::size_t shared = 0;
    std::uint32_t rarest_in_a = ~0u, rarest_in_b = ~0u;
    const auto core_a = a.core(), core_b = b.core();
    for (std::size_t i = 0, j = 0; i < core_a.size() && j < core_b.size();) {
        if (core_a[i] < core_b[j]) {
            ++i;
        } else if (core_b[j] < core_a[i]) {
            ++j;
        } else {
            ++shared;
            rarest_in_a = std::min(rarest_in_a, a.told()[i++]);
            rarest_in_b = std::min(rarest_in_b, b.told()[j++]);
        }
    }
    const bool all_of_a = shared == core_a.size(), all_of_b = shared == core_b.size();
    sum.add(Sign::equal_core, shared && all_of_a && all_of_b);
    sum.add(Sign::no_core, core_a.empty() && core_b.empty());
    sum.add(Sign::two_shared, shared >= 2);
    sum.add(Sign::crossed_core, shared && !all_of_a && !all_of_b); // each names one of its own beside those
    if (shared && akin)
        sum.add_part(Sign::rare_shared, 2 * whole / static_cast<int>(rarest_in_a + rarest_in_b));
    return shared;
}

/// Where the two stand in one document. `fitting`: the types admit that one is what the other quotes.
void add_places(Sum<true>& sum, const Telling& a, const Telling& b, bool fitting) {
    const auto apart = a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
    const auto holds = [](const Span& clause, std::uint32_t byte) {
        return clause.begin <= byte && byte < clause.end;
    };
    sum.add(Sign::one_sentence, apart == 0);
    sum.add(Sign::next_sentence, apart == 1);
    sum.add(Sign::far_apart, apart > 4);
    sum.add(Sign::inside, holds(a.clause, b.trigger) || holds(b.clause, a.trigger));
    sum.add(Sign::headline, a.headline != b.headline);
    sum.add(Sign::quotation,
            apart <= 1 && fitting && (share(a.holders(), b.agents()) || share(b.holders(), a.agents())));
}

/// The articles that the two stand in.
void add_articles(Sum<false>& sum, const Telling& a, const Telling& b) {
    sum.add(Sign::one_language, a.language == b.language);
    sum.add(Sign::both_lead, a.lead && b.lead);
    const auto apart = a.published.earliest && b.published.earliest
                           ? std::abs((*a.published.earliest - *b.published.earliest).count())
                           : 0;
    sum.add(Sign::week_apart, apart > 7);
    sum.add(Sign::months_apart, apart > 60);
}

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
    : tellings_(tellings), parallels_(parallels), first_parallel_(tellings.size() + 1),
      untyped_(frames.find("other").value_or(no_frame)), near_(frames.all().size() * frames.all().size()) {
    for (const auto& parallel : parallels)
        ++first_parallel_[parallel.a + 1];
    std::partial_sum(first_parallel_.begin(), first_parallel_.end(), first_parallel_.begin());
    for (const auto& frame : frames.all()) {
        for (const auto other : frame.near)
            near_[recurs_.size() * frames.all().size() + other] = true;
        recurs_.push_back(frame.recurs_after_days);
    }
}

bool Likeness::are_parallel(std::uint32_t lesser, std::uint32_t greater, double& score) const {
    for (auto i = first_parallel_[lesser]; i < first_parallel_[lesser + 1]; ++i)
        if (parallels_[i].b == greater) {
            score = parallels_[i].score;
            return true;
        }
    return false;
}

int Likeness::compare(std::uint32_t first, std::uint32_t second, bool exactly) const {
    const auto [lesser, greater] = std::minmax(first, second);
    return tellings_[lesser].document == tellings_[greater].document
               ? compare_in<true>(lesser, greater, exactly)
               : compare_in<false>(lesser, greater, exactly);
}

template <bool within>
int Likeness::compare_in(std::uint32_t lesser, std::uint32_t greater, bool exactly) const {
    const auto &a = tellings_[lesser], &b = tellings_[greater];
    const bool untyped = a.frame == untyped_ || b.frame == untyped_;
    const bool same = a.frame == b.frame && !untyped;
    const bool near = near_[a.frame * recurs_.size() + b.frame];
    const bool akin = same || near || untyped;
    const auto [sooner, later] = std::minmax(recurs_[a.frame], recurs_[b.frame]);
    const bool is_daily = sooner <= daily && !untyped, is_rare = sooner >= rare && !untyped;
    const bool other_patients = differ(a.patients(), b.patients());
    const bool both_states = a.kind == EventKind::state && b.kind == EventKind::state;
    double score = 0;
    const bool parallel = !within && are_parallel(lesser, greater, score);
    if ((within && is_rare && other_patients) || turns_differ(a, b) || kinds_differ(a, b) ||
        days_differ(a, b) || (!within && !parallel && !(a.placed && b.placed) && days_between(a, b) > later))
        return impossible;
    Sum<within> sum;
    sum.add(Sign::same_type, same && !is_daily);
    sum.add(Sign::same_daily_type, same && is_daily);
    sum.add(Sign::same_rare_type, same && is_rare);
    sum.add(Sign::near_type, near);
    sum.add(Sign::other_type, !akin);
    if (same && !other_patients)
        sum.add_part(Sign::only_ones, within ? whole / static_cast<int>(std::max(1u, a.same_frame - 1))
                                             : 2 * whole / static_cast<int>(a.same_frame + b.same_frame));
    sum.add(Sign::other_kind, a.kind != b.kind);
    sum.add(Sign::other_turn, both_states && a.over != b.over);
    const bool both_untyped = untyped && a.frame == b.frame;
    const bool same_lemma = a.lemma == b.lemma;
    sum.add(Sign::daily_lemma, is_daily && same_lemma);
    sum.add(Sign::untyped_lemma, both_untyped && same_lemma);
    sum.add(Sign::other_words, both_untyped && !same_lemma && a.stem != b.stem);
    sum.add(Sign::stem, !same_lemma && a.stem && a.stem == b.stem);
    const auto shared = add_core(sum, a, b, akin);
    sum.add(Sign::rare_type_and_core,
            same && is_rare && shared && (shared == a.core().size() || shared == b.core().size()));
    const bool other_agents = differ(a.agents(), b.agents());
    sum.add(Sign::other_agents, other_agents);
    sum.add(Sign::other_speakers, is_daily && other_agents);
    sum.add(Sign::other_patients, other_patients);
    sum.add(Sign::other_objects, differ(a.objects(), b.objects()));
    add_amounts(sum, a, b);
    sum.add(Sign::same_time, a.time && a.time == b.time);
    sum.add(Sign::one_dated, a.dated != b.dated);
    sum.add(Sign::other_polarity, a.polarity != b.polarity);
    sum.add(Sign::other_modality, a.modality != b.modality);
    if constexpr (within) {
        add_places(sum, a, b, same || untyped);
    } else {
        if (parallel) {
            sum.add(Sign::parallel, true);
            sum.add_part(Sign::sure_parallel,
                         static_cast<int>(std::lround(whole * std::min(score - 1, 2.0))));
        }
        add_articles(sum, a, b);
    }
    // The words last: they take the longest.
    const auto& words = tellings_.words();
    const auto clause_a = words.of_clause(lesser), clause_b = words.of_clause(greater);
    const auto told_a = words.of_sentence(lesser), told_b = words.of_sentence(greater);
    const bool one_sentence = within && a.sentence == b.sentence;
    const int most_told = one_sentence ? 0 : most_likeness_of(told_a, told_b);
    const int most_in_clause = most_likeness_of(clause_a, clause_b);
    if (!exactly && sum.is_lost(Sign::clause_words, most_in_clause, Sign::sentence_words, most_told))
        return 0;
    sum.add_part(Sign::clause_words, most_in_clause ? likeness_of(clause_a, clause_b) : 0);
    if (!exactly && sum.is_lost(Sign::clause_words, 0, Sign::sentence_words, most_told))
        return 0;
    sum.add_part(Sign::sentence_words, most_told ? likeness_of(told_a, told_b) : 0);
    return sum.total();
}

} // namespace timeloom
