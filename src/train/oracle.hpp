// The dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013): what each transition costs, from
// anywhere.
#pragma once

#include "syntax/configuration.hpp"
#include "train/conllu.hpp"

#include <array>
#include <span>
#include <vector>

namespace timeloom {

/// Gold arcs that cross others are lifted to the head's head first, so that the tree can be reached.
class Oracle {
  public:
    explicit Oracle(std::span<const GoldWord> gold);

    /// How many gold arcs can no longer be reached after shift, left, right; `impossible` where one is not
    /// allowed. In a sentence without crossing arcs one of them costs nothing.
    static constexpr int impossible = 1 << 20;
    std::array<int, 3> costs(const Configuration& configuration) const;

    /// The head to reach; the root's place for the root.
    Configuration::Index head(std::size_t word) const { return heads_[word]; }

  private:
    std::vector<Configuration::Index> heads_;
    std::vector<std::vector<Configuration::Index>> dependents_;
};

} // namespace timeloom
