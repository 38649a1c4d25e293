#include "entities/word_forms.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace timeloom {

namespace {

constexpr std::size_t header = WordForms::magic.size() + 4;

} // namespace

WordForms::WordForms(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in)
        return;
    std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
    in.seekg(0);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto fail = [&](const char* problem) {
        throw InputError(file.string(), problem, "make it again with tools/make_word_forms.py");
    };
    if (bytes.size() < header || !bytes.starts_with(magic))
        fail("is no list of word forms of this version");
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < 4; ++i)
        count |= std::uint32_t{byte(magic.size() + i)} << (8 * i);
    if (count > bytes.size())
        fail("is cut short");
    keys_.reserve(count);
    std::uint64_t key = 0, step = 0;
    unsigned shift = 0;
    for (auto i = header; i < bytes.size(); ++i) {
        step |= std::uint64_t{byte(i) & 0x7Fu} << shift;
        shift += 7;
        if (byte(i) & 0x80) {
            if (shift > 28)
                fail("is damaged");
            continue;
        }
        key += step;
        if (key > UINT32_MAX)
            fail("is damaged");
        keys_.push_back(static_cast<std::uint32_t>(key));
        step = 0;
        shift = 0;
    }
    if (keys_.size() != count || shift != 0)
        fail("is cut short");
}

bool WordForms::contains(std::uint64_t word_key) const {
    return std::binary_search(keys_.begin(), keys_.end(), static_cast<std::uint32_t>(word_key >> 32));
}

} // namespace timeloom
