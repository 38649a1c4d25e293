// Work that threads share.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace timeloom {

/// As many threads as are asked for; for 0, one a processor that this program may use.
inline unsigned threads_for(unsigned asked) {
    return asked > 0 ? asked : std::max(1u, std::thread::hardware_concurrency());
}

/// Calls `work(i)` once for each i below `count`, on `threads` threads at the most, this one among them, in
/// any order: the outcome must not depend on it. Returns when all have ended; of what they threw, throws that
/// of the least i.
template <class Work>
void in_parallel(unsigned threads, std::size_t count, Work work) {
    std::vector<std::exception_ptr> failures(count);
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&] {
        for (std::size_t i; (i = next++) < count;) {
            try {
                work(i);
            } catch (...) {
                failures[i] = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t thread = 1; thread < std::min<std::size_t>(threads, count); ++thread)
            others.emplace_back(take_turns);
        take_turns();
    }
    for (const auto& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
}

} // namespace timeloom
