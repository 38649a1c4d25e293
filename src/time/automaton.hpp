// All patterns of a language in one deterministic automaton over symbols (sets of word classes).
#pragma once

#include "time/pattern.hpp"

#include <span>
#include <vector>

namespace timeloom::timing {

class Automaton {
  public:
    /// Subset construction over the patterns of `rules`; the vocabulary must be frozen.
    Automaton(const std::vector<Rule>& rules, const Vocabulary& vocabulary);

    using State = std::uint32_t;
    static constexpr State dead = 0;

    State start(SymbolId symbol) const { return start_[symbol]; }
    State next(State state, SymbolId symbol, bool glued) const;
    /// Rules that end here, ascending.
    std::span<const std::uint32_t> accepted(State state) const {
        return std::span(rules_).subspan(accept_[state], accept_[state + 1] - accept_[state]);
    }
    std::size_t size() const { return accept_.size() - 1; }

  private:
    std::vector<State> start_;        ///< by symbol
    std::vector<std::uint64_t> keys_; ///< open addressing: state, symbol, glued; 0 for a free place
    std::vector<State> targets_;
    std::vector<std::uint32_t> accept_, rules_;
};

} // namespace timeloom::timing
