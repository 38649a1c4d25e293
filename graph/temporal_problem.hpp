// The Simple Temporal Problem (Dechter, Meiri and Pearl 1991): days that are not known, and statements that
// bound the differences between them. Each component of the distance graph is solved by shortest paths
// (Bellman and Ford). The shortest path to a day is its tightest bound and the proof of it; a
// negative cycle is a contradiction, and its edges are the statements that cannot all hold.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace timeloom {

/// The day that all others are counted from: 1970-01-01.
constexpr std::uint32_t calendar = 0;

/// Support of what cannot be otherwise (an end is not before its start); such a statement is never given up.
constexpr std::uint32_t certain = 0xFFFFFFFF;

/// day(to) - day(from) <= days, because `statement` says so.
struct TemporalConstraint {
    std::uint32_t from = calendar;
    std::uint32_t to = calendar;
    std::int32_t days = 0;
    std::uint32_t statement = 0;
};

/// What is proved of one day.
struct ProvedBound {
    std::optional<std::int32_t> day; ///< absent when nothing bounds it
    std::uint32_t first = 0;         ///< of its proof: where its statements stand in TemporalSolution::proofs
    std::uint32_t count = 0;
};

struct ProvedDay {
    ProvedBound earliest;
    ProvedBound latest;
};

struct Contradiction {
    std::vector<std::uint32_t> statements; ///< around the cycle, each once
    std::uint32_t given_up = 0;            ///< the one that was set aside so that the others hold
};

struct TemporalSolution {
    std::vector<ProvedDay> days;       ///< by variable; [calendar] is unused
    std::vector<std::uint32_t> proofs; ///< of all bounds
    std::vector<Contradiction> contradictions;

    /// The statements that prove a bound, from the calendar to the day.
    std::span<const std::uint32_t> proof(const ProvedBound& bound) const {
        return std::span(proofs).subspan(bound.first, bound.count);
    }
};

/// Solves for the variables 1 to variables - 1. `support` says, by statement, how well it is supported: of a
/// contradiction the least supported statement is given up with all its constraints, of equals the last.
TemporalSolution solve(std::uint32_t variables, std::span<const TemporalConstraint> constraints,
                       std::span<const std::uint32_t> support);

} // namespace timeloom
