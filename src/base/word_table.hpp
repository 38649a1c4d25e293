// A table from word keys (Token.key) to small values, read at every token: open addressing, half empty.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace timeloom {

/// Filled once, then only read. The key 0 stands for "no word" and is never found.
template <class Value>
class WordTable {
  public:
    /// The value of `key`; null when it has none.
    const Value* find(std::uint64_t key) const {
        if (slots_.empty() || key == 0)
            return nullptr;
        for (std::size_t at = key & mask_; slots_[at].first != 0; at = (at + 1) & mask_)
            if (slots_[at].first == key)
                return &slots_[at].second;
        return nullptr;
    }

    bool contains(std::uint64_t key) const { return find(key) != nullptr; }

    /// The value of `key`, made when it is new.
    Value& operator[](std::uint64_t key) {
        if (2 * (count_ + 1) > slots_.size())
            grow();
        std::size_t at = key & mask_;
        while (slots_[at].first != 0 && slots_[at].first != key)
            at = (at + 1) & mask_;
        if (slots_[at].first == 0) {
            slots_[at].first = key;
            ++count_;
        }
        return slots_[at].second;
    }

    std::size_t size() const { return count_; }

  private:
    void grow() {
        std::vector<std::pair<std::uint64_t, Value>> old(slots_.empty() ? 64 : slots_.size() * 2);
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        count_ = 0;
        for (auto& [key, value] : old)
            if (key != 0)
                (*this)[key] = std::move(value);
    }

    std::vector<std::pair<std::uint64_t, Value>> slots_;
    std::size_t mask_ = 0;
    std::size_t count_ = 0;
};

} // namespace timeloom
