// Choices made side by side: of several sentences, or of several readings of one. What a choice reads lies
// scattered over tables larger than the cache; while one waits for its memory, the others are made. Each
// comes out as it would alone.
#pragma once

#include "syntax/linear_model.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

namespace timeloom {

/// The numbers 0 … 255.
inline constexpr std::array<std::uint8_t, 256> every_class = [] {
    std::array<std::uint8_t, 256> all{};
    std::iota(all.begin(), all.end(), std::uint8_t{0});
    return all;
}();

inline std::span<const std::uint8_t> first_classes(std::size_t count) {
    return std::span(every_class).first(count);
}

/// `Whose` tells what a choice is for.
template <class Model, class Whose>
class Choices {
  public:
    struct Choice {
        Whose whose;
        std::span<const std::uint8_t> classes; ///< one at least
        std::uint8_t best;                     ///< the class with the highest score, of equals the first
        Stage stage;                           ///< the last one looked at
        std::array<std::int32_t, 256> scores;  ///< by class
        FeatureKeys keys;
        typename Model::Found found;
    };

    /// At most `most` at a time.
    explicit Choices(std::size_t most)
        : most_(most), choices_(std::make_unique_for_overwrite<Choice[]>(most)) {
        open_.reserve(most);
    }

    void clear() { size_ = 0; }
    void add(Whose whose, std::span<const std::uint8_t> classes) {
        assert(size_ < most_);
        choices_[size_].whose = whose;
        choices_[size_].classes = classes;
        ++size_;
    }

    /// Makes all choices; features(stage, whose, keys) fills in the features that a stage adds.
    template <class Features>
    void decide(const Model& model, Features features) {
        open_.clear();
        for (std::size_t i = 0; i < size_; ++i) {
            std::fill_n(choices_[i].scores.begin(), model.classes(), 0);
            open_.push_back(&choices_[i]);
        }
        for (const Stage stage : stages) {
            for (Choice* choice : open_) {
                features(stage, choice->whose, choice->keys);
                model.prefetch(choice->keys);
            }
            for (Choice* choice : open_)
                model.find(choice->keys, choice->found);
            std::size_t left = 0;
            for (Choice* choice : open_) {
                model.add(choice->found, choice->scores.data());
                choice->stage = stage;
                if (!settle(*choice))
                    open_[left++] = choice;
            }
            open_.resize(left);
        }
    }

    std::span<const Choice> all() const { return {choices_.get(), size_}; }

  private:
    /// Finds the best class; whether its lead is clear.
    static bool settle(Choice& choice) {
        std::uint8_t best = choice.classes.front();
        std::int32_t second = INT32_MIN;
        for (const std::uint8_t next : choice.classes.subspan(1)) {
            if (choice.scores[next] > choice.scores[best]) {
                second = choice.scores[best];
                best = next;
            } else {
                second = std::max(second, choice.scores[next]);
            }
        }
        choice.best = best;
        return choice.scores[best] - clear_lead >= second;
    }

    std::size_t most_, size_ = 0;
    std::unique_ptr<Choice[]> choices_;
    std::vector<Choice*> open_;
};

} // namespace timeloom
