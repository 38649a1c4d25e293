// A map from 32-bit feature keys to small values, made for looking up all features of a decision at once:
// most of the time of tagging and parsing is spent here.
//
// Four keys share a bucket of sixteen bytes or so, which is one piece of memory to wait for, and are compared
// with the key sought in one step. Of a key, a bucket keeps the low sixteen bits; with them and its place a
// wrong key is met once in 20,000 look-ups.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace timeloom {

/// `Values` are those of a bucket's four keys.
template <class Values>
class QuartetTable {
  public:
    static constexpr unsigned lanes = 4; ///< keys of a bucket; the lane of a key that is not there

    QuartetTable() : buckets_(1) {}

    /// keys ascending, none twice, all even; put(values, lane, i) is called for each, in order, to store what
    /// belongs to keys[i]. Keys of a full bucket move to the next.
    template <class Put>
    QuartetTable(std::span<const std::uint32_t> keys, Put put) : homes_(keys.size() * 2 / 3 + 1) {
        buckets_.resize(homes_ + 1);
        std::size_t at = 0;
        unsigned lane = 0;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (const std::size_t next = std::max(at + (lane == lanes), home(keys[i])); next != at) {
                at = next;
                lane = 0;
            }
            if (at + 1 >= buckets_.size())
                buckets_.resize(at + 2);
            Bucket& bucket = buckets_[at];
            bucket.checks &= ~(std::uint64_t{0xFFFF} << 16 * lane);
            bucket.checks |= std::uint64_t{static_cast<std::uint16_t>(keys[i])} << 16 * lane;
            put(bucket.values, lane++, i);
        }
    }

    /// Calls use(values, lane) for each key: lane is 0 … 3, or `lanes` when the key is not there, so that the
    /// caller need not branch.
    template <class Use>
    void find_all(std::span<const std::uint32_t> keys, Use use) const {
        for (const std::uint32_t key : keys)
            __builtin_prefetch(&buckets_[home(key)]);
        for (const std::uint32_t key : keys) {
            const Bucket* bucket = &buckets_[home(key)];
            unsigned lane = lane_of(bucket->checks, key);
            while (is_full(bucket->checks) && lane == lanes) // in this order: few are full
                lane = lane_of((++bucket)->checks, key);
            use(bucket->values, lane);
        }
    }

  private:
    static constexpr std::uint64_t absent = 0xFFFF; ///< odd: never that of a key
    static constexpr std::uint64_t ones = 0x0001'0001'0001'0001;

    struct Bucket {
        std::uint64_t checks = ~std::uint64_t{0}; ///< sixteen bits a lane
        Values values{};
    };

    std::size_t home(std::uint32_t key) const { return static_cast<std::size_t>(key) * homes_ >> 32; }

    static bool is_full(std::uint64_t checks) { return checks >> 48 != absent; }

    /// The first sixteen bits that equal the key's: where their difference, less one, borrows.
    static unsigned lane_of(std::uint64_t checks, std::uint32_t key) {
        const std::uint64_t difference = checks ^ static_cast<std::uint16_t>(key) * ones;
        const std::uint64_t equal = (difference - ones) & ~difference & ones << 15;
        return static_cast<unsigned>(std::countr_zero(equal)) / 16;
    }

    std::uint64_t homes_ = 1;
    std::vector<Bucket> buckets_; ///< the last is not full: every search stops there
};

} // namespace timeloom
