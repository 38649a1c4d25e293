#include "graph/likeness.hpp"

#include "graph/likeness_weights.hpp"
#include "graph/told_times.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace timeloom {

namespace {

/// Days within which the same may be told again, and from which on it is rare.
constexpr int daily = 3;
constexpr int rare = 180;

/// What is told as to come may take so many times as long as it takes to happen again.
constexpr int patience = 3;

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

enum class Amounts { none, same, other };

/// Whether two mentions tell amounts of one unit, and the same but for rounding.
Amounts amounts_of(std::span<const ToldAmount> a, std::span<const ToldAmount> b) {
    constexpr double rounding = 0.05;
    auto found = Amounts::none;
    for (const auto& [unit, number] : a)
        for (const auto& [other_unit, other] : b) {
            if (unit != other_unit)
                continue;
            if (std::fabs(number - other) <= rounding * std::max(std::fabs(number), std::fabs(other)))
                return Amounts::same;
            found = Amounts::other;
        }
    return found;
}

/// Adds what the participants show; gives how many they share.
template <bool within>
std::size_t add_core(Sum<within>& sum, const Telling& a, const Telling& b, const auto& types) {
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
    const bool crossed = shared && !all_of_a && !all_of_b; // each names one of its own beside those
    sum.add(Sign::crossed_core, crossed);
    sum.add(Sign::other_pair, crossed && types.same && types.mutual);
    if (shared && types.akin)
        sum.add_part(Sign::rare_shared, 2 * whole / static_cast<int>(rarest_in_a + rarest_in_b));
    return shared;
}

std::uint32_t sentences_between(const Telling& a, const Telling& b) {
    return a.sentence < b.sentence ? b.sentence - a.sentence : a.sentence - b.sentence;
}

/// Whether one's clause holds the other's trigger: its words are the other's too, whatever they tell.
bool overlap(const Telling& a, const Telling& b) {
    const auto holds = [](const Telling& clause, std::uint32_t byte) {
        return byte < clause.trigger ? clause.trigger - byte <= clause.clause_left
                                     : byte - clause.trigger < clause.clause_right;
    };
    return holds(a, b.trigger) || holds(b, a.trigger);
}

/// Where the two stand in one document.
void add_places(Sum<true>& sum, const Telling& a, const Telling& b) {
    const auto apart = sentences_between(a, b);
    sum.add(Sign::one_sentence, apart == 0);
    sum.add(Sign::next_sentence, apart == 1);
    sum.add(Sign::far_apart, apart > 4);
    sum.add(Sign::inside, overlap(a, b));
    sum.add(Sign::headline, a.headline != b.headline);
}

/// The later one is a definite noun that names nobody else.
bool names_known(const Telling& a, const Telling& b) {
    const auto& earlier = a.trigger < b.trigger ? a : b;
    const auto& later = a.trigger < b.trigger ? b : a;
    const auto core = later.core(), known = earlier.core();
    return later.definite && std::includes(known.begin(), known.end(), core.begin(), core.end());
}

/// How the later one refers to what was told.
void add_references(Sum<true>& sum, const Telling& a, const Telling& b, const auto& types) {
    const auto& earlier = a.trigger < b.trigger ? a : b;
    const auto& later = a.trigger < b.trigger ? b : a;
    const bool prose = !earlier.headline && !later.headline;
    const bool known = names_known(a, b);
    sum.add(Sign::known, known);
    sum.add(Sign::known_type, known && types.same && !types.is_daily);
    sum.add(Sign::lead_known, earlier.lead && a.definite != b.definite && !types.untyped);
    sum.add(Sign::further, later.further && prose);
    sum.add(Sign::other_doers, a.doer && b.doer && a.doer != b.doer);
}

/// The articles that the two stand in.
void add_articles(Sum<false>& sum, const Tellings& tellings, const Telling& a, const Telling& b) {
    const auto day_a = tellings.published(a), day_b = tellings.published(b);
    sum.add(Sign::one_language, a.language == b.language);
    sum.add(Sign::both_lead, a.lead && b.lead);
    sum.add(Sign::headline_undated, a.dated != b.dated && a.headline != b.headline);
    const auto apart =
        day_a.has_first() && day_b.has_first() ? std::abs(std::int64_t{day_a.first} - day_b.first) : 0;
    const auto& earlier = day_a.first < day_b.first ? a : b;
    const auto& later = day_a.first < day_b.first ? b : a;
    const bool supposed = earlier.modality == Modality::conditional;                     // "if Arvo gives up"
    const bool retold = (earlier.awaited && !supposed) || later.anterior || later.named; // months later
    sum.add(Sign::week_apart, apart > 7);
    sum.add(Sign::months_apart, apart > 60 && !retold);
}

/// Whether each names something that it is done to, and neither names the other's.
bool undergoers_differ(const Telling& a, const Telling& b) {
    const auto names = [](const Telling& x) { return !x.patients().empty() || !x.objects().empty(); };
    return names(a) && names(b) && !share(a.patients(), b.patients()) && !share(a.patients(), b.objects()) &&
           !share(a.objects(), b.patients()) && !share(a.objects(), b.objects());
}

/// A paragraph of background that a later article takes over from an earlier one.
bool tell_alike(const Telling& a, const Telling& b) {
    constexpr int half = whole / 2;
    const auto &words = a.words.clause, &others = b.words.clause;
    return a.polarity == b.polarity && most_likeness_of(words, others) >= half &&
           likeness_of<&WeighedWord::in_clauses>(words, others) >= half && share(a.entities(), b.entities());
}

/// The words of one could be what the other says.
bool may_quote(const Telling& a, const Telling& b, const auto& types) {
    return sentences_between(a, b) <= 1 && (types.same || types.untyped);
}

} // namespace

