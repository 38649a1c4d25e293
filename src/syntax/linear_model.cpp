#include "syntax/linear_model.hpp"

namespace timeloom {

namespace {

constexpr std::array<std::int16_t, 256> full_weights = [] {
    std::array<std::int16_t, 256> all{};
    for (int stored = -128; stored < 128; ++stored)
        all[static_cast<std::uint8_t>(stored)] =
            static_cast<std::int16_t>(full_weight(static_cast<std::int8_t>(stored)));
    return all;
}();

} // namespace

LinearModel::LinearModel(const Weights& weights) : classes_(weights.classes) {
    blocks_.reserve(weights.keys.size() + weights.values.size() / 4);
    auto next = weights.values.begin();
    rows_ = {weights.keys, [&](Rows& rows, unsigned lane, std::size_t i) {
                 if (lane == 0)
                     rows.begin = static_cast<std::uint32_t>(blocks_.size());
                 const auto end = next + weights.counts[i];
                 std::uint32_t length = 0;
                 for (; next < end; ++length) {
                     Block& block = blocks_.emplace_back();
                     for (std::uint8_t at = 0; at < block.size();
                          ++at) // of one class each, as far as there are
                         block[at] = next < end ? *next++ : Weight{at < classes_ ? at : std::uint8_t{0}, 0};
                 }
                 rows.lengths |= length << 8 * lane;
             }};
}

void LinearModel::find(std::span<const std::uint32_t> features, Found& found) const {
    std::size_t count = 0;
    rows_.look_up(features, [&](const Rows& rows, unsigned lane) {
        // The sums of the lengths before each lane, all by one multiplication: none reaches 256.
        const std::uint32_t starts = rows.lengths * 0x01010100u, shift = 8 * lane;
        Found::Row& row = found.rows[count];
        row = {rows.begin + (starts >> shift & 255), rows.lengths >> shift & 255};
        __builtin_prefetch(blocks_.data() + row.begin);
        count += row.length != 0;
    });
    found.count = count;
}

void LinearModel::add(const Found& found, std::int32_t* scores) const {
    for (std::size_t i = 0; i < found.count; ++i)
        for (const Block *block = blocks_.data() + found.rows[i].begin, *end = block + found.rows[i].length;
             block < end; ++block)
            for (const Weight weight : *block)
                scores[weight.target] += full_weights[static_cast<std::uint8_t>(weight.value)];
}

void LinearModel::score(std::span<const std::uint32_t> features, std::int32_t* scores) const {
    Found found;
    prefetch(features);
    find(features, found);
    add(found, scores);
}

TernaryModel::TernaryModel(const Leads& leads)
    : leads_(leads.keys, [&](std::array<Lead, 4>& values, unsigned lane, std::size_t i) {
          values[lane] = leads.leads[i];
      }) {}

void TernaryModel::find(std::span<const std::uint32_t> features, Found& found) const {
    std::int32_t second = 0, third = 0;
    leads_.look_up(features, [&](const std::array<Lead, 4>& leads, unsigned lane) {
        const Lead lead = leads[lane];
        second += full_weights[static_cast<std::uint8_t>(lead.second)];
        third += full_weights[static_cast<std::uint8_t>(lead.third)];
    });
    found = {second, third};
}

void TernaryModel::add(const Found& found, std::int32_t* scores) const {
    scores[1] += found.second;
    scores[2] += found.third;
}

void TernaryModel::score(std::span<const std::uint32_t> features, std::int32_t* scores) const {
    Found found;
    prefetch(features);
    find(features, found);
    add(found, scores);
}

} // namespace timeloom
