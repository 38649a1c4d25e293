#include "train/perceptron.hpp"

#include <algorithm>
#include <numeric>

namespace timeloom {

namespace {

std::int64_t rounded(std::int64_t value, std::int64_t unit) {
    return (2 * value + (value < 0 ? -unit : unit)) / (2 * unit);
}

} // namespace

Perceptron::Perceptron(std::uint32_t classes, std::vector<std::uint32_t> seen, std::uint32_t least)
    : classes_(classes) {
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
    places_ = KeyTable(keys_, places);
    rows_.resize(keys_.size());
}

void Perceptron::find(std::span<const std::uint32_t> keys, Ids& ids) const {
    ids.clear();
    for (const std::uint32_t key : keys)
        places_.prefetch(key);
    for (const std::uint32_t key : keys)
        if (const std::uint32_t place = places_.find(key); place != KeyTable::absent)
            ids.push_back(place);
}

void Perceptron::score(const Ids& ids, std::vector<std::int32_t>& scores) const {
    scores.assign(classes_, 0);
    for (const std::uint32_t id : ids)
        for (const Cell cell : rows_[id].cells)
            scores[cell.target] += cell.weight;
}

void Perceptron::change(std::uint32_t id, std::size_t target, std::int32_t by) {
    Row& row = rows_[id];
    std::size_t i = 0;
    while (i < row.cells.size() && row.cells[i].target != target)
        ++i;
    if (i == row.cells.size()) {
        row.cells.push_back({0, static_cast<std::uint8_t>(target)});
        row.past.emplace_back();
    }
    row.cells[i].weight += by;
    row.past[i].sum += by * time_;
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
    for (Row& row : rows_)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            row.past[i] = {0, mean(row, i)};
            row.cells[i].weight = 0;
        }
    time_ = 1;
}

Weights Perceptron::average(int least) const {
    std::vector<std::int64_t> sizes;
    for (const Row& row : rows_)
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            sizes.push_back(std::abs(mean(row, i)));
    Weights weights;
    weights.classes = classes_;
    if (sizes.empty())
        return weights;
    // The unit is such that all but one in a hundred weights fit into seven bits; the others are shifted.
    const auto large = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 100);
    std::nth_element(sizes.begin(), large, sizes.end());
    const std::int64_t full = std::max<std::int64_t>(*large, 1);
    for (std::size_t place = 0; place < rows_.size(); ++place) {
        const Row& row = rows_[place];
        std::vector<std::pair<std::uint32_t, std::int64_t>> kept; // class, weight in units
        std::int64_t largest = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::int64_t units = rounded(mean(row, i) * 127, full);
            if (std::abs(units) >= least)
                kept.emplace_back(row.cells[i].target, units);
            largest = std::max(largest, std::abs(units));
        }
        if (kept.empty())
            continue;
        std::uint8_t shift = 0;
        while (shift < 15 && rounded(largest, 1ll << shift) > 127)
            ++shift;
        std::ranges::sort(kept);
        std::uint8_t count = 0;
        for (const auto& [target, units] : kept) {
            const auto value = std::clamp<std::int64_t>(rounded(units, 1ll << shift), -127, 127);
            if (std::abs(value) << shift < least)
                continue;
            weights.values.push_back({static_cast<std::uint8_t>(target), static_cast<std::int8_t>(value)});
            ++count;
        }
        if (count == 0)
            continue;
        weights.keys.push_back(keys_[place]);
        weights.counts.push_back(count);
        weights.shifts.push_back(shift);
    }
    return weights;
}

} // namespace timeloom
