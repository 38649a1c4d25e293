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

using StateSet = std::vector<std::uint32_t>; ///< sorted, each state once

void settle(StateSet& set) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
}

/// What can be reached from `from` without reading: the states that read, and those that end a rule.
StateSet closure(const std::vector<PathState>& states, std::uint32_t from) {
    StateSet open{from}, set;
    std::vector<bool> seen(states.size());
    while (!open.empty()) {
        const auto& state = states[open.back()];
        if (state.reads || state.rule != nowhere)
            set.push_back(open.back());
        open.pop_back();
        if (!state.reads)
            for (const auto next : state.next)
                if (!seen[next]) {
                    seen[next] = true;
                    open.push_back(next);
                }
    }
    settle(set);
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

    std::vector<StateSet> reached(states.size()); // behind each state that reads
    for (std::size_t s = 0; s < states.size(); ++s)
        if (states[s].reads)
            reached[s] = closure(states, states[s].next.front());

    std::map<StateSet, State> known;
    std::vector<StateSet> sets{{}}; // 0 is the dead state
    const auto number = [&](const StateSet& set) {
        const auto [found, fresh] = known.emplace(set, static_cast<State>(sets.size()));
        if (fresh)
            sets.push_back(set);
        return found->second;
    };
    known.emplace(StateSet{}, dead);
    number(closure(states, root));

    std::vector<std::pair<std::uint64_t, State>> edges;
    std::vector<StateSet> readers(2 *
                                  vocabulary.symbol_count()); // by symbol and glued; sorted, as the sets are
    StateSet touched;
    for (State state = 1; state < sets.size(); ++state) {
        const auto touch = [&](std::uint32_t on, std::uint32_t reader) {
            if (readers[on].empty())
                touched.push_back(on);
            readers[on].push_back(reader);
        };
        for (const auto s : sets[state])
            if (states[s].reads)
                for (const std::uint32_t symbol : vocabulary.symbols_with(states[s].id)) {
                    touch(2 * symbol + 1, s);
                    if (!states[s].glued)
                        touch(2 * symbol, s);
                }
        std::sort(touched.begin(), touched.end());
        std::map<StateSet, State> targets; // most symbols have their readers in common with others
        for (const auto on : touched) {
            const auto [target, fresh] = targets.try_emplace(std::move(readers[on]), dead);
            if (fresh) {
                StateSet set;
                for (const auto reader : target->first)
                    set.insert(set.end(), reached[reader].begin(), reached[reader].end());
                settle(set);
                target->second = number(set);
            }
            edges.emplace_back(key_of(state, static_cast<SymbolId>(on / 2), on % 2), target->second);
            readers[on].clear();
        }
        touched.clear();
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
