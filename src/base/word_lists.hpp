// A table from word keys (Token.key) to short lists of values, all lists in one stretch of memory.
#pragma once

#include "base/word_table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace timeloom {

/// Filled with `add`, closed with `finish`, then only read.
template <class Value>
class WordLists {
  public:
    /// Before `finish`: the value of `key` added last for which `fits` holds; null when there is none.
    template <class Fits>
    Value* find(std::uint64_t key, Fits fits) {
        const auto* list = lists_.find(key);
        for (auto at = list ? list->first : none; at != none; at = before_[at])
            if (fits(values_[at]))
                return &values_[at];
        return nullptr;
    }

    void add(std::uint64_t key, Value value) {
        auto& list = lists_[key];
        before_.push_back(list.count ? list.first : none);
        keys_.push_back(key);
        list.first = static_cast<std::uint32_t>(values_.size());
        ++list.count;
        values_.push_back(std::move(value));
    }

    /// Puts the values of each key together, in the order in which they were added.
    void finish() {
        std::vector<Value> together(values_.size());
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (before_[i] != none) // no list begins here
                continue;
            auto& list = lists_[keys_[i]];
            const auto first = end;
            end += list.count;
            for (auto at = list.first, to = end; at != none; at = before_[at])
                together[--to] = std::move(values_[at]);
            list.first = first;
        }
        values_ = std::move(together);
        before_ = {};
        keys_ = {};
    }

    /// After `finish`: the values of `key`, in the order in which they were added.
    std::span<const Value> at(std::uint64_t key) const {
        const auto* list = lists_.find(key);
        return list ? std::span(values_).subspan(list->first, list->count) : std::span<const Value>();
    }

    void prefetch(std::uint64_t key) const { lists_.prefetch(key); }

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    struct List {
        std::uint32_t first = 0; ///< index into values_; before `finish` of the value added last
        std::uint32_t count = 0;
    };

    WordTable<List> lists_;
    std::vector<Value> values_;
    // Before `finish`, by value:
    std::vector<std::uint32_t> before_; ///< index of the one that its key got before it
    std::vector<std::uint64_t> keys_;
};

} // namespace timeloom