Likeness::Likeness(const Tellings& tellings, const Frames& frames,
                   const std::vector<ParallelMentions>& parallels)
    : tellings_(tellings), parallels_(parallels), first_parallel_(tellings.size() + 1) {
    for (const auto& parallel : parallels)
        ++first_parallel_[parallel.a + 1];
    std::partial_sum(first_parallel_.begin(), first_parallel_.end(), first_parallel_.begin());
    const auto untyped = frames.find("other").value_or(no_frame);
    for (const auto& frame : frames.all())
        recurs_.push_back(frame.recurs_after_days);
    for (std::size_t a = 0; a < recurs_.size(); ++a)
        for (std::size_t b = 0; b < recurs_.size(); ++b) {
            const auto &frame = frames.all()[a], &other = frames.all()[b];
            const auto lists = [&](const auto& list) { return std::ranges::find(list, b) != list.end(); };
            auto& types = types_.emplace_back();
            types.untyped = a == untyped || b == untyped;
            types.same = (a == b && !types.untyped) || lists(frame.equal);
            types.both_untyped = a == b && types.untyped;
            types.near = !types.same && lists(frame.near);
            types.akin = types.same || types.near || types.untyped;
            const auto sooner = std::min(recurs_[a], recurs_[b]);
            types.is_daily = sooner <= daily && !types.untyped;
            types.is_rare = sooner >= rare && !types.untyped;
            types.takes_long = (types.same || types.near) && takes_long(frame) && takes_long(other);
            types.mutual = std::ranges::find(frame.identity, Role::party) != frame.identity.end();
            const bool by_one = types.same && !types.is_daily && frame.identity.size() == 1 &&
                                frame.identity == other.identity;
            types.by_agent = by_one && frame.identity.front() == Role::agent;
            types.by_patient = by_one && frame.identity.front() == Role::patient;
            types.lasts = frame.kind == EventKind::state && other.kind == EventKind::state;
        }
}

