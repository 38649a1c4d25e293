#include "graph/copies.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "graph/components.hpp"
#include "graph/days.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace timeloom {

namespace {

constexpr std::size_t run = 5; ///< words
constexpr std::size_t bins = 96;
constexpr std::size_t band = 6; ///< bins that must agree: texts that share half of their runs meet in 22 of
                                ///< 100 cases, those that share 0.8 in 99
constexpr double enough = 0.7;  ///< share of equal bins from which one text copies the other
constexpr std::size_t least_runs = 20; ///< shorter texts are too short to judge

constexpr std::uint64_t empty_bin = ~std::uint64_t(0);
using Sketch = std::array<std::uint64_t, bins>;

constexpr std::uint64_t mix(std::uint64_t h) {
    h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93u;
    h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93u;
    return h ^ (h >> 32);
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Feeds the words of the text, by key, to `add`; furniture is not the article's.
template <class Add>
void for_each_word(const Document& document, Add add) {
    const auto words_in = [&](std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto begin = at;
            while (at < text.size() && is_word(text[at]))
                ++at;
            if (at > begin)
                add(hash_key(text.substr(begin, at - begin)));
            else
                ++at;
        }
    };
    if (document.sentences.empty())
        words_in(document.text);
    for (const auto& sentence : document.sentences)
        if (sentence.kind != SentenceKind::furniture)
            words_in(sentence.span.of(document.text));
}

/// The least hash in each bin; `runs` counts the runs of words.
Sketch sketch_of(const Document& document, std::size_t& runs) {
    Sketch out;
    out.fill(empty_bin);
    std::array<std::uint64_t, run> last{};
    std::size_t count = 0;
    for_each_word(document, [&](std::uint64_t word) {
        std::shift_left(last.begin(), last.end(), 1);
        last.back() = word;
        if (++count < run)
            return;
        std::uint64_t h = 0;
        for (const auto key : last)
            h = mix(h ^ key);
        auto& bin = out[h % bins];
        bin = std::min(bin, h / bins);
    });
    runs = count < run ? 0 : count - run + 1;
    return out;
}

bool alike(const Sketch& a, const Sketch& b) {
    std::size_t equal = 0, filled = 0;
    for (std::size_t i = 0; i < bins; ++i) {
        filled += a[i] != empty_bin || b[i] != empty_bin;
        equal += a[i] != empty_bin && a[i] == b[i];
    }
    return static_cast<double>(equal) >= enough * static_cast<double>(filled);
}

} // namespace

std::vector<std::uint32_t> find_copies(const Collection& collection) {
    const auto count = static_cast<std::uint32_t>(collection.readings.size());
    std::vector<Sketch> sketches; // of the texts that are long enough
    std::vector<std::uint32_t> documents;
    std::vector<std::tuple<std::uint64_t, std::uint32_t>> places; // key of a band → sketch
    for (std::uint32_t document = 0; document < count; ++document) {
        std::size_t runs = 0;
        const auto sketch = sketch_of(collection.readings[document].document, runs);
        if (runs < least_runs)
            continue;
        const auto s = static_cast<std::uint32_t>(sketches.size());
        sketches.push_back(sketch);
        documents.push_back(document);
        for (std::size_t first = 0; first < bins; first += band) {
            std::uint64_t key = first;
            for (std::size_t i = first; i < first + band; ++i)
                key = mix(key ^ sketch[i]);
            places.emplace_back(key, s);
        }
    }
    std::sort(places.begin(), places.end());
    Components components(count);
    for (std::size_t i = 1; i < places.size(); ++i) {
        const auto [key, s] = places[i];
        const auto [key_before, before] = places[i - 1];
        if (key == key_before && components.of(documents[s]) != components.of(documents[before]) &&
            alike(sketches[s], sketches[before]))
            components.join(documents[s], documents[before]);
    }
    // By group: the first published; what has no date comes after what has one.
    const auto rank = [&](std::uint32_t d) {
        const auto published = bounds_of(collection.readings[d].document.published.edtf).earliest;
        return std::make_tuple(!published, published.value_or(Day{}), d);
    };
    std::vector<std::uint32_t> original(count, no_index), out(count, no_index);
    for (std::uint32_t d = 0; d < count; ++d) {
        auto& first = original[components.of(d)];
        if (first == no_index || rank(d) < rank(first))
            first = d;
    }
    for (std::uint32_t d = 0; d < count; ++d)
        if (original[components.of(d)] != d)
            out[d] = original[components.of(d)];
    return out;
}

} // namespace timeloom
