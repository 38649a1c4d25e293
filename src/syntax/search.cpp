// Beam search: several readings of a sentence are followed side by side, because a transition that looks best
// at once may need much worse ones later (Zhang & Clark 2008). Readings are compared by the sum of the doubts
// of all their transitions; a doubt is minus the logarithm of a probability, made of scores by softmax.
// Everything is counted in integers, so that every machine chooses alike.

#include "syntax/model.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

constexpr std::int32_t unit = 1024; ///< of doubts: 1 in natural logarithms
constexpr std::int32_t most_behind =
    unit * 3 / 2; ///< a reading with so much more doubt than the best is left
/// What one unit of doubt is in scores, after each stage. Perceptrons are sure of themselves: scores that
/// say 1:20 to the letter are right in two cases of three.
constexpr std::array<std::int32_t, 2> temperature = {3000, 8000};

/// ln(1 + x), for 0 ≤ x ≤ 1.
constexpr double log_above_one(double x) {
    const double z = x / (2 + x);
    double sum = 0, power = z;
    for (int n = 1; n < 40; n += 2, power *= z * z)
        sum += power / n;
    return 2 * sum;
}

/// By the doubt of the second of two in 32nds, the doubt of the first: ln(1 + e^−gap).
constexpr std::array<std::int32_t, 256> doubts_of_best = [] {
    std::array<std::int32_t, 256> all{};
    double other = 0.98449643700540845; // e^(−1/64): the middle of the first step
    for (std::int32_t& doubt : all) {
        doubt = static_cast<std::int32_t>(unit * log_above_one(other) + 0.5);
        other *= 0.96923323447634413; // e^(−1/32)
    }
    return all;
}();

std::int32_t doubt_of_best(std::int32_t gap) {
    const auto step = static_cast<std::size_t>(gap / (unit / 32));
    return step < doubts_of_best.size() ? doubts_of_best[step] : 0;
}

} // namespace

SyntaxModel::Options SyntaxModel::options_of(const ParseInput& input, const Configuration& c) const {
    Options options;
    const auto offer = [&](Transition transition) { options.all[options.count++] = {transition, 0}; };
    if (c.next() == c.size() && c.allows(Transition::left))
        offer(Transition::left);
    else
        for (const Transition t : {Transition::shift, Transition::left, Transition::right})
            if (c.allows(t))
                offer(t);
    if (options.count == 1)
        return options;
    std::array<std::int32_t, 3> scores{};
    FeatureKeys keys;
    for (const Stage stage : stages) {
        transition_features(stage, input, c, keys);
        transition_.score(keys, scores.data());
        const auto score = [&](const Option& option) {
            return scores[static_cast<std::size_t>(option.transition)];
        };
        const auto end = options.all.begin() + static_cast<std::ptrdiff_t>(options.count);
        std::stable_sort(options.all.begin(), end,
                         [&](const Option& a, const Option& b) { return score(a) > score(b); });
        const bool clear = score(options.all[0]) - clear_lead >= score(options.all[1]);
        if (stage == Stage::first && !clear)
            continue;
        const std::int64_t scale = temperature[static_cast<std::size_t>(stage)];
        std::int32_t sum = 0; // what is to be added to the doubt of each
        for (std::size_t i = 1; i < options.count; ++i) {
            const std::int64_t gap = std::int64_t{score(options.all[0])} - score(options.all[i]);
            options.all[i].doubt = static_cast<std::int32_t>(gap * unit / scale);
            sum += doubt_of_best(options.all[i].doubt + sum);
        }
        for (Option& option : options.all)
            option.doubt += sum;
        if (stage == Stage::first)
            options.count = 1;
        break;
    }
    return options;
}

Configuration SyntaxModel::search(const ParseInput& input, std::size_t size) const {
    struct Reading {
        Configuration configuration;
        std::int32_t doubt;
        std::size_t ways = 0; ///< to go on that are not taken yet
    };
    struct Way {
        std::size_t from;
        Option option; ///< `doubt`: that of the whole reading
    };
    std::vector<Reading> readings = {{Configuration(size), 0}}, grown;
    std::vector<Way> ways;
    for (std::size_t step = 0; step < 2 * size; ++step) {
        ways.clear();
        for (std::size_t i = 0; i < readings.size(); ++i) {
            const Options options = options_of(input, readings[i].configuration);
            for (std::size_t k = 0; k < options.count; ++k)
                ways.push_back({i, {options.all[k].transition, options.all[k].doubt + readings[i].doubt}});
        }
        std::ranges::stable_sort(ways, {}, [](const Way& way) { return way.option.doubt; });
        const std::int32_t most = ways.front().option.doubt + most_behind;
        while (ways.size() > width_ || ways.back().option.doubt > most)
            ways.pop_back();
        for (const Way& way : ways)
            ++readings[way.from].ways;
        grown.clear();
        for (const Way& way : ways) {
            Reading& from = readings[way.from];
            if (--from.ways > 0)
                grown.push_back({from.configuration, way.option.doubt});
            else
                grown.push_back({std::move(from.configuration), way.option.doubt});
            take(way.option.transition, input, grown.back().configuration);
        }
        std::swap(readings, grown);
    }
    return std::move(readings.front().configuration);
}

} // namespace timeloom
