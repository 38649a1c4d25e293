#include "syntax/tag_features.hpp"

#include "syntax/linear_model.hpp"

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

class Keys {
  public:
    Keys(std::vector<std::uint32_t>& keys, std::uint32_t kind) : keys_(keys), kind_(kind) { keys_.clear(); }
    void add(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
        keys_.push_back(feature_key(kind_++, a, b, c));
    }

  private:
    std::vector<std::uint32_t>& keys_;
    std::uint32_t kind_;
};

} // namespace

void upos_features(std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                   std::vector<std::uint32_t>& out) {
    const Window window{words};
    const Clues &w = window[at], &p = window[at - 1], &pp = window[at - 2], &n = window[at + 1],
                &nn = window[at + 2];
    const std::uint32_t t1 = before(tags, at, 1), t2 = before(tags, at, 2);
    const std::uint32_t first = at == 0;
    Keys keys(out, 100);
    keys.add(w.form);
    keys.add(w.form, w.shape & 3, first);
    keys.add(w.form, t1);
    keys.add(w.form, p.form);
    keys.add(w.form, n.form);
    for (const std::uint32_t suffix : w.suffix)
        keys.add(suffix);
    keys.add(w.suffix[2], w.shape, first);
    keys.add(w.suffix[1], w.shape, first);
    keys.add(w.suffix[2], t1);
    keys.add(w.suffix[1], t1, n.suffix[1]);
    keys.add(w.suffix[2], n.suffix[2]);
    keys.add(w.suffix[2], p.form);
    for (const std::uint32_t prefix : w.prefix)
        keys.add(prefix);
    keys.add(w.prefix[0], w.suffix[2]);
    keys.add(w.tail);
    keys.add(w.shape, first);
    keys.add(w.shape, first, t1);
    keys.add(w.shape, p.shape, n.shape);
    keys.add(w.known);
    keys.add(w.known, t1, t2);
    keys.add(w.known, t1, n.known);
    keys.add(w.known, n.known, nn.known);
    keys.add(w.known, p.known, n.known);
    keys.add(t1);
    keys.add(t1, t2);
    keys.add(t1, n.form);
    keys.add(p.form);
    keys.add(p.form, pp.form);
    keys.add(pp.form);
    keys.add(n.form);
    keys.add(n.form, nn.form);
    keys.add(nn.form);
    keys.add(p.suffix[2], t1);
    keys.add(n.suffix[2]);
    keys.add(n.suffix[1], n.shape);
    keys.add(n.known, nn.known, t1);
    keys.add(w.form, t1, n.known);
    keys.add(w.suffix[4], p.suffix[2]);
}

void bundle_features(std::span<const Clues> words, std::size_t at, std::span<const Upos> tags,
                     std::span<const std::uint32_t> bundles, std::vector<std::uint32_t>& out) {
    const Window window{words};
    const Clues &w = window[at], &p = window[at - 1], &pp = window[at - 2], &n = window[at + 1];
    const auto t = static_cast<std::uint32_t>(tags[at]);
    const std::uint32_t t1 = before(tags, at, 1), t2 = before(tags, at, 2);
    const auto after = [&](std::size_t ahead) {
        return at + ahead < tags.size() ? static_cast<std::uint32_t>(tags[at + ahead]) : 99;
    };
    const std::uint32_t m1 = at < 1 ? 99 : bundles[at - 1], m2 = at < 2 ? 99 : bundles[at - 2];
    Keys keys(out, 200);
    keys.add(t);
    keys.add(w.form, t);
    keys.add(w.form, t, m1);
    keys.add(w.form, t, p.form);
    keys.add(w.form, t, n.suffix[1]);
    for (std::size_t i = 0; i < 5; ++i)
        keys.add(w.suffix[i], t);
    keys.add(w.suffix[2], t, m1);
    keys.add(w.suffix[1], t, m1);
    keys.add(w.suffix[1], t, n.suffix[1]);
    keys.add(w.suffix[0], t, n.suffix[0]);
    keys.add(w.suffix[2], t, p.form);
    keys.add(t, t1, m1);
    keys.add(t, m1, m2);
    keys.add(t, p.form, m1);
    keys.add(t, p.form, pp.form);
    keys.add(t, n.form);
    keys.add(t, n.suffix[2], after(1));
    keys.add(t, after(1), after(2));
    keys.add(t, t1, t2);
    keys.add(w.shape, t, m1);
}

} // namespace timeloom
