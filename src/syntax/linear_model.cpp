#include "syntax/linear_model.hpp"

#include <algorithm>

namespace timeloom {

LinearModel::LinearModel(const Weights& weights) : classes_(weights.classes) {
    std::vector<std::uint32_t> begins;
    begins.reserve(weights.keys.size());
    pool_.reserve(weights.keys.size() + weights.values.size());
    auto next = weights.values.begin();
    for (std::size_t i = 0; i < weights.keys.size(); ++i) {
        const std::uint8_t count = weights.counts[i];
        begins.push_back(static_cast<std::uint32_t>(pool_.size()));
        pool_.push_back({count, 0});
        pool_.insert(pool_.end(), next, next + count);
        next += count;
    }
    rows_ = {weights.keys, begins};
}

void LinearModel::score(std::span<const std::uint32_t> features, std::int32_t* scores) const {
    std::array<const Weight*, FeatureKeys::most + 1> rows;
    std::size_t found = 0;
    rows_.find_all(features, [&](std::uint32_t begin, bool hit) {
        rows[found] = pool_.data() + begin;
        found += hit;
    });
    for (std::size_t i = 0; i < found; ++i)
        __builtin_prefetch(rows[i]);
    for (std::size_t i = 0; i < found; ++i) {
        const Weight* row = rows[i];
        for (const Weight* w = row + 1; w <= row + row->target; ++w)
            scores[w->target] += full_weight(w->value);
    }
}

std::array<std::int32_t, 3> TernaryModel::score(std::span<const std::uint32_t> features) const {
    std::array<std::int32_t, 3> scores = {};
    leads_.find_all(features, [&](Lead lead, bool hit) {
        scores[1] += full_weight(lead.second) * hit;
        scores[2] += full_weight(lead.third) * hit;
    });
    return scores;
}

} // namespace timeloom
