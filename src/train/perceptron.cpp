#include "train/perceptron.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace timeloom {

namespace {

/// How averages become eight bits: all but one in a hundred of them lie below `large`.
struct Scale {
    std::int64_t large;

    explicit Scale(std::vector<std::int64_t> sizes) : large(1) {
        if (sizes.empty())
            return;
        const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 100);
        std::nth_element(sizes.begin(), at, sizes.end());
        large = std::max<std::int64_t>(*at, 1);
    }
    bool keeps(std::int64_t size, int least) const { return size * 127 >= least * large; }
    /// See full_weight. The largest is eight times a large one.
    std::int8_t stored(std::int64_t value) const {
        constexpr std::int64_t root = 45;
        const std::int64_t quadruple = std::abs(value) * (4 * root * root) / large;
        std::int64_t found = 0;
        while (found < 127 && (2 * found + 1) * (2 * found + 1) <= quadruple)
            ++found;
        return static_cast<std::int8_t>(value < 0 ? -found : found);
    }
};

} // namespace

FeatureIndex::FeatureIndex(std::vector<std::uint32_t> seen, std::uint32_t least) {
    std::sort(seen.begin(), seen.end());
    for (std::size_t i = 0; i < seen.size();) {
        std::size_t end = i;
        while (end < seen.size() && seen[end] == seen[i])
            ++end;
        if (end - i >= least)
            keys_.push_back(seen[i]);
        i = end;
    }
    std::vector<std::uint32_t> places(keys_.size());
    std::iota(places.begin(), places.end(), 0u);
    places_ = {keys_, places};
}

void FeatureIndex::find(std::span<const std::uint32_t> keys, bool at_home, Ids& ids) const {
    for (const std::uint32_t key : keys)
        places_.prefetch(key);
    for (const std::uint32_t key : keys)
        if (const std::uint32_t* place = places_.find(key)) {
            ids.push_back(*place);
            if (at_home)
                ids.push_back(*place + static_cast<std::uint32_t>(keys_.size()));
        }
}

Perceptron::Perceptron(std::uint32_t classes, std::vector<std::uint32_t> seen, std::uint32_t least)
    : classes_(classes), features_(std::move(seen), least), rows_(features_.keys().size() * 2) {}

void Perceptron::score(const Ids& ids, std::vector<std::int32_t>& scores) const {
    scores.assign(classes_, 0);
    for (const std::uint32_t id : ids)
        __builtin_prefetch(&rows_[id]);
    for (const std::uint32_t id : ids)
        __builtin_prefetch(cells_.data() + rows_[id].begin);
    for (const std::uint32_t id : ids) {
        const Cell* cell = cells_.data() + rows_[id].begin;
        for (std::uint16_t left = rows_[id].size; left > 0; --left, ++cell)
            scores[cell->target] += cell->weight;
    }
}

void Perceptron::change(std::uint32_t id, std::size_t target, std::int32_t by) {
    Row& row = rows_[id];
    std::size_t i = row.begin;
    const std::size_t end = i + row.size;
    while (i < end && cells_[i].target != target)
        ++i;
    if (i == end) {
        if (row.size == row.room) {
            const std::size_t begin = row.begin;
            row.begin = static_cast<std::uint32_t>(cells_.size());
            row.room = static_cast<std::uint16_t>(std::max(2, row.room * 2));
            cells_.resize(cells_.size() + row.room);
            past_.resize(cells_.size());
            std::copy_n(cells_.begin() + static_cast<std::ptrdiff_t>(begin), row.size,
                        cells_.begin() + row.begin);
            std::copy_n(past_.begin() + static_cast<std::ptrdiff_t>(begin), row.size,
                        past_.begin() + row.begin);
        }
        i = row.begin + row.size++;
        cells_[i] = {0, static_cast<std::uint8_t>(target)};
        past_[i] = {};
    }
    cells_[i].weight += by;
    past_[i].sum += by * time_;
}

void Perceptron::learn(const Ids& ids, std::size_t good, std::size_t bad) {
    if (good != bad)
        for (const std::uint32_t id : ids) {
            change(id, good, 1);
            change(id, bad, -1);
        }
    ++time_;
}

