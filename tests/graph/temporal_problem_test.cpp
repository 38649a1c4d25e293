#include "graph/temporal_problem.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace timeloom;

namespace {

constexpr std::int64_t none = INT64_MAX;

/// The naive oracle: all shortest paths by Floyd and Warshall; empty when the constraints contradict each
/// other.
std::vector<std::vector<std::int64_t>> all_distances(std::uint32_t variables,
                                                     const std::vector<TemporalConstraint>& constraints) {
    std::vector<std::vector<std::int64_t>> d(variables, std::vector<std::int64_t>(variables, none));
    for (std::uint32_t v = 0; v < variables; ++v)
        d[v][v] = 0;
    for (const auto& c : constraints)
        d[c.from][c.to] = std::min<std::int64_t>(d[c.from][c.to], c.days);
    for (std::uint32_t k = 0; k < variables; ++k)
        for (std::uint32_t i = 0; i < variables; ++i)
            for (std::uint32_t j = 0; j < variables; ++j)
                if (d[i][k] != none && d[k][j] != none)
                    d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    for (std::uint32_t v = 0; v < variables; ++v)
        if (d[v][v] < 0)
            return {};
    return d;
}

std::vector<TemporalConstraint> without(std::vector<TemporalConstraint> constraints,
                                        std::uint32_t statement) {
    std::erase_if(constraints, [&](const TemporalConstraint& c) { return c.statement == statement; });
    return constraints;
}

} // namespace

TEST_CASE("a day between two bounds, and another a week after it") {
    //   calendar --[100, 110]--> 1 --[7, 7]--> 2
    const std::vector<TemporalConstraint> constraints = {
        {calendar, 1, 110, 0}, {1, calendar, -100, 0}, {1, 2, 7, 1}, {2, 1, -7, 1}};
    const std::vector<std::uint32_t> support = {5, 5};
    const auto solution = solve(3, constraints, support);
    CHECK(solution.contradictions.empty());
    CHECK(solution.days[2].earliest.day == 107);
    CHECK(solution.days[2].latest.day == 117);
    for (const auto& bound : {solution.days[2].latest, solution.days[2].earliest}) {
        const auto proof = solution.proof(bound);
        CHECK(std::vector(proof.begin(), proof.end()) == std::vector<std::uint32_t>{0, 1});
    }
}

TEST_CASE("what nothing bounds stays open") {
    const std::vector<TemporalConstraint> constraints = {{calendar, 1, 50, 0}};
    const std::vector<std::uint32_t> support = {1};
    const auto solution = solve(3, constraints, support);
    CHECK(solution.days[1].latest.day == 50);
    CHECK_FALSE(solution.days[1].earliest.day);
    CHECK_FALSE(solution.days[2].latest.day);
}

TEST_CASE("of a contradiction the least supported statement is given up, of equals the last") {
    // 0: day 1 is at least 20; 1: it is at most 10; both cannot hold.
    const std::vector<TemporalConstraint> constraints = {
        {1, calendar, -20, 0}, {calendar, 1, 10, 1}, {calendar, 1, 30, 2}};
    for (const auto& [support, given_up] : {std::pair{std::vector<std::uint32_t>{3, 2, 1}, 1u},
                                            std::pair{std::vector<std::uint32_t>{1, 2, 1}, 0u},
                                            std::pair{std::vector<std::uint32_t>{2, 2, 2}, 1u}}) {
        const auto solution = solve(2, constraints, support);
        REQUIRE(solution.contradictions.size() == 1);
        CHECK(solution.contradictions[0].given_up == given_up);
        CHECK(solution.contradictions[0].statements.size() == 2);
        CHECK(solution.days[1].latest.day == (given_up == 1 ? 30 : 10));
    }
}

TEST_CASE("a circle of befores is found though no date touches it") {
    const std::vector<TemporalConstraint> constraints = {{2, 1, -1, 0}, {3, 2, -1, 1}, {1, 3, -1, 2}};
    const std::vector<std::uint32_t> support = {certain, 4, certain};
    const auto solution = solve(4, constraints, support);
    REQUIRE(solution.contradictions.size() == 1);
    CHECK(solution.contradictions[0].statements.size() == 3);
    CHECK(solution.contradictions[0].given_up == 1);
}

TEST_CASE("in a long story each circle is found and opened where it is weakest") {
    constexpr std::uint32_t days = 3000, every = 30;
    std::vector<TemporalConstraint> constraints;
    std::vector<std::uint32_t> support;
    const auto say = [&](std::uint32_t later, std::uint32_t sooner, std::uint32_t supported) {
        constraints.push_back({later, sooner, -1, static_cast<std::uint32_t>(support.size())});
        support.push_back(supported);
    };
    for (std::uint32_t day = 1; day < days; ++day) {
        say(day + 1, day, 5);
        if (day % every == 0)
            say(day, day + 1, 1);
    }
    const auto solution = solve(days + 1, constraints, support);
    CHECK(solution.contradictions.size() == (days - 1) / every);
    for (const auto& contradiction : solution.contradictions)
        CHECK(support[contradiction.given_up] == 1);
}

TEST_CASE("random problems agree with Floyd and Warshall, and every proof sums to its bound") {
    std::mt19937 random(7);
    const auto up_to = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 2000; ++round) {
        const auto variables = static_cast<std::uint32_t>(2 + up_to(6));
        std::vector<TemporalConstraint> constraints;
        std::vector<std::uint32_t> support;
        for (int c = up_to(14); c > 0; --c) {
            constraints.push_back({static_cast<std::uint32_t>(up_to(static_cast<int>(variables))),
                                   static_cast<std::uint32_t>(up_to(static_cast<int>(variables))),
                                   up_to(40) - 12, static_cast<std::uint32_t>(support.size())});
            support.push_back(static_cast<std::uint32_t>(up_to(3)));
            if (constraints.back().from == constraints.back().to)
                constraints.back().days = 0;
        }
        const auto solution = solve(variables, constraints, support);
        CHECK(solution.contradictions.empty() == !all_distances(variables, constraints).empty());
        auto kept = constraints;
        for (const auto& contradiction : solution.contradictions) {
            // What each cycle names contradicts itself already.
            std::vector<TemporalConstraint> cycle;
            for (const auto statement : contradiction.statements)
                cycle.push_back(constraints[statement]);
            CHECK(all_distances(variables, cycle).empty());
            kept = without(kept, contradiction.given_up);
        }
        const auto distance = all_distances(variables, kept);
        REQUIRE_FALSE(distance.empty());
        for (std::uint32_t v = 1; v < variables; ++v) {
            const auto& day = solution.days[v];
            CHECK((day.latest.day ? *day.latest.day : none) == distance[calendar][v]);
            CHECK((day.earliest.day ? -*day.earliest.day : none) == distance[v][calendar]);
            std::int64_t sum = 0;
            for (const auto statement : solution.proof(day.latest))
                sum += constraints[statement].days;
            CHECK(sum == day.latest.day.value_or(0));
        }
    }
}
