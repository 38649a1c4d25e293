#include "graph/event_fusion.hpp"

#include "graph/candidates.hpp"
#include "graph/components.hpp"
#include "graph/likeness.hpp"
#include "graph/parallels.hpp"
#include "graph/telling.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace timeloom {

namespace {

/// Mentions of a group that speak for it when it is compared with another.
constexpr std::size_t speakers = 5;

struct LikelyPair {
    int likeness;
    std::uint32_t a; ///< less than b
    std::uint32_t b;
    /// The likeliest first.
    bool operator<(const LikelyPair& other) const {
        return std::tie(other.likeness, a, b) < std::tie(likeness, other.a, other.b);
    }
};

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

FusedEvents fuse_events(const Collection& collection, const FusedEntities& entities, const Frames& frames) {
    const auto parallels = find_parallels(collection, entities, frames);
    const Tellings tellings(collection, entities, frames);
    const Likeness likeness(tellings, frames, parallels);
    std::vector<LikelyPair> pairs;
    pairs.reserve(std::size_t{8} * collection.mention_count()); // room that is not filled takes no memory
    const auto consider = [&](std::uint32_t a, std::uint32_t b) {
        if (const auto how = likeness.if_worth_joining(a, b); how > 0)
            pairs.push_back({how, std::min(a, b), std::max(a, b)});
    };
    for (const auto& parallel : parallels)
        consider(parallel.a, parallel.b);
    { // The groups want the room of the candidates.
        Candidates candidates(collection, tellings, frames);
        for (const auto m : candidates.order())
            for (const auto other : candidates.before(m))
                consider(other, m);
    }
    std::sort(pairs.begin(), pairs.end());
    Groups groups(collection.mention_count());
    for (const auto& pair : pairs)
        groups.join_if_alike(pair.a, pair.b, likeness);
    FusedEvents out;
    out.events = groups.groups();
    out.of.resize(collection.mention_count());
    for (std::uint32_t e = 0; e < out.events.size(); ++e)
        for (const auto mention : out.events[e])
            out.of[mention] = e;
    return out;
}

} // namespace timeloom
