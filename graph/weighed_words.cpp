#include "graph/weighed_words.hpp"

#include "graph/words.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace timeloom {

int likeness_of(const WeighedWords& a, const WeighedWords& b) {
    std::uint64_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.words.size() && j < b.words.size();) {
        const auto x = a.words[i], y = b.words[j];
        if (x.key == y.key)
            shared += x.weight + y.weight;
        i += x.key <= y.key;
        j += y.key <= x.key;
    }
    const std::uint64_t all = std::uint64_t{a.total} + b.total;
    return all ? static_cast<int>(shared * all_shared / all) : 0;
}

int most_likeness_of(const WeighedWords& a, const WeighedWords& b) {
    const auto most =
        static_cast<std::uint64_t>(std::popcount(a.bits & b.bits)) + std::min(a.doubles, b.doubles);
    const std::uint64_t all = std::uint64_t{a.total} + b.total;
    return most ? static_cast<int>(
                      std::min<std::uint64_t>(all_shared, 2 * sole_weight * most * all_shared / all))
                : 0;
}

void MentionWords::add(const DocumentReading& reading) {
    KeyLists clauses;
    std::vector<std::uint64_t> list;
    const auto settle = [&list](KeyLists& into) {
        settle_keys(list);
        into.keys.insert(into.keys.end(), list.begin(), list.end());
        into.ends.push_back(static_cast<std::uint32_t>(into.keys.size()));
        list.clear();
    };
    for (const auto& mention : reading.events) {
        add_word_keys(mention.clause.of(reading.document.text), shortest_word, stem_letters, list);
        settle(clauses);
    }

    std::vector<std::uint32_t> order(reading.events.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return reading.events[a].sentence < reading.events[b].sentence;
    });
    KeyLists sentences;
    const auto first = sentence_of_.size();
    const auto first_sentence = static_cast<std::uint32_t>(sentences_.size());
    sentence_of_.resize(first + order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto clause = order[i];
        const auto begin = clause ? clauses.ends[clause - 1] : 0;
        list.insert(list.end(), clauses.keys.begin() + begin, clauses.keys.begin() + clauses.ends[clause]);
        sentence_of_[first + clause] = first_sentence + static_cast<std::uint32_t>(sentences.ends.size());
        if (i + 1 == order.size() || reading.events[order[i + 1]].sentence != reading.events[clause].sentence)
            settle(sentences);
    }

    weigh(clauses, clauses_);
    weigh(sentences, sentences_);
}

void MentionWords::weigh(const KeyLists& lists, std::vector<WeighedWords>& out) {
    std::vector<std::uint32_t> order(lists.keys.size()); // equal keys stand together
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return lists.keys[a] < lists.keys[b]; });
    auto& words = words_.emplace_back(lists.keys.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        const auto key = lists.keys[order[begin]];
        while (end < order.size() && lists.keys[order[end]] == key)
            ++end;
        const auto weight = static_cast<std::uint32_t>(
            std::lround(sole_weight / std::sqrt(static_cast<double>(end - begin))));
        for (auto i = begin; i < end; ++i)
            words[order[i]] = {static_cast<std::uint32_t>(key), weight};
    }
    for (std::uint32_t begin = 0; const auto end : lists.ends) {
        const auto list = std::span(words).subspan(begin, end - begin);
        std::sort(list.begin(), list.end(),
                  [](const WeighedWord& a, const WeighedWord& b) { return a.key < b.key; });
        auto& weighed = out.emplace_back();
        weighed.words = list;
        for (const auto& word : list) {
            weighed.total += word.weight;
            weighed.bits |= std::uint64_t{1} << word.key % 64;
        }
        weighed.doubles = end - begin - static_cast<std::uint32_t>(std::popcount(weighed.bits));
        begin = end;
    }
}

} // namespace timeloom
