// A map from 32-bit feature keys to 32-bit values, built in one pass from sorted keys.
//
// A key is the hash of a whole feature ("the word on top of the stack is X and the next tag is Y"). With half
// a million keys in 2^32, a feature never seen in training meets a wrong key about once in 8,000 look-ups: as
// good as exact.
//
// The slot where the search for a key begins is the key's place among all 32-bit numbers, scaled to the
// table; so sorted keys are laid down from left to right, and building runs at the speed of memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

class KeyTable {
  public:
    static constexpr std::uint32_t absent = 0xFFFFFFFF;

    KeyTable() : slots_(2) {}

    /// keys ascending, none twice, none `absent`; values[i] belongs to keys[i] and is not `absent`.
    KeyTable(std::span<const std::uint32_t> keys, std::span<const std::uint32_t> values);

    std::uint32_t find(std::uint32_t key) const {
        for (std::size_t at = home(key);; ++at) {
            if (slots_[at].key == key)
                return slots_[at].value;
            if (slots_[at].value == absent)
                return absent;
        }
    }

    /// False for most keys that are absent, never for one that is there: a look at a bit, in memory that
    /// stays near.
    bool may_hold(std::uint32_t key) const {
        const std::uint32_t bit = key >> bit_shift_;
        return (bits_[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    void prefetch(std::uint32_t key) const { __builtin_prefetch(&slots_[home(key)]); }

  private:
    struct Slot {
        std::uint32_t key = absent;
        std::uint32_t value = absent;
    };

    std::size_t home(std::uint32_t key) const { return static_cast<std::size_t>(key) * homes_ >> 32; }

    std::uint64_t homes_ = 1;
    unsigned bit_shift_ = 26;
    std::vector<std::uint64_t> bits_{0}; ///< by a key's first bits: whether any key begins so
    std::vector<Slot> slots_;            ///< ends with an empty slot, where every search stops
};

} // namespace timeloom
