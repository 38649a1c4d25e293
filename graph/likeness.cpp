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
    both_untyped,
    only_ones,   ///< of that type in their documents: 1 / how many there are
    other_kind,  ///< an event and a state
    other_turn,  ///< of two states, one is told as over
    daily_lemma, ///< one lemma, of a daily type
    stem,        ///< lemmas of one stem
    // participants
    equal_core,
    no_core,
    two_shared,
    rare_shared, ///< 1 / how often the rarest shared one is named in its role
    rare_type_and_core,
    other_agents,
    other_objects,
    same_amount,
    // time and factuality
    same_time,
    other_time,
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

/// Refit when the signs change: see docs/accuracy.md, "Fusion and time of events".
constexpr auto weights = [] {
    std::array<Weights, static_cast<std::size_t>(Sign::count_)> out{};
    const auto set = [&](Sign sign, int within, int across) {
        out[static_cast<std::size_t>(sign)] = {within, across};
    };
    set(Sign::any, -155, -148);
    set(Sign::same_type, 91, 33);
    set(Sign::same_daily_type, 69, 92);
    set(Sign::same_rare_type, 59, 92);
    set(Sign::near_type, 63, -21);
    set(Sign::both_untyped, 79, 62);
    set(Sign::only_ones, 94, 216);
    set(Sign::other_kind, -87, -102);
    set(Sign::other_turn, -40, -101);
    set(Sign::daily_lemma, 125, 125);
    set(Sign::stem, 156, 125);
    set(Sign::equal_core, 31, -16);
    set(Sign::no_core, -68, 12);
    set(Sign::two_shared, 27, 24);
    set(Sign::rare_shared, 53, 236);
    set(Sign::rare_type_and_core, 39, 81);
    set(Sign::other_agents, -5, -65);
    set(Sign::other_objects, -45, -64);
    set(Sign::same_amount, 53, 45);
    set(Sign::same_time, -47, 198);
    set(Sign::other_time, -139, -125);
    set(Sign::one_dated, -26, -47);
    set(Sign::other_polarity, -2, -50);
    set(Sign::other_modality, -67, -63);
    set(Sign::clause_words, 246, 345);
    set(Sign::sentence_words, 308, 275);
    set(Sign::one_sentence, 104, 0);
    set(Sign::next_sentence, 30, 0);
    set(Sign::far_apart, -113, 0);
    set(Sign::inside, -183, 0);
    set(Sign::headline, 122, 0);
    set(Sign::quotation, 65, 0);
    set(Sign::parallel, 0, 222);
    set(Sign::sure_parallel, 0, 121);
    set(Sign::one_language, 0, -82);
    set(Sign::both_lead, 0, 99);
    set(Sign::week_apart, 0, -190);
    set(Sign::months_apart, 0, -201);
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

  private:
    int weight(Sign sign) const {
        const auto& both = weights[static_cast<std::size_t>(sign)];
        return within_ ? both.within : both.across;
    }
    bool within_;
    int total_ = 0;
};

bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool differ(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return !a.empty() && !b.empty() && !share(a, b);
}

/// Dice's coefficient of weighed words, of `whole`.
int likeness_of(std::span<const WeighedWord> a, std::span<const WeighedWord> b) {
    std::uint64_t shared = 0, all = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() || j != b.end();) {
        if (j == b.end() || (i != a.end() && i->key < j->key)) {
            all += (i++)->weight;
        } else if (i == a.end() || j->key < i->key) {
            all += (j++)->weight;
        } else {
            shared += i->weight + j->weight;
            all += (i++)->weight + (j++)->weight;
        }
    }
    return all ? static_cast<int>(shared * whole / all) : 0;
}

bool same_amount(const Telling& a, const Telling& b) {
    constexpr double rounding = 0.05;
    for (const auto& [unit, number] : a.amounts)
        for (const auto& [other_unit, other] : b.amounts)
            if (unit == other_unit &&
                std::fabs(number - other) <= rounding * std::max(std::fabs(number), std::fabs(other)))
                return true;
    return false;
}

/// Adds what the participants show; gives how many they share.
std::size_t add_core(Sum& sum, const Telling& a, const Telling& b) {
    std::size_t shared = 0;
    std::uint32_t rarest_in_a = ~0u, rarest_in_b = ~0u;
    for (std::size_t i = 0, j = 0; i < a.core.size() && j < b.core.size();) {
        if (a.core[i] < b.core[j]) {
            ++i;
        } else if (b.core[j] < a.core[i]) {
            ++j;
        } else {
            ++shared;
            rarest_in_a = std::min(rarest_in_a, a.told[i++]);
            rarest_in_b = std::min(rarest_in_b, b.told[j++]);
        }
    }
    sum.add(Sign::equal_core, shared && shared == a.core.size() && shared == b.core.size());
    sum.add(Sign::no_core, a.core.empty() && b.core.empty());
    sum.add(Sign::two_shared, shared >= 2);
    if (shared)
        sum.add_part(Sign::rare_shared, 2 * whole / static_cast<int>(rarest_in_a + rarest_in_b));
    return shared;
}

