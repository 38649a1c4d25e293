// A map from 32-bit feature keys to small values, made for looking up all features of a decision at once:
// most of the time of tagging and parsing is spent here.
//
// Four keys share a bucket of sixteen bytes or so, which is one piece of memory to wait for, and are compared
// with the key sought in one step. Of a key, a bucket keeps the low sixteen bits; with them and its place a
// wrong key is met once in 20,000 look-ups. Whether a key is there is as good as random: nothing branches on
// it.
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
            bucket.checks[lane] = static_cast<std::uint16_t>(keys[i]);
            put(bucket.values, lane++, i);
        }
    }

    /// Asks for the memory that look_up(keys, …) will read.
    void prefetch(std::span<const std::uint32_t> keys) const {
        for (const std::uint32_t key : keys)
            __builtin_prefetch(&buckets_[home(key)]);
    }

    /// Calls use(values, lane) for each of `keys`: lane is 0 … 3. For a key that is not there it is a lane
    /// without key, whose values are Values{}.
    template <class Use>
    [[gnu::always_inline]] void look_up(std::span<const std::uint32_t> keys, Use use) const {
        for (const std::uint32_t key : keys) {
            const Bucket* bucket = &buckets_[home(key)];
            std::uint64_t ends = ends_at(bucket->checks, key);
            while (ends == 0)
                [[unlikely]] {
                    ++bucket;
                    ends = ends_at(bucket->checks, key);
                }
            use(bucket->values, static_cast<unsigned>(std::countr_zero(ends)) / 16);
        }
    }

  private:
    static constexpr unsigned lanes = 4;
    static constexpr std::uint16_t absent = 0xFFFF; ///< odd: never that of a key

    using Checks [[gnu::vector_size(8)]] = std::uint16_t;

    struct Bucket {
        Checks checks = {absent, absent, absent, absent};
        Values values{};
    };

    std::size_t home(std::uint32_t key) const { return static_cast<std::size_t>(key) * homes_ >> 32; }

    /// Where the search for a key ends in a bucket, as sixteen bits a lane: at the lane of the key, and at
    /// the last lane when that is empty. None: the search goes on in the next bucket.
    static std::uint64_t ends_at(const Checks& checks, std::uint32_t key) {
        constexpr std::uint16_t never = 1; // odd
        constexpr Checks end = {never, never, never, absent};
        return std::bit_cast<std::uint64_t>((checks == static_cast<std::uint16_t>(key)) | (checks == end));
    }

    std::uint64_t homes_ = 1;
    std::vector<Bucket> buckets_; ///< the last is not full: every search stops there
};

} // namespace timeloom
