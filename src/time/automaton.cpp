#include "time/automaton.hpp"

#include "time/vocabulary.hpp"

#include <algorithm>
#include <map>

namespace timeloom::timing {

namespace {

constexpr std::uint32_t nowhere = UINT32_MAX;

/// Thompson's construction: a state either reads one piece or goes on without reading.
struct PathState {
    bool reads = false;
    bool glued = false;
    ClassId id = 0;
    std::uint32_t rule = nowhere; ///< set in the last state of a rule
    std::vector<std::uint32_t> next;
};

class Builder {
  public:
    Builder(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    std::vector<PathState> states;

    std::uint32_t make() {
        states.emplace_back();
        return static_cast<std::uint32_t>(states.size() - 1);
    }

    /// Adds `node` behind `from`; returns the state behind it.
    std::uint32_t add(const PatternNode& node, std::uint32_t from) {
        if (node.kind == PatternNode::Kind::piece)
            return add_piece(node, from);
        if (node.kind == PatternNode::Kind::choice) {
            const auto to = make();
            for (const auto& part : node.parts)
                link(add(part, from), to);
            return to;
        }
        auto at = from;
        for (const auto& part : node.parts)
            at = add(part, at);
        if (node.kind != PatternNode::Kind::optional)
            return at;
        const auto to = make();
        link(at, to);
        link(from, to);
        return to;
    }

    void link(std::uint32_t from, std::uint32_t to) { states[from].next.push_back(to); }

  private:
    const Vocabulary& vocabulary_;

    std::uint32_t read(ClassId id, bool glued, std::uint32_t from) {
        const auto reader = make(), after = make();
        states[reader].reads = true;
        states[reader].id = id;
        states[reader].glued = glued;
        link(from, reader);
        link(reader, after);
        return after;
    }

    std::uint32_t add_piece(const PatternNode& node, std::uint32_t from) {
        const auto to = make();
        link(read(node.id, node.glued, from), to);
        for (const auto& phrase : vocabulary_.phrases(node.id)) {
            auto at = from;
            for (std::size_t i = 0; i < phrase.keys.size(); ++i)
                at = read(*vocabulary_.known_literal(phrase.keys[i]), i == 0 ? node.glued : phrase.glued[i],
                          at);
            link(at, to);
        }
        return to;
    }
};

using StateSet = std::vector<std::uint32_t>;

StateSet closure(const std::vector<PathState>& states, StateSet set) {
    for (std::size_t i = 0; i < set.size(); ++i)
        if (!states[set[i]].reads)
            for (const auto next : states[set[i]].next)
                if (std::find(set.begin(), set.end(), next) == set.end())
                    set.push_back(next);
    std::erase_if(set, [&](std::uint32_t s) { return !states[s].reads && states[s].rule == nowhere; });
    std::sort(set.begin(), set.end());
    return set;
}

std::uint64_t key_of(Automaton::State state, SymbolId symbol, bool glued) {
    return (std::uint64_t{state} << 17 | std::uint64_t{symbol} << 1 | glued) + 1;
}
std::uint64_t scatter(std::uint64_t key) {
    return (key * 0x9e3779b97f4a7c15u) >> 20;
}

} // namespace

Automaton::Automaton(const std::vector<Rule>& rules, const Vocabulary& vocabulary) {
    Builder builder(vocabulary);
    const auto root = builder.make();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto begin = builder.make();
        builder.link(root, begin);
        builder.states[builder.add(rules[i].pattern, begin)].rule = static_cast<std::uint32_t>(i);
    }
    const auto& states = builder.states;

    std::map<StateSet, State> known;
    std::vector<StateSet> sets{{}}; // 0 is the dead state
    std::map<std::uint64_t, State> edges;
    const auto number = [&](const StateSet& set) {
        const auto [found, fresh] = known.emplace(set, static_cast<State>(sets.size()));
        if (fresh)
            sets.push_back(set);
        return found->second;
    };
    known.emplace(StateSet{}, dead);
    number(closure(states, {root}));
    for (State state = 1; state < sets.size(); ++state) {
        std::map<std::pair<SymbolId, bool>, StateSet> targets;
        for (const auto s : sets[state])
            if (states[s].reads)
                for (const auto symbol : vocabulary.symbols_with(states[s].id)) {
                    const auto after = states[s].next.front();
                    targets[{symbol, true}].push_back(after);
                    if (!states[s].glued)
                        targets[{symbol, false}].push_back(after);
                }
        for (auto& [on, set] : targets)
            edges[key_of(state, on.first, on.second)] = number(closure(states, set));
    }

    std::size_t places = 16;
    while (places < edges.size() * 2)
        places *= 2;
    keys_.assign(places, 0);
    targets_.assign(places, dead);
    for (const auto& [key, target] : edges) {
        auto place = scatter(key) & (places - 1);
        while (keys_[place])
            place = (place + 1) & (places - 1);
        keys_[place] = key;
        targets_[place] = target;
    }
    for (const auto& set : sets) {
        accept_.push_back(static_cast<std::uint32_t>(rules_.size()));
        StateSet accepted;
        for (const auto s : set)
            if (states[s].rule != nowhere)
                accepted.push_back(states[s].rule);
        std::sort(accepted.begin(), accepted.end());
        rules_.insert(rules_.end(), accepted.begin(), accepted.end());
    }
    accept_.push_back(static_cast<std::uint32_t>(rules_.size()));
    start_.resize(vocabulary.symbol_count());
    for (SymbolId symbol = 1; symbol < start_.size(); ++symbol)
        start_[symbol] = next(1, symbol, true);
}

Automaton::State Automaton::next(State state, SymbolId symbol, bool glued) const {
    const auto key = key_of(state, symbol, glued);
    for (auto place = scatter(key) & (keys_.size() - 1); keys_[place];
         place = (place + 1) & (keys_.size() - 1))
        if (keys_[place] == key)
            return targets_[place];
    return dead;
}

} // namespace timeloom::timing