void add_time(Sum& sum, const Telling& a, const Telling& b) {
    sum.add(Sign::same_time, a.time && a.time == b.time);
    sum.add(Sign::other_time, a.dated && b.dated && !intersect(a.when, b.when));
    sum.add(Sign::one_dated, a.dated != b.dated);
}

} // namespace

Likeness::Likeness(const Tellings& tellings, const Frames& frames,
                   const std::vector<ParallelMentions>& parallels)
    : tellings_(tellings), frames_(frames), parallels_(parallels), untyped_(frames.find("other")) {}

int Likeness::operator()(std::uint32_t first, std::uint32_t second) const {
    const auto [lesser, greater] = std::minmax(first, second);
    const auto &a = tellings_[lesser], &b = tellings_[greater];
    const bool within = a.document == b.document;
    const bool untyped = a.frame == untyped_ || b.frame == untyped_;
    const bool same = a.frame == b.frame && !untyped;
    const auto& near = frames_[a.frame].near;
    const int recurs = std::min(frames_[a.frame].recurs_after_days, frames_[b.frame].recurs_after_days);
    const bool is_daily = recurs <= daily && !untyped, is_rare = recurs >= rare && !untyped;
    Sum sum(within);
    sum.add(Sign::same_type, same && !is_daily);
    sum.add(Sign::same_daily_type, same && is_daily);
    sum.add(Sign::same_rare_type, same && is_rare);
    sum.add(Sign::near_type, std::find(near.begin(), near.end(), b.frame) != near.end());
    sum.add(Sign::both_untyped, a.frame == untyped_ && b.frame == untyped_);
    if (same)
        sum.add_part(Sign::only_ones, within ? whole / static_cast<int>(std::max(1u, a.same_frame - 1))
                                             : 2 * whole / static_cast<int>(a.same_frame + b.same_frame));
    sum.add(Sign::other_kind, a.kind != b.kind);
    sum.add(Sign::other_turn, a.kind == EventKind::state && b.kind == EventKind::state && a.over != b.over);
    sum.add(Sign::daily_lemma, is_daily && a.lemma == b.lemma);
    sum.add(Sign::stem, a.lemma != b.lemma && a.stem && a.stem == b.stem);
    const auto shared = add_core(sum, a, b);
    sum.add(Sign::rare_type_and_core,
            same && is_rare && shared && (shared == a.core.size() || shared == b.core.size()));
    sum.add(Sign::other_agents, differ(a.agents, b.agents));
    sum.add(Sign::other_objects, differ(a.objects, b.objects));
    sum.add(Sign::same_amount, same_amount(a, b));
    add_time(sum, a, b);
    sum.add(Sign::other_polarity, a.polarity != b.polarity);
    sum.add(Sign::other_modality, a.modality != b.modality);
    sum.add_part(Sign::clause_words,
                 likeness_of(tellings_.clause_words(lesser), tellings_.clause_words(greater)));
    if (!within || a.sentence != b.sentence)
        sum.add_part(Sign::sentence_words,
                     likeness_of(tellings_.sentence_words(lesser), tellings_.sentence_words(greater)));
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
                                     (share(a.holders, b.agents) || share(b.holders, a.agents)));
        return sum.total();
    }
    const auto parallel = std::lower_bound(
        parallels_.begin(), parallels_.end(), std::make_pair(lesser, greater),
        [](const ParallelMentions& p, const auto& pair) { return std::make_pair(p.a, p.b) < pair; });
    if (parallel != parallels_.end() && parallel->a == lesser && parallel->b == greater) {
        sum.add(Sign::parallel, true);
        sum.add_part(Sign::sure_parallel,
                     static_cast<int>(std::lround(whole * std::min(parallel->score - 1, 2.0))));
    }
    sum.add(Sign::one_language, a.language == b.language);
    sum.add(Sign::both_lead, a.lead && b.lead);
    const auto apart = a.published && b.published ? std::abs((*a.published - *b.published).count()) : 0;
    sum.add(Sign::week_apart, apart > 7);
    sum.add(Sign::months_apart, apart > 60);
    return sum.total();
}

} // namespace timeloom
