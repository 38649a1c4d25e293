#include "syntax/tag_features.hpp"

namespace timeloom {

namespace {

/// A sentence with one nameless word before and after it for ever.
struct Window {
    std::span<const Clues> words;
    static const Clues& edge() {
        static const Clues none;
        return none;
    }
    const Clues& operator[](std::size_t at) const { return at < words.size() ? words[at] : edge(); }
};

template <class Value>
std::uint32_t before(std::span<const Value> values, std::size_t at, std::size_t back) {
    return at < back ? 99 : static_cast<std::uint32_t>(values[at - back]);
}

} // namespace

std::optional<Upos> sure_tag(const Clues& word) {
    const std::uint32_t sure = word.known >> sure_shift;
    if (sure == 0 || starts_capital(word))
        return std::nullopt;
    return static_cast<Upos>(sure - 1);
}

bool only_verb_seen(const Clues& word) {
    constexpr auto bit = [](Upos tag) { return 1U << unsigned(tag); };
    const std::uint32_t seen = word.known & ((1U << sure_shift) - 1);
    // "sue" is no name that begins with a small letter
    const std::uint32_t name = starts_capital(word) ? 0 : bit(Upos::PROPN);
    return (seen & ~(bit(Upos::VERB) | bit(Upos::AUX) | name)) == 0;
}

void upos_features(Stage stage, std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                   FeatureKeys& keys) {
    const Window window{words};
    const Clues &w = window[at], &p = window[at - 1], &pp = window[at - 2], &n = window[at + 1],
                &nn = window[at + 2];
    const std::uint32_t t1 = before(tags, at, 1), t2 = before(tags, at, 2);
    const std::uint32_t first = at == 0;
    if (stage == Stage::first) {
        keys.start(100);
        keys.add(w.form);
        keys.add(w.form, w.shape & 3, first);
        keys.add(w.form, t1);
        keys.add(w.suffix[2], w.shape, first);
        keys.add(w.suffix[3]);
        keys.add(w.suffix[4]);
        keys.add(w.known, t1, t2);
        keys.add(w.known, t1, n.known);
        keys.add(w.known, p.known, n.known);
        keys.add(w.shape, first, t1);
        keys.add(t1, t2);
        keys.add(n.form);
        keys.add(p.form);
        keys.add(w.suffix[2], t1);
        keys.add(w.prefix[2]);
        return;
    }
    keys.start(130);
    keys.add(w.form, p.form);
    keys.add(w.form, n.form);
    keys.add(w.suffix[0]);
    keys.add(w.suffix[1]);
    keys.add(w.suffix[2]);
    keys.add(w.suffix[5]);
    keys.add(w.suffix[1], w.shape, first);
    keys.add(w.suffix[1], t1, n.suffix[1]);
    keys.add(w.suffix[2], n.suffix[2]);
    keys.add(w.suffix[2], p.form);
    keys.add(w.prefix[0]);
    keys.add(w.prefix[1]);
    keys.add(w.prefix[0], w.suffix[2]);
    keys.add(w.tail);
    keys.add(w.shape, first);
    keys.add(w.shape, p.shape, n.shape);
    keys.add(w.known);
    keys.add(w.known, n.known, nn.known);
    keys.add(t1);
    keys.add(t1, n.form);
    keys.add(p.form, pp.form);
    keys.add(pp.form);
    keys.add(n.form, nn.form);
    keys.add(nn.form);
    keys.add(p.suffix[2], t1);
    keys.add(n.suffix[2]);
    keys.add(n.suffix[1], n.shape);
    keys.add(n.known, nn.known, t1);
    keys.add(w.form, t1, n.known);
    keys.add(w.suffix[4], p.suffix[2]);
}

std::uint32_t bundle_key(const Clues& word, Upos tag) {
    return feature_key(199, word.form, static_cast<std::uint32_t>(tag));
}

void bundle_features(Stage stage, std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                     std::span<const std::uint32_t> bundles, FeatureKeys& keys) {
    const Window window{words};
    const Clues &w = window[at], &p = window[at - 1], &pp = window[at - 2], &n = window[at + 1];
    const auto t = static_cast<std::uint32_t>(tags[at]);
    const std::uint32_t t1 = before(tags, at, 1), t2 = before(tags, at, 2);
    const auto after = [&](std::size_t ahead) {
        return at + ahead < tags.size() ? static_cast<std::uint32_t>(tags[at + ahead]) : 99;
    };
    const std::uint32_t m1 = at < 1 ? 99 : bundles[at - 1], m2 = at < 2 ? 99 : bundles[at - 2];
    if (stage == Stage::first) {
        keys.start(200);
        keys.add(w.form, t);
        keys.add(w.form, t, m1);
        keys.add(w.suffix[2], t);
        keys.add(w.suffix[3], t);
        keys.add(w.suffix[2], t, m1);
        keys.add(t, t1, m1);
        keys.add(t, p.form, m1);
        keys.add(w.suffix[1], t, m1);
        keys.add(w.suffix[4], t);
        keys.add(t, n.suffix[2], after(1));
        return;
    }
    keys.start(220);
    keys.add(t);
    keys.add(w.form, t, p.form);
    keys.add(w.form, t, n.suffix[1]);
    keys.add(w.suffix[0], t);
    keys.add(w.suffix[1], t);
    keys.add(w.suffix[1], t, n.suffix[1]);
    keys.add(w.suffix[0], t, n.suffix[0]);
    keys.add(w.suffix[2], t, p.form);
    keys.add(t, m1, m2);
    keys.add(t, p.form, pp.form);
    keys.add(t, n.form);
    keys.add(t, after(1), after(2));
    keys.add(t, t1, t2);
    keys.add(w.shape, t, m1);
}

} // namespace timeloom
