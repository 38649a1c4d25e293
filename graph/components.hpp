// Which things have been found to be one.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace timeloom {

/// Disjoint sets whose representative is their least member, so that the outcome does not depend on the order
/// in which they were joined.
class Components {
  public:
    explicit Components(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }

    std::uint32_t of(std::uint32_t member) {
        while (parent_[member] != member)
            member = parent_[member] = parent_[parent_[member]];
        return member;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = of(a);
        b = of(b);
        if (a < b)
            parent_[b] = a;
        else
            parent_[a] = b;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

} // namespace timeloom
