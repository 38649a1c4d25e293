#include "syntax/linear_model.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Calls `use` with the value of each feature that the table holds. First all the slots are asked for, so
/// that the waits for memory overlap.
template <class Value, class Check, class Use>
void look_up(const KeyTable<Value, Check>& table, std::span<const std::uint32_t> features, Use use) {
    for (const std::uint32_t key : features)
        table.prefetch(key);
    for (const std::uint32_t key : features)
        if (const Value* value = table.find(key))
            use(*value);
}

} // namespace

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
    assert(features.size() <= FeatureKeys::most);
    std::array<const Weight*, FeatureKeys::most> rows;
    std::size_t found = 0;
    look_up(rows_, features, [&](std::uint32_t begin) {
        rows[found] = &pool_[begin];
        __builtin_prefetch(rows[found++]);
    });
    for (std::size_t i = 0; i < found; ++i) {
        const Weight* row = rows[i];
        for (const Weight* w = row + 1; w <= row + row->target; ++w)
            scores[w->target] += full_weight(w->value);
    }
}

std::array<std::int32_t, 3> TernaryModel::score(std::span<const std::uint32_t> features) const {
    std::array<std::int32_t, 3> scores = {};
    look_up(leads_, features, [&](Lead lead) {
        scores[1] += full_weight(lead.second);
        scores[2] += full_weight(lead.third);
    });
    return scores;
}

} // namespace timeloom
