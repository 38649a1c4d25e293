#include "graph/event_fusion.hpp"

#include "base/parallel.hpp"
#include "graph/candidates.hpp"
#include "graph/components.hpp"
#include "graph/likeness.hpp"
#include "graph/parallels.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace timeloom {

namespace {

/// Mentions of a group that speak for it when it is compared with another.
constexpr std::size_t speakers = 5;

/// A pair of mentions with its likeness in 64 bits, for there are several a mention: what the numbers of two
/// mentions leave is the likeness, 22 bits of it for a million mentions. In order the likeliest come first,
/// of equals by their numbers.
class PairCode {
  public:
    explicit PairCode(std::uint32_t mentions)
        : bits_(static_cast<unsigned>(std::bit_width(mentions))),
          likest_((~std::uint64_t{0} >> 1) >> 2 * bits_) {}

    /// `likeness` is above 0.
    std::uint64_t of(int likeness, std::uint32_t one, std::uint32_t other) const {
        const auto [a, b] = std::minmax(one, other);
        const auto behind = likest_ - std::min(static_cast<std::uint64_t>(likeness), likest_);
        return (behind << bits_ | a) << bits_ | b;
    }
    std::pair<std::uint32_t, std::uint32_t> mentions(std::uint64_t pair) const {
        const auto mention = (std::uint64_t{1} << bits_) - 1;
        return {static_cast<std::uint32_t>(pair >> bits_ & mention),
                static_cast<std::uint32_t>(pair & mention)};
    }

  private:
    unsigned bits_;        ///< of the number of a mention
    std::uint64_t likest_; ///< what is likelier counts as this
};

using Pairs = std::vector<std::uint64_t>;

/// The pairs that are likely one event, in as many sorted lists as there are threads; in which list one
/// stands is left to chance.
std::vector<Pairs> likely_pairs(const Candidates& candidates, const Likeness& likeness,
                                const std::vector<ParallelMentions>& parallels, PairCode code,
                                unsigned threads) {
    constexpr std::size_t stretch = 1024; // mentions that a thread takes at a time
    const auto order = candidates.order();
    std::vector<Pairs> out(threads);
    std::atomic<std::size_t> next = 0;
    in_parallel(threads, threads, [&](std::size_t thread) {
        Pairs pairs;
        pairs.reserve(8 * order.size() / threads); // room that is not filled takes no memory
        const auto consider = [&](std::uint32_t a, std::uint32_t b) {
            if (const auto how = likeness.if_worth_joining(a, b); how > 0)
                pairs.push_back(code.of(how, a, b));
        };
        if (thread == 0)
            for (const auto& parallel : parallels)
                consider(parallel.a, parallel.b);
        Candidates::Search search(candidates);
        for (std::size_t begin; (begin = next.fetch_add(stretch)) < order.size();)
            for (const auto m : order.subspan(begin, std::min(stretch, order.size() - begin)))
                for (const auto other : search.before(m))
                    if (!likeness.are_parallel(std::min(other, m), std::max(other, m)))
                        consider(other, m);
        std::sort(pairs.begin(), pairs.end());
        out[thread] = std::move(pairs);
    });
    return out;
}

/// Visits what stands in sorted lists, in order.
template <class Visit>
void for_each_in_order(const std::vector<Pairs>& lists, Visit visit) {
    std::vector<std::span<const std::uint64_t>> left(lists.begin(), lists.end());
    const auto first_of = [](std::span<const std::uint64_t> list) {
        return list.empty() ? ~std::uint64_t{0} : list[0];
    };
    while (true) {
        auto& list = *std::ranges::min_element(left, {}, first_of);
        if (list.empty())
            return;
        visit(list[0]);
        list = list.subspan(1);
    }
}

/// Groups of mentions, by their least member.
class Groups {
  public:
    explicit Groups(std::uint32_t count) : joined_(count), numbers_(count), list_of_(count, no_index) {
        std::iota(numbers_.begin(), numbers_.end(), 0u);
    }

    void join_if_alike(std::uint32_t a, std::uint32_t b, const Likeness& likeness) {
        std::tie(a, b) = std::minmax({joined_.of(a), joined_.of(b)});
        if (a == b || !alike(a, b, likeness))
            return;
        joined_.join(a, b);
        if (list_of_[a] == no_index) {
            list_of_[a] = static_cast<std::uint32_t>(lists_.size());
            lists_.push_back({a});
        }
        auto& into = lists_[list_of_[a]];
        const auto from = members(b);
        const auto middle = into.insert(into.end(), from.begin(), from.end());
        std::inplace_merge(into.begin(), middle, into.end());
        if (list_of_[b] != no_index)
            lists_[list_of_[b]] = {};
    }

    /// Ascending by least member.
    MentionsByEvent groups() {
        MentionsByEvent out;
        for (const auto m : numbers_)
            if (joined_.of(m) == m)
                out.add(members(m));
        return out;
    }

  private:
    std::span<const std::uint32_t> members(std::uint32_t least) const {
        if (list_of_[least] == no_index)
            return std::span(numbers_).subspan(least, 1);
        return lists_[list_of_[least]];
    }

    bool alike(std::uint32_t a, std::uint32_t b, const Likeness& likeness) {
        const auto of_a = members(a), of_b = members(b);
        if (of_a.size() == 1 && of_b.size() == 1)
            return true; // they are the likely pair
        // Groups only grow: while both are as large as when they were told apart, they stay apart.
        const auto pair = std::uint64_t{a} << 32 | b;
        const auto size = static_cast<std::uint32_t>(of_a.size() + of_b.size());
        if (const auto apart = apart_.find(pair); apart != apart_.end() && apart->second == size)
            return false;
        if (sum_of(of_a, of_b, likeness) > 0)
            return true;
        apart_[pair] = size;
        return false;
    }

    static int sum_of(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                      const Likeness& likeness) {
        int sum = 0;
        for (std::size_t i = 0; i < std::min(a.size(), speakers); ++i)
            for (std::size_t j = 0; j < std::min(b.size(), speakers); ++j) {
                const auto how = likeness(a[i], b[j]);
                if (how == Likeness::impossible)
                    return how;
                sum += how;
            }
        return sum;
    }

    Components joined_;
    std::vector<std::uint32_t> numbers_;            ///< of the mentions: each is its own group at first
    std::vector<std::uint32_t> list_of_;            ///< by least member of a group: into lists_, or no_index
    std::vector<std::vector<std::uint32_t>> lists_; ///< sorted; empty for those that joined another
    std::unordered_map<std::uint64_t, std::uint32_t> apart_; ///< by two least members: size of both groups
};

} // namespace

FusedEvents fuse_events(const Collection& collection, const FusedEntities& entities, const Frames& frames,
                        unsigned threads) {
    const auto parallels = find_parallels(collection, entities, frames, threads);
    const Tellings tellings(collection, entities, frames, threads);
    const Likeness likeness(tellings, frames, parallels);
    const PairCode code(collection.mention_count());
    // The groups want the room of the candidates.
    const auto pairs =
        likely_pairs(Candidates(collection, tellings, frames), likeness, parallels, code, threads);
    Groups groups(collection.mention_count());
    for_each_in_order(pairs, [&](std::uint64_t pair) {
        const auto [a, b] = code.mentions(pair);
        groups.join_if_alike(a, b, likeness);
    });
    FusedEvents out;
    out.events = groups.groups();
    out.of.resize(collection.mention_count());
    for (std::uint32_t e = 0; e < out.events.size(); ++e)
        for (const auto mention : out.events[e])
            out.of[mention] = e;
    return out;
}

} // namespace timeloom
