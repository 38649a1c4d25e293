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
    set(Sign::other_agents, -60, -50);
    set(Sign::other_speakers, -80, 0);
    set(Sign::other_patients, -100, 0);
    set(Sign::other_objects, -29, -65);
    set(Sign::crossed_core, -50, -20);
    set(Sign::same_amount, 52, 36);
    set(Sign::other_amount, -450, -40);
    set(Sign::same_time, -15, 127);
    set(Sign::one_dated, -17, -37);
    set(Sign::other_polarity, -60, -76);
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
    /// As much as a sign that may yet hold in such part can add.
    void allow(Sign sign, int most) { total_ += std::max(0, weight(sign)) * most; }
    void allow(Sign sign, bool possible) { allow(sign, possible ? whole : 0); }
    int total() const { return total_ / whole; }

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
void add_amounts(Sum<within>& sum, std::span<const ToldAmount> a, std::span<const ToldAmount> b) {
    constexpr double rounding = 0.05;
    bool comparable = false, same = false;
    for (const auto& [unit, number] : a)
        for (const auto& [other_unit, other] : b) {
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

std::uint32_t sentences_between(const Telling& a, const Telling& b) {
    return a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
}

/// Where the two stand in one document.
void add_places(Sum<true>& sum, const Telling& a, const Telling& b) {
    const auto apart = sentences_between(a, b);
    const auto holds = [](const Span& clause, std::uint32_t byte) {
        return clause.begin <= byte && byte < clause.end;
    };
    sum.add(Sign::one_sentence, apart == 0);
    sum.add(Sign::next_sentence, apart == 1);
    sum.add(Sign::far_apart, apart > 4);
    sum.add(Sign::inside, holds(a.clause, b.trigger) || holds(b.clause, a.trigger));
    sum.add(Sign::headline, a.headline != b.headline);
}

/// The articles that the two stand in.
void add_articles(Sum<false>& sum, const Telling& a, const Telling& b) {
    sum.add(Sign::one_language, a.language == b.language);
    sum.add(Sign::both_lead, a.lead && b.lead);
    const auto apart = a.published.has_first() && b.published.has_first()
                           ? std::abs(std::int64_t{a.published.first} - b.published.first)
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

bool intersect(const TellingDays& a, const TellingDays& b) {
    return a.last >= b.first && b.last >= a.first;
}

/// The days that the two give, or that the one gives and the other has as news, exclude each other.
bool days_differ(const Telling& a, const Telling& b) {
    return (a.placed && b.placed && !intersect(a.when, b.when)) || (a.placed && !intersect(a.when, b.news)) ||
           (b.placed && !intersect(b.when, a.news)) || !intersect(a.news, b.news);
}

/// Days between two tellings of different documents; what has no date lies not long before its publication.
std::int64_t days_between(const Telling& a, const Telling& b) {
    const auto& days_a = a.placed && a.when.has_both() ? a.when : a.published;
    const auto& days_b = b.placed && b.when.has_both() ? b.when : b.published;
    if (!days_a.has_both() || !days_b.has_both())
        return 0;
    return std::max({std::int64_t{0}, std::int64_t{days_a.first} - days_b.last,
                     std::int64_t{days_b.first} - days_a.last});
}

/// The words of one could be what the other says.
bool may_quote(const Telling& a, const Telling& b, const auto& types) {
    return sentences_between(a, b) <= 1 && (types.same || types.untyped);
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

struct Likeness::Types {
    bool same = false, near = false, untyped = false, both_untyped = false;
    bool akin = false;
    bool is_daily = false, is_rare = false;
};

Likeness::Types Likeness::types_of(const Telling& a, const Telling& b) const {
    Types out;
    out.untyped = a.frame == untyped_ || b.frame == untyped_;
    out.same = a.frame == b.frame && !out.untyped;
    out.both_untyped = a.frame == b.frame && out.untyped;
    out.near = near_[a.frame * recurs_.size() + b.frame];
    out.akin = out.same || out.near || out.untyped;
    const auto sooner = std::min(recurs_[a.frame], recurs_[b.frame]);
    out.is_daily = sooner <= daily && !out.untyped;
    out.is_rare = sooner >= rare && !out.untyped;
    return out;
}

template <bool within>
int Likeness::compare_in(std::uint32_t lesser, std::uint32_t greater, bool exactly) const {
    const auto &a = tellings_[lesser], &b = tellings_[greater];
    const auto types = types_of(a, b);
    const bool one_sentence = within && a.sentence == b.sentence;
    double score = 0;
    const bool parallel = !within && are_parallel(lesser, greater, score);

    // What can be told at a glance, and what the rest can add to it at the most: so most pairs are told
    // apart.
    Sum<within> sum;
    sum.add(Sign::same_type, types.same && !types.is_daily);
    sum.add(Sign::same_daily_type, types.same && types.is_daily);
    sum.add(Sign::same_rare_type, types.same && types.is_rare);
    sum.add(Sign::near_type, types.near);
    sum.add(Sign::other_type, !types.akin);
    sum.add(Sign::other_kind, a.kind != b.kind);
    sum.add(Sign::other_turn, a.kind == EventKind::state && b.kind == EventKind::state && a.over != b.over);
    const bool same_lemma = a.lemma == b.lemma;
    sum.add(Sign::daily_lemma, types.is_daily && same_lemma);
    sum.add(Sign::untyped_lemma, types.both_untyped && same_lemma);
    sum.add(Sign::other_words, types.both_untyped && !same_lemma && a.stem != b.stem);
    sum.add(Sign::stem, !same_lemma && a.stem && a.stem == b.stem);
    sum.add(Sign::same_time, a.time && a.time == b.time);
    sum.add(Sign::one_dated, a.dated != b.dated);
    sum.add(Sign::other_polarity, a.polarity != b.polarity);
    sum.add(Sign::other_modality, a.modality != b.modality);
    if constexpr (within) {
        add_places(sum, a, b);
    } else {
        if (parallel) {
            sum.add(Sign::parallel, true);
            sum.add_part(Sign::sure_parallel,
                         static_cast<int>(std::lround(whole * std::min(score - 1, 2.0))));
        }
        add_articles(sum, a, b);
    }
    const int only_ones = within ? whole / static_cast<int>(std::max(1u, a.same_frame - 1))
                                 : 2 * whole / static_cast<int>(a.same_frame + b.same_frame);
    const bool may_share = a.core_bits & b.core_bits;
    const int most_in_clause = most_likeness_of(a.words.clause, b.words.clause);
    const int most_told = one_sentence ? 0 : most_likeness_of(a.words.sentence, b.words.sentence);
    if (!exactly) {
        auto most = sum;
        most.allow(Sign::only_ones, types.same ? only_ones : 0);
        most.allow(Sign::equal_core, may_share);
        most.allow(Sign::no_core, !a.core_bits && !b.core_bits);
        most.allow(Sign::two_shared, may_share);
        most.allow(Sign::rare_shared, may_share && types.akin);
        most.allow(Sign::rare_type_and_core, may_share && types.same && types.is_rare);
        most.allow(Sign::same_amount, a.amounts && b.amounts);
        most.allow(Sign::quotation, within && may_quote(a, b, types));
        most.allow(Sign::clause_words, most_in_clause);
        most.allow(Sign::sentence_words, most_told);
        if (most.total() <= 0)
            return 0;
    }

    const bool other_patients = differ(a.patients(), b.patients());
    const bool other_agents = differ(a.agents(), b.agents());
    // "Arvo has not signed" is no other's signing.
    const bool one_refuses = other_agents && a.polarity != b.polarity;
    if ((within && types.is_rare && other_patients) || one_refuses || turns_differ(a, b) ||
        kinds_differ(a, b) || days_differ(a, b) ||
        (!within && !parallel && !(a.placed && b.placed) &&
         days_between(a, b) > std::max(recurs_[a.frame], recurs_[b.frame])))
        return impossible;
    sum.add_part(Sign::only_ones, types.same && !other_patients ? only_ones : 0);
    const auto shared = add_core(sum, a, b, types.akin);
    sum.add(Sign::rare_type_and_core, types.same && types.is_rare && shared &&
                                          (shared == a.core().size() || shared == b.core().size()));
    sum.add(Sign::other_agents, other_agents);
    sum.add(Sign::other_speakers, types.is_daily && other_agents);
    sum.add(Sign::other_patients, other_patients);
    sum.add(Sign::other_objects, differ(a.objects(), b.objects()));
    if (a.amounts && b.amounts)
        add_amounts(sum, tellings_.amounts(a), tellings_.amounts(b));
    sum.add(Sign::quotation, within && may_quote(a, b, types) &&
                                 (share(a.holders(), b.agents()) || share(b.holders(), a.agents())));
    // The words last: they take the longest.
    if (!exactly) {
        auto most = sum;
        most.allow(Sign::clause_words, most_in_clause);
        most.allow(Sign::sentence_words, most_told);
        if (most.total() <= 0)
            return 0;
    }
    const auto in_clause =
        most_in_clause ? likeness_of<&WeighedWord::in_clauses>(a.words.clause, b.words.clause) : 0;
    const auto told =
        most_told ? likeness_of<&WeighedWord::in_sentences>(a.words.sentence, b.words.sentence) : 0;
    sum.add_part(Sign::clause_words, in_clause);
    sum.add_part(Sign::sentence_words, told);
    return sum.total();
}

} // namespace timeloom
