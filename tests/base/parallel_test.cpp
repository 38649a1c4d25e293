#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace timeloom;

TEST_CASE("threads share work: all of it is done, once") {
    for (const unsigned threads : {1u, 2u, 7u}) {
        std::vector<int> done(1000);
        in_parallel(threads, done.size(), [&](std::size_t i) { ++done[i]; });
        CHECK(done == std::vector<int>(1000, 1));
    }
    in_parallel(4, 0, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("what work throws is thrown when all is done, the first of it by number") {
    std::atomic<int> done = 0;
    CHECK_THROWS_WITH(in_parallel(3, 50,
                                  [&](std::size_t i) {
                                      ++done;
                                      if (i % 20 == 7)
                                          throw std::runtime_error("at " + std::to_string(i));
                                  }),
                      "at 7");
    CHECK(done == 50);
}

TEST_CASE("as many threads as are asked for, else one a processor") {
    CHECK(threads_for(3) == 3);
    CHECK(threads_for(0) >= 1);
}
