// The averaged perceptron (Freund & Schapire 1999; Collins 2002) that all models are trained with.
//
// Weights and sums are integers, so that a run gives the same bytes on every machine.
//
// Treebanks differ in their ways. Every feature has a weight for all of them, and one more that only the
// treebank to be followed teaches (Daumé 2007, "Frustratingly Easy Domain Adaptation"); a model gets the sum
// of both.
#pragma once

#include "syntax/key_table.hpp"
#include "syntax/linear_model.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// Places in a learner, one a feature.
using Ids = std::vector<std::uint32_t>;

/// The features that are learned, and their places.
class FeatureIndex {
  public:
    /// `seen`: the keys of all features of all examples, in any order; those seen at least `least` times are
    /// learned.
    FeatureIndex(std::vector<std::uint32_t> seen, std::uint32_t least);

    const std::vector<std::uint32_t>& keys() const { return keys_; }
    /// Appends their places; those that are not learned are left out. At home each feature has a second
    /// place, keys().size() further.
    void find(std::span<const std::uint32_t> keys, bool at_home, Ids& ids) const;

  private:
    std::vector<std::uint32_t> keys_;
    KeyTable places_;
};

/// A weight while it is learned.
struct Past {
    std::int64_t sum = 0;     ///< of the changes, each times the time when it was made
    std::int64_t earlier = 0; ///< averages of the runs before, times their time

    /// The average until now, times the time.
    std::int64_t mean(std::int32_t weight, std::int64_t time) const { return earlier + weight * time - sum; }
};

/// Chooses among many classes, of which a feature tells a few.
class Perceptron {
  public:
    /// See FeatureIndex.
    Perceptron(std::uint32_t classes, std::vector<std::uint32_t> seen, std::uint32_t least);

    std::uint32_t classes() const { return classes_; }
    const FeatureIndex& features() const { return features_; }

    /// Scores of all classes.
    void score(const Ids& ids, std::vector<std::int32_t>& scores) const;
    /// One step of time; when `good` differs from `bad`, features move from the latter to the former.
    void learn(const Ids& ids, std::size_t good, std::size_t bad);

    /// Forgets the weights but not their averages: learning starts anew, and `average` is that of all runs
    /// (McDonald, Hall & Mann 2010). Several runs in different orders err less than one.
    void start_anew();

    /// The weights averaged over time, as they are at home; those that are less than `least` in 127 of a
    /// large one are left out.
    Weights average(int least = 1) const;

  private:
    /// What scoring reads, kept small: a row is read a thousand times for each time it changes.
    struct Cell {
        std::int32_t weight : 24;
        std::uint32_t target : 8;
    };
    struct Row { ///< of cells_ and past_; moves to their end when its room is full
        std::uint32_t begin = 0;
        std::uint16_t size = 0, room = 0;
    };
    void change(std::uint32_t id, std::size_t target, std::int32_t by);

    std::uint32_t classes_;
    FeatureIndex features_;
    std::vector<Row> rows_;
    std::vector<Cell> cells_;
    std::vector<Past> past_;
    std::int64_t time_ = 1;
};

/// The same for three classes.
class TernaryPerceptron {
  public:
    /// See FeatureIndex.
    TernaryPerceptron(std::vector<std::uint32_t> seen, std::uint32_t least);

    const FeatureIndex& features() const { return features_; }

    void score(const Ids& ids, std::vector<std::int32_t>& scores) const;
    void learn(const Ids& ids, std::size_t good, std::size_t bad);
    void start_anew();
    /// As they are at home. Leads that are all less than `least` in 127 of a large one are left out.
    Leads average(int least) const;

  private:
    FeatureIndex features_;
    std::vector<std::array<std::int32_t, 3>> weights_;
    std::vector<std::array<Past, 3>> past_;
    std::int64_t time_ = 1;
};

/// Numbers for shuffling: the same on every machine (SplitMix64, Steele et al. 2014).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0 … sides − 1
    std::uint32_t roll(std::uint32_t sides) {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return static_cast<std::uint32_t>((z ^ z >> 31) % sides);
    }
    template <class Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[roll(static_cast<std::uint32_t>(i))]);
    }

  private:
    std::uint64_t state_;
};

} // namespace timeloom
