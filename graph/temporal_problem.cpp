#include "graph/temporal_problem.hpp"

#include "graph/components.hpp"

#include <algorithm>
#include <limits>

namespace timeloom {

namespace {

/// A constraint between the vertices of a component.
struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t days = 0;
    std::uint32_t constraint = 0; ///< index into the constraints of the problem
};
using Edges = std::vector<Edge>;

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::uint32_t no_edge = 0xFFFFFFFF, no_vertex = 0xFFFFFFFF;

/// Shortest distances and the last edge of each path; `consistent` is false when a cycle is negative.
/// Bellman and Ford's, edges in their order. Most components are the two days of one event.
struct Paths {
    std::vector<std::int64_t> distance;
    std::vector<std::uint32_t> last;
    bool consistent = true;
    std::uint32_t on_cycle = no_vertex; ///< a vertex of a negative cycle, when it was found on the way

    /// From the vertices whose distance is set.
    Paths(const Edges& edges, std::vector<std::int64_t> start)
        : distance(std::move(start)), last(distance.size(), no_edge) {
        for (std::size_t round = 1; round <= distance.size(); ++round) {
            if (!relax(edges))
                return;
            if (distance.size() < large || round % check_every != 0)
                continue;
            if (on_cycle = vertex_on_cycle(edges); on_cycle != no_vertex) {
                consistent = false;
                return;
            }
        }
        consistent =
            std::none_of(edges.begin(), edges.end(), [&](const Edge& edge) { return improves(edge); });
    }

    bool improves(const Edge& edge) const {
        return distance[edge.from] != unreached && distance[edge.from] + edge.days < distance[edge.to];
    }

  private:
    /// Last edges that lead in a circle are a negative cycle. In a large component it is looked for every few
    /// rounds: until distances show it there are as many rounds as vertices.
    static constexpr std::size_t large = 256, check_every = 4;
    std::uint32_t vertex_on_cycle(const Edges& edges) const {
        std::vector<std::uint32_t> met(last.size(), no_vertex); // on the way back from which vertex
        for (std::uint32_t start = 0; start < last.size(); ++start)
            for (auto at = start; last[at] != no_edge; at = edges[last[at]].from) {
                if (met[at] == start)
                    return at;
                if (met[at] != no_vertex)
                    break;
                met[at] = start;
            }
        return no_vertex;
    }

    bool relax(const Edges& edges) {
        bool relaxed = false;
        for (std::uint32_t e = 0; e < edges.size(); ++e)
            if (improves(edges[e])) {
                distance[edges[e].to] = distance[edges[e].from] + edges[e].days;
                last[edges[e].to] = e;
                relaxed = true;
            }
        return relaxed;
    }
};

/// Edges of a negative cycle, given paths that are not consistent: following last edges back from a vertex
/// that still improves leads into one.
Edges negative_cycle(const Edges& edges, const Paths& paths) {
    auto vertex = paths.on_cycle;
    if (vertex == no_vertex) {
        const auto improving =
            std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) { return paths.improves(edge); });
        if (improving == edges.end())
            return {};
        vertex = improving->from; // improved in the last round, and so did all before it
        for (std::size_t i = 0; i < paths.last.size() && paths.last[vertex] != no_edge; ++i)
            vertex = edges[paths.last[vertex]].from;
    }
    Edges cycle;
    for (auto at = vertex; paths.last[at] != no_edge && (cycle.empty() || at != vertex);
         at = cycle.back().from)
        cycle.push_back(edges[paths.last[at]]);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
}

/// Variables that constraints tie together, apart from the calendar.
class ComponentSolver {
  public:
    ComponentSolver(std::span<const TemporalConstraint> constraints, std::span<const std::uint32_t> support,
                    TemporalSolution& solution)
        : constraints_(constraints), support_(support), solution_(solution) {}

    /// `variables` without the calendar, ascending; `own` are the indices of their constraints, ascending.
    void run(std::span<const std::uint32_t> variables, std::span<const std::uint32_t> own) {
        variables_ = variables;
        auto edges = consistent_edges(own);
        prove(edges, false);
        for (auto& edge : edges)
            std::swap(edge.from, edge.to);
        prove(edges, true);
    }

