#include "syntax/key_table.hpp"

#include <algorithm>
#include <cassert>

namespace timeloom {

KeyTable::KeyTable(std::span<const std::uint32_t> keys, std::span<const std::uint32_t> values)
    : homes_(keys.size() * 2 + 1) {
    assert(keys.size() == values.size());
    slots_.resize(homes_ + keys.size() / 8 + 2);
    while (bit_shift_ > 6 && std::uint64_t{1} << (32 - bit_shift_) < keys.size() * 8)
        --bit_shift_;
    bits_.assign(std::size_t{1} << (26 - bit_shift_), 0);
    for (const std::uint32_t key : keys)
        bits_[key >> bit_shift_ >> 6] |= std::uint64_t{1} << (key >> bit_shift_ & 63);
    std::size_t next = 0; // first slot not taken yet
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::size_t at = std::max(next, home(keys[i]));
        if (at + 1 >= slots_.size())
            slots_.resize(at + 2);
        slots_[at] = {keys[i], values[i]};
        next = at + 1;
    }
}

} // namespace timeloom
