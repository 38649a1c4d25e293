#include "reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return timeloom::fuzz_reader(data, size, "article.md");
}
