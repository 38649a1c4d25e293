#include "train/oracle.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Index = Configuration::Index;

/// Whether all words between a word and its head descend from the head.
bool is_projective(const std::vector<Index>& heads, Index word) {
    const Index head = heads[word], root = static_cast<Index>(heads.size());
    for (Index i = std::min(word, head) + 1; i < std::max(word, head); ++i) {
        Index up = i;
        while (up != root && up != head)
            up = heads[up];
        if (up != head)
            return false;
    }
    return true;
}

/// Arcs that cross others are lifted to the head's head, the shortest first (Nivre & Nilsson 2005).
void lift_crossing(std::vector<Index>& heads) {
    const auto length = [&](Index word) { return std::max(word, heads[word]) - std::min(word, heads[word]); };
    const Index root = static_cast<Index>(heads.size());
    for (;;) {
        Index shortest = root;
        for (Index i = 0; i < root; ++i)
            if (heads[i] != root && (shortest == root || length(i) < length(shortest)) &&
                !is_projective(heads, i))
                shortest = i;
        if (shortest == root)
            return;
        heads[shortest] = heads[heads[shortest]];
    }
}

} // namespace

Oracle::Oracle(std::span<const GoldWord> gold) : dependents_(gold.size() + 1) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const std::size_t head = gold[i].head < 0 ? gold.size() : static_cast<std::size_t>(gold[i].head);
        heads_.push_back(static_cast<Configuration::Index>(head));
    }
    lift_crossing(heads_);
    for (std::size_t i = 0; i < gold.size(); ++i)
        dependents_[heads_[i]].push_back(static_cast<Configuration::Index>(i));
}

std::array<int, 3> Oracle::costs(const Configuration& c) const {
    std::array<int, 3> costs = {impossible, impossible, impossible};
    const Configuration::Index next = c.next(), top = c.stack(0), below = c.stack(1);
    // On the stack stand just the words before `next` that have no head yet.
    const auto on_stack = [&](Configuration::Index i) { return i < next && c.node(i).head < 0; };
    if (c.allows(Transition::shift)) {
        const Configuration::Index head = heads_[next];
        costs[0] = (head != top && on_stack(head)) +
                   static_cast<int>(std::ranges::count_if(dependents_[next], on_stack));
    }
    if (top == c.none())
        return costs;
    const Configuration::Index head = heads_[top];
    const int lost = static_cast<int>(
        std::ranges::count_if(dependents_[top], [&](Configuration::Index i) { return i >= next; }));
    if (c.allows(Transition::left))
        costs[1] = lost + (head != next && (head == below || head > next));
    if (c.allows(Transition::right))
        costs[2] = lost + (head >= next);
    return costs;
}

} // namespace timeloom