  private:
    /// The calendar is vertex 0, variables_[i] is vertex i + 1.
    std::uint32_t vertex(std::uint32_t variable) const {
        if (variable == calendar)
            return 0;
        return static_cast<std::uint32_t>(std::lower_bound(variables_.begin(), variables_.end(), variable) -
                                          variables_.begin() + 1);
    }

    Edges consistent_edges(std::span<const std::uint32_t> own) {
        Edges edges;
        for (const auto i : own)
            edges.push_back(
                {vertex(constraints_[i].from), vertex(constraints_[i].to), constraints_[i].days, i});
        for (;;) {
            const Paths paths(edges, std::vector<std::int64_t>(variables_.size() + 1, 0));
            if (paths.consistent)
                return edges;
            give_up_one_of(edges, negative_cycle(edges, paths));
        }
    }

    void give_up_one_of(Edges& edges, const Edges& cycle) {
        Contradiction found;
        for (const auto& edge : cycle) {
            const auto statement = constraints_[edge.constraint].statement;
            if (std::find(found.statements.begin(), found.statements.end(), statement) ==
                found.statements.end())
                found.statements.push_back(statement);
        }
        found.given_up = *std::min_element(
            found.statements.begin(), found.statements.end(), [&](std::uint32_t a, std::uint32_t b) {
                return support_[a] != support_[b] ? support_[a] < support_[b] : a > b;
            });
        std::erase_if(edges, [&](const Edge& edge) {
            return constraints_[edge.constraint].statement == found.given_up;
        });
        solution_.contradictions.push_back(std::move(found));
    }

    void prove(const Edges& edges, bool backwards) {
        std::vector<std::int64_t> start(variables_.size() + 1, unreached);
        start[0] = 0;
        const Paths paths(edges, std::move(start));
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (paths.distance[i + 1] == unreached)
                continue;
            auto& day = solution_.days[variables_[i]];
            auto& bound = backwards ? day.earliest : day.latest;
            bound.day = static_cast<std::int32_t>(backwards ? -paths.distance[i + 1] : paths.distance[i + 1]);
            auto& proofs = solution_.proofs;
            bound.first = static_cast<std::uint32_t>(proofs.size());
            for (std::size_t at = i + 1; at != 0; at = edges[paths.last[at]].from)
                proofs.push_back(constraints_[edges[paths.last[at]].constraint].statement);
            bound.count = static_cast<std::uint32_t>(proofs.size()) - bound.first;
            std::reverse(proofs.begin() + bound.first, proofs.end());
        }
    }

    std::span<const TemporalConstraint> constraints_;
    std::span<const std::uint32_t> support_;
    TemporalSolution& solution_;
    std::span<const std::uint32_t> variables_;
};

} // namespace

TemporalSolution solve(std::uint32_t variables, std::span<const TemporalConstraint> constraints,
                       std::span<const std::uint32_t> support) {
    Components components(variables);
    for (const auto& constraint : constraints)
        if (constraint.from != calendar && constraint.to != calendar)
            components.join(constraint.from, constraint.to);
    // Counting sort of variables and constraints by component.
    std::vector<std::uint32_t> by_component(variables > 0 ? variables - 1 : 0), own(constraints.size());
    for (std::uint32_t v = 1; v < variables; ++v)
        by_component[v - 1] = v;
    for (std::uint32_t c = 0; c < constraints.size(); ++c)
        own[c] = c;
    const auto of = [&](std::uint32_t c) {
        return components.of(constraints[c].to != calendar ? constraints[c].to : constraints[c].from);
    };
    std::stable_sort(by_component.begin(), by_component.end(),
                     [&](auto a, auto b) { return components.of(a) < components.of(b); });
    std::stable_sort(own.begin(), own.end(), [&](auto a, auto b) { return of(a) < of(b); });

    TemporalSolution solution;
    solution.days.resize(variables);
    ComponentSolver solver(constraints, support, solution);
    auto next = own.begin();
    while (next != own.end() && of(*next) == calendar)
        ++next; // between the calendar and itself: nothing to solve
    for (auto begin = by_component.begin(); begin != by_component.end();) {
        const auto component = components.of(*begin);
        const auto end =
            std::find_if(begin, by_component.end(), [&](auto v) { return components.of(v) != component; });
        const auto first = next;
        while (next != own.end() && of(*next) == component)
            ++next;
        if (first != next)
            solver.run({&*begin, static_cast<std::size_t>(end - begin)}, {first, next});
        begin = end;
    }
    return solution;
}

} // namespace timeloom