void Perceptron::start_anew() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        past_[i] = {0, past_[i].mean(cells_[i].weight, time_)};
        cells_[i].weight = 0;
    }
    time_ = 1;
}

Weights Perceptron::average(int least) const {
    const std::size_t features = features_.keys().size();
    const auto means_of = [&](std::size_t place) { // by class
        std::map<std::uint8_t, std::int64_t> means;
        for (const Row& row : {rows_[place], rows_[place + features]})
            for (std::size_t i = row.begin; i < row.begin + row.size; ++i)
                means[static_cast<std::uint8_t>(cells_[i].target)] += past_[i].mean(cells_[i].weight, time_);
        return means;
    };
    std::vector<std::int64_t> sizes;
    for (std::size_t place = 0; place < features; ++place)
        for (const auto& [target, mean] : means_of(place))
            sizes.push_back(std::abs(mean));
    const Scale scale(std::move(sizes));
    Weights weights;
    weights.classes = classes_;
    for (std::size_t place = 0; place < features; ++place) {
        const std::size_t before = weights.values.size();
        for (const auto& [target, mean] : means_of(place))
            if (const std::int8_t stored = scale.stored(mean);
                stored != 0 && scale.keeps(std::abs(mean), least))
                weights.values.push_back({target, stored});
        if (weights.values.size() == before)
            continue;
        weights.keys.push_back(features_.keys()[place]);
        weights.counts.push_back(static_cast<std::uint8_t>(weights.values.size() - before));
    }
    return weights;
}

TernaryPerceptron::TernaryPerceptron(std::vector<std::uint32_t> seen, std::uint32_t least)
    : features_(std::move(seen), least), weights_(features_.keys().size() * 2), past_(weights_.size()) {}

void TernaryPerceptron::score(const Ids& ids, std::vector<std::int32_t>& scores) const {
    scores.assign(3, 0);
    for (const std::uint32_t id : ids)
        __builtin_prefetch(&weights_[id]);
    for (const std::uint32_t id : ids)
        for (std::size_t i = 0; i < 3; ++i)
            scores[i] += weights_[id][i];
}

void TernaryPerceptron::learn(const Ids& ids, std::size_t good, std::size_t bad) {
    if (good != bad)
        for (const std::uint32_t id : ids) {
            ++weights_[id][good];
            past_[id][good].sum += time_;
            --weights_[id][bad];
            past_[id][bad].sum -= time_;
        }
    ++time_;
}

void TernaryPerceptron::start_anew() {
    for (std::size_t id = 0; id < weights_.size(); ++id)
        for (std::size_t i = 0; i < 3; ++i) {
            past_[id][i] = {0, past_[id][i].mean(weights_[id][i], time_)};
            weights_[id][i] = 0;
        }
    time_ = 1;
}

Leads TernaryPerceptron::average(int least) const {
    const std::size_t features = features_.keys().size();
    const auto mean = [&](std::size_t id, std::size_t i) {
        return past_[id][i].mean(weights_[id][i], time_) +
               past_[id + features][i].mean(weights_[id + features][i], time_);
    };
    const auto lead = [&](std::size_t id, std::size_t over) { return mean(id, over) - mean(id, 0); };
    const auto size = [&](std::size_t id) {
        const std::int64_t second = lead(id, 1), third = lead(id, 2);
        return std::max({std::abs(second), std::abs(third), std::abs(second - third)});
    };
    std::vector<std::int64_t> sizes;
    for (std::size_t id = 0; id < features; ++id)
        if (size(id) > 0)
            sizes.push_back(size(id));
    const Scale scale(std::move(sizes));
    Leads leads;
    for (std::size_t id = 0; id < features; ++id) {
        const Lead stored = {scale.stored(lead(id, 1)), scale.stored(lead(id, 2))};
        if ((stored.second == 0 && stored.third == 0) || !scale.keeps(size(id), least))
            continue;
        leads.keys.push_back(features_.keys()[id]);
        leads.leads.push_back(stored);
    }
    return leads;
}

} // namespace timeloom
