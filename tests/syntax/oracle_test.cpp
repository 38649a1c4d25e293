// The transition system and its oracle.

#include "syntax/configuration.hpp"
#include "train/oracle.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace timeloom;

namespace {

std::vector<GoldWord> with_heads(const std::vector<std::int32_t>& heads) {
    std::vector<GoldWord> words(heads.size());
    for (std::size_t i = 0; i < heads.size(); ++i)
        words[i].head = heads[i];
    return words;
}

struct Walk {
    std::vector<std::int32_t> heads; ///< -1 for the root
    int cost = 0;
    std::size_t steps = 0;
};

/// Follows the oracle's cheapest transitions.
Walk follow(const std::vector<GoldWord>& gold) {
    const Oracle oracle(gold);
    Configuration c(gold.size());
    Walk walk;
    while (!c.finished()) {
        const auto costs = oracle.costs(c);
        const auto cheapest = std::ranges::min_element(costs);
        walk.cost += *cheapest;
        c.apply(static_cast<Transition>(cheapest - costs.begin()));
        ++walk.steps;
    }
    for (Configuration::Index i = 0; i < gold.size(); ++i)
        walk.heads.push_back(c.node(i).head == static_cast<std::int32_t>(gold.size()) ? -1 : c.node(i).head);
    return walk;
}

} // namespace

TEST_CASE("the oracle reaches every tree without crossing arcs") {
    // All head assignments of four words: the trees among them without crossing arcs and with one root.
    std::size_t trees = 0;
    for (int code = 0; code < 625; ++code) {
        std::vector<std::int32_t> heads;
        for (int i = 0, rest = code; i < 4; ++i, rest /= 5)
            heads.push_back(rest % 5 - 1);
        if (std::ranges::count(heads, -1) != 1)
            continue;
        const auto reaches_root = [&](std::int32_t i) {
            for (int steps = 0; steps < 5; ++steps, i = heads[static_cast<std::size_t>(i)])
                if (heads[static_cast<std::size_t>(i)] < 0)
                    return true;
            return false;
        };
        bool good = true;
        for (std::int32_t i = 0; i < 4; ++i)
            good = good && reaches_root(i);
        for (std::int32_t a = 0; a < 4 && good; ++a)
            for (std::int32_t b = 0; b < 4; ++b) {
                const auto left = [&](std::int32_t i) {
                    return std::min(i, heads[static_cast<std::size_t>(i)]);
                };
                const auto right = [&](std::int32_t i) {
                    return std::max(i, heads[static_cast<std::size_t>(i)]);
                };
                if (heads[static_cast<std::size_t>(a)] < 0 || heads[static_cast<std::size_t>(b)] < 0) {
                    // The arc from the root, which stands behind the last word, must not be crossed either.
                    if (heads[static_cast<std::size_t>(a)] < 0 && heads[static_cast<std::size_t>(b)] >= 0 &&
                        left(b) < a && a < right(b))
                        good = false;
                } else if (left(a) < left(b) && left(b) < right(a) && right(a) < right(b)) {
                    good = false;
                }
            }
        if (!good)
            continue;
        ++trees;
        const Walk walk = follow(with_heads(heads));
        CHECK(walk.heads == heads);
        CHECK(walk.cost == 0);
        CHECK(walk.steps == 8);
    }
    CHECK(trees == 30); // projective trees of four words
}

TEST_CASE("an arc that crosses another is lifted to the head's head") {
    CHECK(follow(with_heads({2, 3, -1, 2})).heads == std::vector<std::int32_t>{2, 2, -1, 2});
}
