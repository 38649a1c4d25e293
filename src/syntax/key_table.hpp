// A map from 32-bit feature keys to small values, built in one pass from sorted keys.
//
// A key is the hash of a whole feature ("the word on top of the stack is X and the next tag is Y"). With half
// a million keys in 2^32, a feature never seen in training meets a wrong key about once in 8,000 look-ups: as
// good as exact.
//
// The slot where the search for a key begins is the key's place among all 32-bit numbers, scaled to the
// table; so sorted keys are laid down from left to right, and building runs at the speed of memory.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// Of a key, a slot keeps the low bits that fit into `Check`; with 16 of them, and its place, a wrong key is
/// met once in 30,000 look-ups.
template <class Value = std::uint32_t, class Check = std::uint32_t>
class KeyTable {
  public:
    KeyTable() : slots_(2) {}

    static constexpr Check absent = static_cast<Check>(-1);

    /// keys ascending, none twice, all even; values[i] belongs to keys[i].
    KeyTable(std::span<const std::uint32_t> keys, std::span<const Value> values)
        : homes_(keys.size() * 2 + 1) {
        assert(keys.size() == values.size());
        slots_.resize(homes_ + keys.size() / 8 + 2);
        std::size_t next = 0; // first slot not taken yet
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::size_t at = std::max(next, home(keys[i]));
            if (at + 1 >= slots_.size())
                slots_.resize(at + 2);
            slots_[at] = {static_cast<Check>(keys[i]), values[i]};
            next = at + 1;
        }
    }

    /// The value of a key, or nullptr.
    const Value* find(std::uint32_t key) const {
        for (std::size_t at = home(key);; ++at) {
            if (slots_[at].check == static_cast<Check>(key))
                return &slots_[at].value;
            if (slots_[at].check == absent)
                return nullptr;
        }
    }

    /// Looks for up to `most_keys` keys at once; calls use(value, hit) for every slot on the way, where only
    /// a hit counts. Round by round, all keys go one slot further: the waits for memory overlap, and there is
    /// no branch to guess wrong.
    static constexpr std::size_t most_keys = 256;
    template <class Use>
    void find_all(std::span<const std::uint32_t> keys, Use use) const {
        assert(keys.size() <= most_keys);
        std::array<std::uint32_t, most_keys> at;
        std::array<Check, most_keys> checks;
        std::size_t left = keys.size();
        for (std::size_t i = 0; i < left; ++i) {
            at[i] = static_cast<std::uint32_t>(home(keys[i]));
            checks[i] = static_cast<Check>(keys[i]);
            __builtin_prefetch(&slots_[at[i]]);
        }
        while (left > 0) {
            std::size_t further = 0;
            for (std::size_t i = 0; i < left; ++i) {
                const Slot slot = slots_[at[i]];
                const bool hit = slot.check == checks[i];
                use(slot.value, hit);
                at[further] = at[i] + 1;
                checks[further] = checks[i];
                further += static_cast<std::size_t>(!hit) & static_cast<std::size_t>(slot.check != absent);
            }
            left = further;
        }
    }

    void prefetch(std::uint32_t key) const { __builtin_prefetch(&slots_[home(key)]); }

  private:
    struct Slot {
        Check check = absent;
        Value value{};
    };

    std::size_t home(std::uint32_t key) const { return static_cast<std::size_t>(key) * homes_ >> 32; }

    std::uint64_t homes_ = 1;
    std::vector<Slot> slots_; ///< ends with an empty slot, where every search stops
};

} // namespace timeloom
