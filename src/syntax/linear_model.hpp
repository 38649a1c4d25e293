// A linear classifier over sparse binary features, with 8-bit weights and integer scores.
#pragma once

#include "syntax/key_table.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// A feature's key: what the feature is (`kind`, one number a template) and what it saw.
inline std::uint32_t feature_key(std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0,
                                 std::uint32_t c = 0) {
    std::uint64_t h = (std::uint64_t{a} << 32 | b) * 0x9e3779b97f4a7c15u;
    h = (h ^ h >> 32) + (std::uint64_t{c} << 16 | kind);
    h *= 0xd6e8feb86659fd93u;
    h = (h ^ h >> 32) * 0x9e3779b97f4a7c15u;
    return static_cast<std::uint32_t>(h >> 32) & 0xFFFFFFFE; // never KeyTable::absent
}

/// The weight that a feature gives to one class.
struct Weight {
    std::uint8_t target; ///< class
    std::int8_t value;

    bool operator==(const Weight&) const = default;
};

/// Weights by feature, as trained and as stored: keys ascending; the weights of keys[i] are the next
/// counts[i] ones, each times 2 to the power of shifts[i]: eight bits are too few for both the many small and
/// the few large ones.
struct Weights {
    std::uint32_t classes = 0; ///< at most 255
    std::vector<std::uint32_t> keys;
    std::vector<std::uint8_t> counts;
    std::vector<std::uint8_t> shifts; ///< at most 15
    std::vector<Weight> values;
};

class LinearModel {
  public:
    LinearModel() = default;
    explicit LinearModel(const Weights& weights);

    std::uint32_t classes() const { return classes_; }

    /// Adds the weights of all the features to scores[0 … classes). A feature without weights adds nothing.
    void score(std::span<const std::uint32_t> features, std::int32_t* scores) const;

  private:
    std::uint32_t classes_ = 0;
    KeyTable rows_;            ///< key → where its weights begin
    std::vector<Weight> pool_; ///< per feature: {number of weights, shift}, then the weights
};

} // namespace timeloom
