#include "graph/weighed_words.hpp"

#include "graph/words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace timeloom {

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
    std::vector<std::uint32_t> sentence_of(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto clause = order[i];
        const auto begin = clause ? clauses.ends[clause - 1] : 0;
        list.insert(list.end(), clauses.keys.begin() + begin, clauses.keys.begin() + clauses.ends[clause]);
        sentence_of[clause] = static_cast<std::uint32_t>(sentences.ends.size());
        if (i + 1 == order.size() || reading.events[order[i + 1]].sentence != reading.events[clause].sentence)
            settle(sentences);
    }

    const auto in_clauses = weigh(clauses), in_sentences = weigh(sentences);
    clauses_.insert(clauses_.end(), in_clauses.begin(), in_clauses.end());
    for (const auto sentence : sentence_of)
        sentences_.push_back(in_sentences[sentence]);
}

std::vector<MentionWords::Range> MentionWords::weigh(const KeyLists& lists) {
    std::vector<std::uint32_t> order(lists.keys.size()); // equal keys stand together
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return lists.keys[a] < lists.keys[b]; });
    const auto first = static_cast<std::uint32_t>(words_.size());
    words_.resize(first + lists.keys.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        const auto key = lists.keys[order[begin]];
        while (end < order.size() && lists.keys[order[end]] == key)
            ++end;
        const auto weight =
            static_cast<std::uint32_t>(std::lround(1000 / std::sqrt(static_cast<double>(end - begin))));
        for (auto i = begin; i < end; ++i)
            words_[first + order[i]] = {static_cast<std::uint32_t>(key), weight};
    }
    std::vector<Range> out;
    for (auto begin = first; const auto list_end : lists.ends) {
        const auto end = first + list_end;
        std::sort(words_.begin() + begin, words_.begin() + end,
                  [](const WeighedWord& a, const WeighedWord& b) { return a.key < b.key; });
        out.push_back({begin, end, 0});
        for (auto i = begin; i < end; ++i)
            out.back().total += words_[i].weight;
        begin = end;
    }
    return out;
}

} // namespace timeloom
