#include "entities/word_forms.hpp"

#include "base/error.hpp"

#include <fstream>

namespace timeloom {

namespace {

constexpr std::size_t index_begin = WordForms::magic.size() + 4;

} // namespace

std::uint32_t WordForms::number_at(std::size_t byte) const {
    const auto at = [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(bytes_[byte + i])};
    };
    return at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24; // one load, when it is written in one expression
}

std::uint32_t WordForms::first_key(std::uint32_t block) const {
    return number_at(index_begin + std::size_t{8} * block);
}

std::size_t WordForms::steps_of(std::uint32_t block) const {
    const auto steps = index_begin + std::size_t{8} * blocks_;
    return block == blocks_ ? bytes_.size() : steps + number_at(index_begin + std::size_t{8} * block + 4);
}

WordForms::WordForms(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in)
        return;
    bytes_.resize(static_cast<std::size_t>(in.tellg()));
    in.seekg(0);
    in.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    const auto fail = [&](const char* problem) {
        throw InputError(file.string(), problem, "make it again with tools/make_word_forms.py");
    };
    if (bytes_.size() < index_begin || !bytes_.starts_with(magic))
        fail("is no list of word forms of this version");
    blocks_ = number_at(magic.size());
    if (bytes_.size() < index_begin + std::size_t{8} * blocks_)
        fail("is cut short");
    for (std::uint32_t block = 0; block < blocks_; ++block) {
        if (steps_of(block) > bytes_.size())
            fail("is cut short");
        if (block > 0 && (first_key(block) <= first_key(block - 1) || steps_of(block) < steps_of(block - 1)))
            fail("is damaged");
    }
}

bool WordForms::contains(std::uint64_t word_key) const {
    const auto key = static_cast<std::uint32_t>(word_key >> 32);
    std::uint32_t low = 0, high = blocks_; // the last block that does not begin behind the key
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (first_key(middle) <= key)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return false;
    auto at = first_key(low - 1);
    std::uint32_t step = 0;
    unsigned shift = 0;
    const auto steps = std::string_view(bytes_).substr(0, steps_of(low)).substr(steps_of(low - 1));
    for (auto next = steps.begin(); next != steps.end() && at < key; ++next) {
        const auto byte = static_cast<unsigned char>(*next);
        step |= std::uint32_t{byte & 0x7Fu} << (shift & 31);
        shift += 7;
        if (byte & 0x80)
            continue;
        at += step;
        step = 0;
        shift = 0;
    }
    return at == key;
}

} // namespace timeloom
