// A table from word keys (Token.key) to small values, read at every token: open addressing, half empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace timeloom {

/// Filled once, then only read. The key 0 stands for "no word" and is never found.
///
/// A byte of the key stands for each slot in a list of its own: most words that are asked for are not there,
/// and that list stays in the processor's cache where the slots would not.
template <class Value>
class WordTable {
  public:
    /// The value of `key`; null when it has none.
    const Value* find(std::uint64_t key) const {
        if (slots_.empty() || key == 0)
            return nullptr;
        const auto tag = tag_of(key);
        for (std::size_t at = key & mask_; tags_[at] != 0; at = (at + 1) & mask_)
            if (tags_[at] == tag && slots_[at].first == key)
                return &slots_[at].second;
        return nullptr;
    }

    /// Asks for the memory where the value of `key` would be: of words that are looked up one after the other
    /// the table then waits for the first only.
    void prefetch(std::uint64_t key) const {
        __builtin_prefetch(tags_.data() + (key & mask_));
        __builtin_prefetch(slots_.data() + (key & mask_));
    }

    bool contains(std::uint64_t key) const { return find(key) != nullptr; }

    /// The value of `key`, made when it is new.
    Value& operator[](std::uint64_t key) {
        if (2 * (count_ + 1) > slots_.size())
            grow();
        std::size_t at = key & mask_;
        while (tags_[at] != 0 && slots_[at].first != key)
            at = (at + 1) & mask_;
        if (tags_[at] == 0) {
            tags_[at] = tag_of(key);
            slots_[at].first = key;
            ++count_;
        }
        return slots_[at].second;
    }

    std::size_t size() const { return count_; }

  private:
    static std::uint8_t tag_of(std::uint64_t key) { return static_cast<std::uint8_t>(key >> 56 | 1); }

    void grow() {
        std::vector<std::pair<std::uint64_t, Value>> old(slots_.empty() ? 64 : slots_.size() * 2);
        old.swap(slots_);
        tags_.assign(slots_.size(), 0);
        mask_ = slots_.size() - 1;
        count_ = 0;
        for (auto& [key, value] : old)
            if (key != 0)
                (*this)[key] = std::move(value);
    }

    std::vector<std::pair<std::uint64_t, Value>> slots_;
    std::vector<std::uint8_t> tags_; ///< of the slots' keys; 0 for an empty one
    std::size_t mask_ = 0;
    std::size_t count_ = 0;
};

} // namespace timeloom
