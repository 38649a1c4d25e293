#include "graph/temporal_problem.hpp"

#include "graph/components.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>

#include <algorithm>
#include <limits>

namespace timeloom {

namespace {

struct Bound {
    std::int64_t days = 0;
    std::uint32_t constraint = 0; ///< index into the constraints of the problem
};
using DistanceGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Bound>;
using Edge = DistanceGraph::edge_descriptor;

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

/// Sums days, keeping what is not reached unreached.
struct Closed {
    std::int64_t operator()(std::int64_t a, std::int64_t b) const {
        return a == unreached ? unreached : a + b;
    }
};

/// Shortest distances and the last edge of each path; `consistent` is false when a cycle is negative.
struct Paths {
    std::vector<std::int64_t> distance;
    std::vector<std::optional<Edge>> last;
    bool consistent = true;
};

Paths shortest_paths(const DistanceGraph& graph, std::vector<std::int64_t> start) {
    Paths out;
    out.distance = std::move(start);
    const auto count = boost::num_vertices(graph);
    out.last.resize(count);
    struct Recorder : boost::bellman_visitor<> {
        explicit Recorder(std::vector<std::optional<Edge>>& edges) : last(edges) {}
        void edge_relaxed(Edge edge, const DistanceGraph& relaxed) {
            last[boost::target(edge, relaxed)] = edge;
        }
        std::vector<std::optional<Edge>>& last;
    };
    out.consistent = boost::bellman_ford_shortest_paths(
        graph, static_cast<int>(count), boost::get(&Bound::days, graph), boost::dummy_property_map(),
        out.distance.data(), Closed(), std::less<>(), Recorder(out.last));
    return out;
}

/// Edges of a negative cycle, given paths that are not consistent: following last edges back from a vertex
/// that still improves leads into one.
std::vector<Edge> negative_cycle(const DistanceGraph& graph, const Paths& paths) {
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const auto length = Closed()(paths.distance[boost::source(edge, graph)], graph[edge].days);
        if (length >= paths.distance[boost::target(edge, graph)])
            continue;
        auto vertex = boost::source(edge, graph); // improved in the last round, and so did all before it
        for (std::size_t i = 0; i < boost::num_vertices(graph) && paths.last[vertex]; ++i)
            vertex = boost::source(*paths.last[vertex], graph);
        std::vector<Edge> cycle;
        for (auto at = vertex; paths.last[at] && (cycle.empty() || at != vertex);
             at = boost::source(*paths.last[at], graph))
            cycle.push_back(*paths.last[at]);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
    }
    return {};
}

/// Variables that constraints tie together, apart from the calendar.
class ComponentSolver {
  public:
    ComponentSolver(std::span<const TemporalConstraint> constraints, std::span<const std::uint32_t> support,
                    TemporalSolution& solution)
        : constraints_(constraints), support_(support), solution_(solution) {}

    /// `variables` without the calendar, ascending; `own` are the indices of their constraints, ascending.
    void run(std::span<const std::uint32_t> variables, std::vector<std::uint32_t> own) {
        variables_ = variables;
        own_ = std::move(own);
        const auto graph = consistent_graph();
        prove(graph, false);
        prove(reversed(graph), true);
    }

  private:
    /// The calendar is vertex 0, variables_[i] is vertex i + 1.
    std::size_t vertex(std::uint32_t variable) const {
        if (variable == calendar)
            return 0;
        return static_cast<std::size_t>(std::lower_bound(variables_.begin(), variables_.end(), variable) -
                                        variables_.begin() + 1);
    }

    DistanceGraph graph_of_constraints() const {
        DistanceGraph graph(variables_.size() + 1);
        for (const auto i : own_)
            boost::add_edge(vertex(constraints_[i].from), vertex(constraints_[i].to),
                            {constraints_[i].days, i}, graph);
        return graph;
    }

    DistanceGraph reversed(const DistanceGraph& graph) const {
        DistanceGraph out(boost::num_vertices(graph));
        for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
            boost::add_edge(boost::target(edge, graph), boost::source(edge, graph), graph[edge], out);
        return out;
    }

    DistanceGraph consistent_graph() {
        for (;;) {
            auto graph = graph_of_constraints();
            const auto paths =
                shortest_paths(graph, std::vector<std::int64_t>(boost::num_vertices(graph), 0));
            if (paths.consistent)
                return graph;
            give_up_one_of(graph, negative_cycle(graph, paths));
        }
    }

    void give_up_one_of(const DistanceGraph& graph, const std::vector<Edge>& cycle) {
        Contradiction found;
        for (const auto edge : cycle) {
            const auto statement = constraints_[graph[edge].constraint].statement;
            if (std::find(found.statements.begin(), found.statements.end(), statement) ==
                found.statements.end())
                found.statements.push_back(statement);
        }
        found.given_up = *std::min_element(
            found.statements.begin(), found.statements.end(), [&](std::uint32_t a, std::uint32_t b) {
                return support_[a] != support_[b] ? support_[a] < support_[b] : a > b;
            });
        std::erase_if(own_, [&](std::uint32_t i) { return constraints_[i].statement == found.given_up; });
        solution_.contradictions.push_back(std::move(found));
    }

    void prove(const DistanceGraph& graph, bool backwards) {
        std::vector<std::int64_t> start(boost::num_vertices(graph), unreached);
        start[0] = 0;
        const auto paths = shortest_paths(graph, std::move(start));
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (paths.distance[i + 1] == unreached)
                continue;
            auto& day = solution_.days[variables_[i]];
            auto& bound = backwards ? day.earliest : day.latest;
            bound.day = static_cast<std::int32_t>(backwards ? -paths.distance[i + 1] : paths.distance[i + 1]);
            auto& proofs = solution_.proofs;
            bound.first = static_cast<std::uint32_t>(proofs.size());
            for (std::size_t at = i + 1; at != 0; at = boost::source(*paths.last[at], graph))
                proofs.push_back(constraints_[graph[*paths.last[at]].constraint].statement);
            bound.count = static_cast<std::uint32_t>(proofs.size()) - bound.first;
            std::reverse(proofs.begin() + bound.first, proofs.end());
        }
    }

    std::span<const TemporalConstraint> constraints_;
    std::span<const std::uint32_t> support_;
    TemporalSolution& solution_;
    std::span<const std::uint32_t> variables_;
    std::vector<std::uint32_t> own_;
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