bool Likeness::are_parallel(std::uint32_t lesser, std::uint32_t greater, std::uint32_t& surplus) const {
    for (auto i = first_parallel_[lesser]; i < first_parallel_[lesser + 1]; ++i)
        if (parallels_[i].b == greater) {
            surplus = parallels_[i].surplus;
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
    const auto types = types_[a.frame * recurs_.size() + b.frame];
    const bool one_sentence = within && a.sentence == b.sentence;
    std::uint32_t surplus = 0;
    const bool parallel = !within && are_parallel(lesser, greater, surplus);

    const auto times_differ = [&] {
        if (turns_differ(a, b) || (within && (are_years_apart(a, b) || are_days_apart(a, b))) ||
            (kinds_differ(a, b, types.lasts) && !(within && types.same && names_known(a, b))))
            return true;
        const auto recurs = std::max(recurs_[a.frame], recurs_[b.frame]);
        const auto too_late = [&] { return days_between(tellings_, a, b, patience * recurs) > recurs; };
        if (days_differ(a, b, types.same && !types.takes_long))
            return !types.takes_long || !may_be_stages(a, b) || dated_otherwise(a, b) || too_late();
        const bool recalled =
            (a.named || b.named || !(a.lead || b.lead)) && share(a.entities(), b.entities());
        return !within && !parallel && !(a.placed && b.placed) && !recalled && too_late() &&
               !tell_alike(a, b);
    };
    // Half of the pairs of two documents differ in this, few of one document.
    if (!within && times_differ())
        return impossible;

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
    sum.add(Sign::one_lemma,
            same_lemma && (types.both_untyped || (types.same && !types.is_daily && !types.is_rare)));
    sum.add(Sign::other_words, types.both_untyped && !same_lemma && a.stem != b.stem);
    sum.add(Sign::stem, !same_lemma && a.stem && a.stem == b.stem);
    sum.add(Sign::same_time, a.time && a.time == b.time);
    sum.add(Sign::one_dated, a.dated != b.dated);
    sum.add(Sign::other_polarity, a.polarity != b.polarity);
    sum.add(Sign::other_modality, a.modality != b.modality);
    sum.add(Sign::once_awaited, types.same && types.is_rare && a.awaited != b.awaited);
    if constexpr (within) {
        add_places(sum, a, b);
        add_references(sum, a, b, types);
    } else {
        if (parallel) {
            sum.add(Sign::parallel, true);
            sum.add_part(Sign::sure_parallel, static_cast<int>(surplus));
        }
        add_articles(sum, tellings_, a, b);
    }
    const int only_ones =
        within ? whole / std::max(1, a.same_frame - 1) : 2 * whole / (a.same_frame + b.same_frame);
    const bool may_share = a.core_bits & b.core_bits;
    const int most_in_clause =
        within && !types.same && overlap(a, b) ? 0 : most_likeness_of(a.words.clause, b.words.clause);
    const int most_told = one_sentence ? 0 : most_likeness_of(a.words.sentence, b.words.sentence);
    if (!exactly) {
        auto most = sum;
        most.allow(Sign::only_ones, types.same ? only_ones : 0);
        most.allow(Sign::equal_core, may_share);
        most.allow(Sign::no_core, !a.core_bits && !b.core_bits);
        most.allow(Sign::two_shared, may_share);
        most.allow(Sign::rare_shared, may_share && types.akin);
        most.allow(Sign::rare_type_and_core, may_share && types.same && types.is_rare);
        most.allow(Sign::other_role, !within);
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
    // "Arvo sold the mill and Brandt bought the yard"
    const bool beside = within && one_sentence && other_agents && undergoers_differ(a, b);
    const auto amounts =
        a.amounts && b.amounts ? amounts_of(tellings_.amounts(a), tellings_.amounts(b)) : Amounts::none;
    // "Arvo puts in 25 million", "Brandt wants to put in 100 million"
    const bool two_sums = other_agents && amounts == Amounts::other;
    // "Ada Holm resigned on Monday. Kai Brandt resigned."
    const bool another = within && ((types.by_agent && other_agents) || (types.by_patient && other_patients));
    if ((types.is_rare && other_patients && (within || !parallel)) || another || one_refuses || two_sums ||
        beside || (within && times_differ()))
        return impossible;
    sum.add_part(Sign::only_ones, types.same && !other_patients ? only_ones : 0);
    const auto shared = add_core(sum, a, b, types);
    if (types.same && a.frame != b.frame && !shared && !a.core().empty() && !b.core().empty())
        return impossible; // one's exit is no other's dismissal
    sum.add(Sign::other_core, within && !shared && !a.core().empty() && !b.core().empty());
    sum.add(Sign::other_role, !within && !shared && share(a.entities(), b.entities()));
    sum.add(Sign::rare_type_and_core, types.same && types.is_rare && shared &&
                                          (shared == a.core().size() || shared == b.core().size()));
    sum.add(Sign::other_agents, other_agents);
    sum.add(Sign::other_doers_of_rare, other_agents && types.same && types.is_rare);
    sum.add(Sign::other_speakers, types.is_daily && other_agents);
    sum.add(Sign::other_patients, other_patients);
    sum.add(Sign::other_objects, differ(a.objects(), b.objects()));
    sum.add(Sign::same_amount, amounts == Amounts::same);
    sum.add(Sign::other_amount, amounts == Amounts::other);
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
