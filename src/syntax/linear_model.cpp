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
    // Pass by pass, so that the waits for memory overlap: keys that may be there, their rows, sums.
    constexpr std::size_t batch = 256;
    std::array<std::uint32_t, batch> keys;
    std::array<const Weight*, batch> rows;
    while (!features.empty()) {
        const auto now = features.first(std::min(batch, features.size()));
        features = features.subspan(now.size());
        std::size_t hopeful = 0, found = 0;
        for (const std::uint32_t key : now) {
            keys[hopeful] = key;
            hopeful += rows_.may_hold(key);
        }
        for (std::size_t i = 0; i < hopeful; ++i)
            rows_.prefetch(keys[i]);
        for (std::size_t i = 0; i < hopeful; ++i) {
            const std::uint32_t begin = rows_.find(keys[i]);
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
