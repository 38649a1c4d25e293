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

void LinearModel::score(std::span<const std::uint32_t> features, std::int32_t* scores) const {
    struct Row {
        const Block* begin;
        std::uint32_t length;
    };
    std::array<Row, FeatureKeys::most + 1> found;
    std::size_t count = 0;
    rows_.find_all(features, [&](const Rows& rows, unsigned lane) {
        // The sums of the lengths before each lane, all by one multiplication: none reaches 256.
        const std::uint32_t starts = rows.lengths * 0x01010100u, shift = 8 * lane;
        found[count] = {blocks_.data() + rows.begin + (starts >> shift & 255), rows.lengths >> shift & 255};
        __builtin_prefetch(found[count].begin);
        count += found[count].length != 0;
    });
    for (std::size_t i = 0; i < count; ++i)
        for (const Block *block = found[i].begin, *end = block + found[i].length; block < end; ++block)
            for (const Weight weight : *block)
                scores[weight.target] += full_weights[static_cast<std::uint8_t>(weight.value)];
}

TernaryModel::TernaryModel(const Leads& leads)
    : leads_(leads.keys, [&](std::array<Lead, 4>& values, unsigned lane, std::size_t i) {
          values[lane] = leads.leads[i];
      }) {}

void TernaryModel::score(std::span<const std::uint32_t> features, std::int32_t* scores) const {
    std::int32_t second = 0, third = 0;
    leads_.find_all(features, [&](const std::array<Lead, 4>& leads, unsigned lane) {
        const Lead lead = leads[lane];
        second += full_weights[static_cast<std::uint8_t>(lead.second)];
        third += full_weights[static_cast<std::uint8_t>(lead.third)];
    });
    scores[1] += second;
    scores[2] += third;
}

} // namespace timeloom
