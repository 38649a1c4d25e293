#include "graph/weighed_words.hpp"

#include "graph/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace timeloom {

namespace {

/// All weights that there are, and their codes.
struct Weights {
    std::array<std::uint16_t, 256> of_code{}; ///< descending
    std::array<WeightCode, sole_weight + 1> codes{};
};
constexpr Weights weights = [] {
    Weights out;
    std::uint8_t known = 0;
    for (std::uint64_t weight = sole_weight; weight; --weight) {
        // The most that say a word of that weight: sole_weight / sqrt(times) is rounded to it.
        const auto squared = 4 * std::uint64_t{sole_weight} * sole_weight;
        const auto times = squared / ((2 * weight - 1) * (2 * weight - 1));
        if ((2 * weight + 1) * (2 * weight + 1) * times <= squared)
            continue; // none
        out.codes[weight] = static_cast<WeightCode>(known);
        out.of_code[known++] = static_cast<std::uint16_t>(weight);
    }
    out.codes[0] = static_cast<WeightCode>(known);
    return out;
}();

std::uint32_t weight_of(WeightCode code) {
    return weights.of_code[static_cast<std::uint8_t>(code)];
}

/// Of a word that so many say.
WeightCode code_for(std::size_t times) {
    return weights
        .codes[static_cast<std::size_t>(std::lround(sole_weight / std::sqrt(static_cast<double>(times))))];
}

/// Words of a pool, one list of it.
struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Puts the keys into the pool, sorted and each once. What no sentence of man holds is left out.
Stretch add_list(std::vector<std::uint32_t>& keys, std::vector<WeighedWord>& pool) {
    constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    keys.resize(std::min(keys.size(), most));
    const auto begin = static_cast<std::uint32_t>(pool.size());
    for (const auto key : keys)
        pool.push_back({key, {}, {}});
    return {begin, static_cast<std::uint32_t>(pool.size())};
}

/// Sets one weight of the words in these lists.
template <WordWeight weight>
void weigh(std::vector<WeighedWord>& pool, const std::vector<Stretch>& lists) {
    std::vector<std::uint64_t> places; // key and place in the pool: equal keys stand together
    for (const auto& list : lists)
        for (auto i = list.begin; i < list.end; ++i)
            places.push_back(std::uint64_t{pool[i].key} << 32 | i);
    std::sort(places.begin(), places.end());
    for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
        while (end < places.size() && places[end] >> 32 == places[begin] >> 32)
            ++end;
        const auto told = code_for(end - begin);
        for (auto i = begin; i < end; ++i)
            pool[static_cast<std::uint32_t>(places[i])].*weight = told;
    }
}

template <WordWeight weight>
WeighedWords view(const std::vector<WeighedWord>& pool, Stretch list) {
    WeighedWords out;
    out.words = pool.data() + list.begin;
    out.count = static_cast<std::uint16_t>(list.end - list.begin);
    for (auto i = list.begin; i < list.end; ++i) {
        out.total += weight_of(pool[i].*weight);
        out.bits |= std::uint64_t{1} << pool[i].key % 64;
    }
    out.doubles = static_cast<std::uint16_t>(out.count - std::popcount(out.bits));
    return out;
}

} // namespace

template <WordWeight weight>
int likeness_of(const WeighedWords& a, const WeighedWords& b) {
    std::uint64_t shared = 0;
    for (std::uint32_t i = 0, j = 0; i < a.count && j < b.count;) {
        const auto &x = a.words[i], &y = b.words[j];
        if (x.key == y.key)
            shared += weight_of(x.*weight) + weight_of(y.*weight);
        i += x.key <= y.key;
        j += y.key <= x.key;
    }
    const std::uint64_t all = std::uint64_t{a.total} + b.total;
    return all ? static_cast<int>(shared * all_shared / all) : 0;
}

template int likeness_of<&WeighedWord::in_clauses>(const WeighedWords& a, const WeighedWords& b);
template int likeness_of<&WeighedWord::in_sentences>(const WeighedWords& a, const WeighedWords& b);

int most_likeness_of(const WeighedWords& a, const WeighedWords& b) {
    const auto most = static_cast<std::uint32_t>(std::popcount(a.bits & b.bits)) +
                      std::min<std::uint32_t>(a.doubles, b.doubles);
    if (!most)
        return 0;
    const std::uint64_t shared = std::uint64_t{2} * sole_weight * most,
                        all = std::uint64_t{a.total} + b.total;
    return shared < all ? static_cast<int>(shared * all_shared / all) : all_shared;
}

std::vector<MentionWords> weigh_words(const DocumentReading& reading, std::vector<WeighedWord>& pool) {
    const auto& mentions = reading.events;
    std::vector<Stretch> clauses, sentences;
    std::vector<std::uint64_t> words;
    std::vector<std::uint32_t> keys;
    for (const auto& mention : mentions) {
        words.clear();
        add_word_keys(mention.clause.of(reading.document.text), shortest_word, stem_letters, words);
        keys.clear();
        for (const auto word : words)
            keys.push_back(static_cast<std::uint32_t>(word));
        clauses.push_back(add_list(keys, pool));
    }

    std::vector<std::uint32_t> order(mentions.size()), sentence_of(mentions.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return mentions[a].sentence < mentions[b].sentence;
    });
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        keys.clear();
        for (; end < order.size() && mentions[order[end]].sentence == mentions[order[begin]].sentence;
             ++end) {
            const auto clause = clauses[order[end]];
            for (auto i = clause.begin; i < clause.end; ++i)
                keys.push_back(std::uint32_t{pool[i].key}); // a copy: the field is not aligned
            sentence_of[order[end]] = static_cast<std::uint32_t>(sentences.size());
        }
        // What a sentence tells by one clause are the words of that.
        sentences.push_back(end - begin == 1 ? clauses[order[begin]] : add_list(keys, pool));
    }

    weigh<&WeighedWord::in_clauses>(pool, clauses);
    weigh<&WeighedWord::in_sentences>(pool, sentences);
    pool.shrink_to_fit();
    std::vector<MentionWords> out;
    out.reserve(mentions.size());
    for (std::size_t m = 0; m < mentions.size(); ++m)
        out.push_back({view<&WeighedWord::in_clauses>(pool, clauses[m]),
                       view<&WeighedWord::in_sentences>(pool, sentences[sentence_of[m]])});
    return out;
}

} // namespace timeloom
