// Linear classifiers over sparse binary features, with 8-bit weights and integer scores.
#pragma once

#include "syntax/quartet_table.hpp"

#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// A feature's key: what the feature is (`kind`, one number a template) and what it saw. A sum of products
/// (multilinear hashing; Lemire & Kaser 2014), so that templates that look at the same share their work.
inline std::uint32_t feature_key(std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0,
                                 std::uint32_t c = 0) {
    const std::uint64_t h = kind * 0x9e3779b97f4a7c15u + a * 0xd6e8feb86659fd93u + b * 0xa0761d6478bd642fu +
                            c * 0xe7037ed1a0b428dbu;
    return static_cast<std::uint32_t>((h ^ h >> 32) * 0x8ebc6af09c88c6e3u >> 32) &
           0xFFFFFFFE; // even, as tables want it
}

/// A decision looks at few features first; only where they leave a doubt it adds the rest. Both stages are
/// learned together, so that the first decides well by itself (Strubell, Vilnis, Silverstein & McCallum 2015,
/// "Learning Dynamic Feature Selection for Fast Sequential Prediction").
enum class Stage : std::uint8_t { first, rest };
inline constexpr std::array stages = {Stage::first, Stage::rest};

/// By how much the best class must lead after the first stage to be chosen at once: three large weights.
constexpr std::int32_t clear_lead = 6000;

/// The features of one stage of a decision: at most `most`.
class FeatureKeys {
  public:
    /// Begins anew; the templates are numbered from `kind`.
    void start(std::uint32_t kind) {
        kind_ = kind;
        size_ = 0;
    }
    void add(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
        assert(size_ < most);
        keys_[size_] = feature_key(kind_ + static_cast<std::uint32_t>(size_), a, b, c);
        ++size_;
    }
    operator std::span<const std::uint32_t>() const { return {keys_.data(), size_}; }
    const std::uint32_t* begin() const { return keys_.data(); }
    const std::uint32_t* end() const { return keys_.data() + size_; }

    static constexpr std::size_t most = 96;

  private:
    std::array<std::uint32_t, most> keys_;
    std::uint32_t kind_ = 0;
    std::size_t size_ = 0;
};

/// What a stored weight stands for: its square, with its sign. Eight bits are too few for both the many small
/// weights and the few large ones when their steps are even.
constexpr std::int32_t full_weight(std::int8_t stored) {
    return stored * (stored < 0 ? -stored : stored);
}

/// The weight that a feature gives to one class.
struct Weight {
    std::uint8_t target; ///< class
    std::int8_t value;   ///< see full_weight

    bool operator==(const Weight&) const = default;
};

/// Weights by feature, as trained and as stored: keys ascending; the weights of keys[i] are the next
/// counts[i] ones.
struct Weights {
    std::uint32_t classes = 0; ///< at most 255
    std::vector<std::uint32_t> keys;
    std::vector<std::uint8_t> counts;
    std::vector<Weight> values;
};

/// How far a feature puts the second and the third of three classes above the first; see full_weight.
struct Lead {
    std::int8_t second = 0, third = 0;
};

/// The same for three classes: keys ascending, leads[i] belongs to keys[i].
struct Leads {
    std::vector<std::uint32_t> keys;
    std::vector<Lead> leads;
};

/// A choice among many classes, of which a feature tells a few. What it tells is read in three steps, so that
/// the memory of one choice comes while others are made (syntax/choices.hpp).
class LinearModel {
  public:
    LinearModel() = default;
    explicit LinearModel(const Weights& weights);

    std::uint32_t classes() const { return classes_; }

    /// Where the weights of a choice's features stand.
    class Found {
        friend LinearModel;
        struct Row {
            std::uint32_t begin, length; ///< in blocks_
        };
        std::array<Row, FeatureKeys::most + 1> rows;
        std::size_t count;
    };

    /// Of at most FeatureKeys::most features.
    void prefetch(std::span<const std::uint32_t> features) const { rows_.prefetch(features); }
    void find(std::span<const std::uint32_t> features, Found& found) const;
    /// Adds the weights of all the features to scores[0 … classes). A feature without weights adds nothing.
    void add(const Found& found, std::int32_t* scores) const;

    void score(std::span<const std::uint32_t> features, std::int32_t* scores) const;

  private:
    /// Weights are added four at a time: a row ends with weights of nothing. Most rows have no more than
    /// four, and a loop that nearly always turns once is guessed right.
    using Block = std::array<Weight, 4>;
    /// Where the rows of a bucket stand, one after the other.
    struct Rows {
        std::uint32_t begin = 0;   ///< of the first one, in blocks_
        std::uint32_t lengths = 0; ///< in blocks, eight bits a lane
    };

    std::uint32_t classes_ = 0;
    QuartetTable<Rows> rows_;
    std::vector<Block> blocks_;
};

/// A choice among three classes, with the weights in the table itself: one look a feature.
class TernaryModel {
  public:
    TernaryModel() = default;
    explicit TernaryModel(const Leads& leads);

    static constexpr std::uint32_t classes() { return 3; }

    /// What all the features together put the second and the third class above the first.
    struct Found {
        std::int32_t second, third;
    };

    void prefetch(std::span<const std::uint32_t> features) const { leads_.prefetch(features); }
    void find(std::span<const std::uint32_t> features, Found& found) const;
    void add(const Found& found, std::int32_t* scores) const;

    void score(std::span<const std::uint32_t> features, std::int32_t* scores) const;

  private:
    QuartetTable<std::array<Lead, 4>> leads_;
};

} // namespace timeloom
