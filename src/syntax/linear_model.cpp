#include "syntax/linear_model.hpp"

#include <array>

namespace timeloom {

LinearModel::LinearModel(const Weights& weights) : classes_(weights.classes) {
    std::vector<std::uint32_t> begins;
    begins.reserve(weights.keys.size());
    pool_.reserve(weights.keys.size() + weights.values.size());
    auto next = weights.values.begin();
    for (std::size_t i = 0; i < weights.keys.size(); ++i) {
        const std::uint8_t count = weights.counts[i];
        begins.push_back(static_cast<std::uint32_t>(pool_.size()));
        pool_.push_back({count, static_cast<std::int8_t>(weights.shifts[i])});
        pool_.insert(pool_.end(), next, next + count);
        next += count;
    }
    rows_ = KeyTable(weights.keys, begins);
}

void LinearModel::score(std::span<const std::uint32_t> features, std::int32_t* scores) const {
    // Three passes, so that the waits for memory overlap: slots, rows, sums.
    constexpr std::size_t batch = 128;
    std::array<const Weight*, batch> rows;
    while (!features.empty()) {
        const auto now = features.first(std::min(batch, features.size()));
        features = features.subspan(now.size());
        for (const std::uint32_t key : now)
            rows_.prefetch(key);
        std::size_t found = 0;
        for (const std::uint32_t key : now) {
            const std::uint32_t begin = rows_.find(key);
            if (begin == KeyTable::absent)
                continue;
            rows[found] = &pool_[begin];
            __builtin_prefetch(rows[found++]);
        }
        for (std::size_t i = 0; i < found; ++i) {
            const Weight* row = rows[i];
            const std::int32_t unit = 1 << row->value;
            for (const Weight* w = row + 1; w <= row + row->target; ++w)
                scores[w->target] += w->value * unit;
        }
    }
}

} // namespace timeloom
