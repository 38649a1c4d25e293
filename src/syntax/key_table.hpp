// A map from 32-bit keys to numbers, built in one pass from sorted keys.
//
// A key is the hash of a whole feature ("the word on top of the stack is X and the next tag is Y"). With half
// a million keys in 2^32, a feature never seen in training meets a wrong key about once in 8,000 look-ups: as
// good as exact.
//
// The slot where the search for a key begins is the key's place among all 32-bit numbers, scaled to the
// table; so sorted keys are laid down from left to right, and building runs at the speed of memory.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

class KeyTable {
  public:
    KeyTable() : slots_(2) {}

    /// keys ascending, none twice, all even; values[i] belongs to keys[i].
    KeyTable(std::span<const std::uint32_t> keys, std::span<const std::uint32_t> values)
        : homes_(keys.size() * 2 + 1) {
        assert(keys.size() == values.size());
        slots_.resize(homes_ + keys.size() / 8 + 2);
        std::size_t next = 0; // first slot not taken yet
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::size_t at = std::max(next, home(keys[i]));
            if (at + 1 >= slots_.size())
                slots_.resize(at + 2);
            slots_[at] = {keys[i], values[i]};
            next = at + 1;
        }
    }

    /// The value of a key, or nullptr.
    const std::uint32_t* find(std::uint32_t key) const {
        for (std::size_t at = home(key);; ++at) {
            if (slots_[at].key == key)
                return &slots_[at].value;
            if (slots_[at].key == absent)
                return nullptr;
        }
    }

    void prefetch(std::uint32_t key) const { __builtin_prefetch(&slots_[home(key)]); }

  private:
    static constexpr std::uint32_t absent = 0xFFFFFFFF;

    struct Slot {
        std::uint32_t key = absent;
        std::uint32_t value = 0;
    };

    std::size_t home(std::uint32_t key) const { return static_cast<std::size_t>(key) * homes_ >> 32; }

    std::uint64_t homes_ = 1;
    std::vector<Slot> slots_; ///< ends with an empty slot, where every search stops
};

} // namespace timeloom
