#include "syntax/parse_features.hpp"

#include "syntax/names.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Index = Configuration::Index;

std::uint32_t distance(Index from, Index to) {
    const Index d = to - from;
    return static_cast<std::uint32_t>(d < 6 ? d : d < 11 ? 6 : d < 21 ? 7 : 8);
}

std::uint32_t between(std::uint32_t from, std::uint32_t to) {
    return std::min(to - from, 3u);
}

std::uint32_t pair(std::uint32_t tag, std::uint32_t other) {
    return tag << 5 | other;
}

/// Which relations a word has among its dependents, as a number.
std::uint32_t has(const Configuration::Node& node) {
    return static_cast<std::uint32_t>(node.relations) ^
           static_cast<std::uint32_t>(node.relations >> 32) * 0x9e3779b1;
}

} // namespace

ParseInput::ParseInput(const Tree& tagged, std::span<const Clues> clues) {
    seen_.reserve(tagged.words.size() + 2);
    std::uint32_t commas = 0, verbs = 0;
    for (std::size_t i = 0; i < tagged.words.size(); ++i) {
        const SyntacticWord& word = tagged.words[i];
        const auto tag = static_cast<std::uint32_t>(word.upos);
        Seen seen{clues[i].form,
                  form_key(word.lemma),
                  tag,
                  pack(word.features) << 5 | tag,
                  clues[i].suffix[2],
                  commas,
                  verbs,
                  0,
                  0};
        // Names are alike: an unknown one is then as good as a known one.
        if (word.upos == Upos::PROPN && clues[i].kind != Word::Kind::time)
            seen.form = seen.lemma = seen.ending = 1;
        if (clues[i].kind == Word::Kind::time)
            seen.lemma = seen.form;
        if (word.upos == Upos::NUM)
            seen.lemma = seen.form;
        seen_.push_back(seen);
        commas += word.upos == Upos::PUNCT;
        verbs += word.upos == Upos::VERB;
    }
    seen_.push_back({2, 2, 30, 30, 2, commas, verbs, 0, 0});
    seen_.push_back({3, 3, 31, 31, 3, commas, verbs, 0, 0});
    look_ahead(tagged);
}

void ParseInput::look_ahead(const Tree& tagged) {
    constexpr std::uint32_t behind_comma = 1 << 8;
    std::uint32_t verb = 0, close = 0;
    for (std::size_t i = tagged.words.size(); i-- > 0;) {
        const SyntacticWord& word = tagged.words[i];
        const bool punctuation = word.upos == Upos::PUNCT;
        const bool is_verb = word.upos == Upos::VERB || word.upos == Upos::AUX;
        if (is_verb)
            verb = 1 + static_cast<std::uint32_t>(word.features.form) * 2 + (word.upos == Upos::AUX);
        if (punctuation && verb != 0)
            verb |= behind_comma;
        const bool last = i + 1 == tagged.words.size() || tagged.words[i + 1].upos == Upos::PUNCT;
        if (last)
            close = seen_[i].bundle;
        seen_[i].verb_ahead = verb;
        seen_[i].clause_closes = close;
    }
}

void transition_features(Stage stage, const ParseInput& input, const Configuration& c, FeatureKeys& keys) {
    const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t d = 0) { keys.add(a, b, d); };
    const Index i0 = c.stack(0), i1 = c.stack(1), i2 = c.stack(2), j0 = c.buffer(0), j1 = c.buffer(1),
                j2 = c.buffer(2);
    const auto &n0 = c.node(i0), &n1 = c.node(i1), &m0 = c.node(j0);
    const auto &s0 = input[i0], &s1 = input[i1], &s2 = input[i2], &b0 = input[j0], &b1 = input[j1],
               &b2 = input[j2];
    const auto &s0l = input[n0.left1], &s0r = input[n0.right1], &s1l = input[n1.left1],
               &s1r = input[n1.right1], &b0l = input[m0.left1], &s0l2 = input[n0.left2],
               &s0r2 = input[n0.right2], &s1r2 = input[n1.right2], &b0l2 = input[m0.left2];
    const auto relation = [&](Index index) { return static_cast<std::uint32_t>(c.node(index).relation); };
    const std::uint32_t d0 = i0 == c.none() ? 15 : distance(i0, j0),
                        d1 = i1 == c.none() ? 15 : distance(i1, i0);
    const std::uint32_t s0b0 = pair(s0.tag, b0.tag), s1s0 = pair(s1.tag, s0.tag);
    const std::uint32_t s0_marker = input[n0.marker].form, b0_marker = input[m0.marker].form,
                        s1_marker = input[n1.marker].form;
    const std::uint32_t height = static_cast<std::uint32_t>(std::min<std::size_t>(c.height(), 4));
    if (stage == Stage::first) {
        keys.start(500);
        // The two words that an arc would join.
        add(s0.lemma, s0b0);
        add(b0.lemma, s0b0);
        add(s0.bundle, b0.bundle);
        add(s1.bundle, s0.bundle);
        // Three and four words.
        add(s0b0, b1.tag);
        add(s1s0, pair(b0.tag, b1.tag));
        add(pair(s2.tag, s1.tag), s0b0);
        // With the dependents that they have.
        add(s0b0, s0l.tag, relation(n0.left1));
        add(s0b0, s0r.tag, relation(n0.right1));
        add(s0b0, b0l.tag, relation(m0.left1));
        // Which relations are filled already.
        add(has(n0), s0b0);
        add(has(m0), s0b0);
        add(has(n1), s1s0);
        // Prepositions and conjunctions decide where their phrase hangs.
        add(b0_marker, s0b0, s1.tag);
        add(b0_marker, s0_marker, s1s0);
        // Distance, and what is in between.
        add(s0b0, d0);
        add(s1s0, pair(b0.tag, between(s1.commas, b0.commas)), between(s1.verbs, b0.verbs));
        add(height, s0b0, b1.tag);
        return;
    }
    keys.start(550);
    // One word.
    add(s0.form, s0.tag);
    add(s0.lemma, s0.tag);
    add(s0.bundle);
    add(s0.ending, s0.tag);
    add(s1.lemma, s1.tag);
    add(s1.bundle);
    add(s1.ending, s1.tag);
    add(b0.form, b0.tag);
    add(b0.lemma, b0.tag);
    add(b0.bundle);
    add(b0.ending, b0.tag);
    add(b1.form, b1.tag);
    add(b1.bundle);
    add(b2.form);
    add(b2.tag);
    add(s2.lemma);
    add(s2.bundle);
    // The two words that an arc would join.
    add(s0b0);
    add(s0.lemma, b0.lemma);
    add(s0.bundle, b0.lemma);
    add(s0.lemma, b0.bundle);
    add(s1s0);
    add(s1.lemma, s1s0);
    add(s0.lemma, s1s0);
    add(s1.lemma, s0.lemma);
    add(s1.bundle, s0.lemma);
    add(s1.lemma, s0.bundle);
    add(s1.tag, b0.lemma);
    add(s1.lemma, b0.tag);
    add(s1.bundle, b0.bundle);
    // Three and four words.
    add(s1s0, b0.tag);
    add(s0b0, pair(b1.tag, b2.tag));
    add(pair(s2.tag, s1.tag), s0.tag);
    add(pair(b0.tag, b1.tag), b2.tag);
    add(s0.lemma, b0.tag, b1.tag);
    add(s0.tag, b0.lemma, b1.tag);
    add(s0b0, b1.form);
    // With the dependents that they have.
    add(s0b0, pair(s0l.tag, b0l.tag));
    add(s1s0, s1l.tag, relation(n1.left1));
    add(s1s0, s1r.tag, relation(n1.right1));
    add(s1s0, s0l.tag, relation(n0.left1));
    add(s1s0, s0r.tag, relation(n0.right1));
    add(s0.tag, pair(s0l.tag, s0l2.tag), s0r.tag);
    add(s0.tag, pair(s0r.tag, s0r2.tag), b0.tag);
    add(s1.tag, pair(s1r.tag, s1r2.tag), s0.tag);
    add(b0.tag, pair(b0l.tag, b0l2.tag), s0.tag);
    add(s0.lemma, s0l.lemma);
    add(s0.lemma, s0r.lemma);
    add(b0.lemma, b0l.lemma);
    add(s1.lemma, s1r.lemma);
    add(s0r.lemma, b0.lemma);
    add(s1r.lemma, s0.lemma);
    // Which relations are filled already.
    add(has(n0), s0.tag);
    add(has(n1), s1.tag);
    add(has(m0), b0.tag);
    add(has(n0), s1s0);
    add(has(n0), s0.lemma);
    add(has(n1), s1.lemma);
    add(has(m0), b0.lemma);
    add(has(n1), has(n0), s1s0);
    add(s0.tag, n0.left_count, n0.right_count);
    add(s1.tag, n1.left_count, n1.right_count);
    add(b0.tag, m0.left_count);
    // Prepositions and conjunctions decide where their phrase hangs.
    add(s0_marker, s1s0);
    add(s0_marker, s1.lemma);
    add(s0_marker, s1.lemma, s0.lemma);
    add(s0_marker, s0b0);
    add(b0_marker, s0.lemma);
    add(b0_marker, s1.lemma);
    add(s0_marker, s1.bundle, has(n1));
    add(s0_marker, s1.ending, s0.tag);
    add(s1_marker, s0_marker, s1s0);
    add(s1_marker, b0_marker, s0b0);
    // Distance, and what is in between.
    add(s1s0, d1);
    add(s0.lemma, d0);
    add(b0.lemma, d0);
    add(s1.lemma, d1);
    add(s0.lemma, d1);
    add(b0.verb_ahead, s0.bundle);
    add(b0.verb_ahead, s1s0, b0.tag);
    add(b0.verb_ahead, s0.lemma);
    add(b1.verb_ahead, s0b0);
    add(b0.clause_closes, s0.bundle);
    add(b0.clause_closes, s0b0, b0.verb_ahead);
    add(s0b0, between(s0.commas, b0.commas), between(s0.verbs, b0.verbs));
    add(s1s0, between(s1.commas, s0.commas), between(s1.verbs, s0.verbs));
}

std::array<std::uint32_t, 3> sure_keys(const ParseInput& input, const Configuration& c, Index head) {
    const Index dependent = c.stack(0);
    const auto& d = input[dependent];
    const std::uint32_t tags = pair(d.tag, input[head].tag) << 1 | (dependent < head);
    return {feature_key(697, d.form, tags), feature_key(698, input[c.node(dependent).marker].form, tags),
            feature_key(699, tags)};
}

void relation_features(Stage stage, const ParseInput& input, const Configuration& c, Index head,
                       FeatureKeys& keys) {
    const Index dependent = c.stack(0);
    const auto &dn = c.node(dependent), &hn = c.node(head);
    const auto &d = input[dependent], &h = input[head];
    const auto &dl = input[dn.left1], &dr = input[dn.right1], &hl = input[hn.left1], &hr = input[hn.right1];
    const auto &before = input[dependent == 0 ? c.none() : dependent - 1], &after = input[dependent + 1];
    const auto relation = [&](Index index) { return static_cast<std::uint32_t>(c.node(index).relation); };
    const bool leftward = dependent < head; // from the head
    const std::uint32_t side = leftward, tags = pair(d.tag, h.tag) << 1 | side;
    const std::uint32_t far = leftward ? distance(dependent, head) : distance(head, dependent);
    const std::uint32_t marker = input[dn.marker].form, head_marker = input[hn.marker].form;
    const auto &first = leftward ? d : h, &second = leftward ? h : d;
    const auto &s1 = input[c.stack(1)], &s2 = input[c.stack(2)];
    const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t e = 0) { keys.add(a, b, e); };
    if (stage == Stage::first) {
        keys.start(700);
        // The two words.
        add(tags);
        add(d.form, tags);
        add(d.lemma, tags);
        add(h.lemma, tags);
        add(d.bundle, h.bundle, side);
        add(d.bundle, h.lemma, side);
        add(d.lemma, h.bundle, side);
        add(d.ending, h.ending, tags);
        // What marks the dependent, and what it has.
        add(marker, tags);
        add(marker, d.lemma, h.tag);
        add(marker, d.bundle, h.bundle);
        add(has(dn), tags);
        add(dl.form, tags);
        // What the head has already.
        add(has(hn), tags);
        add(has(hn), d.bundle, side);
        add(has(hn), has(dn), tags);
        add(has(hn), marker, tags);
        // Where they stand.
        add(far, has(hn), tags);
        return;
    }
    keys.start(730);
    // The two words.
    add(d.lemma, d.tag, side);
    add(d.bundle, h.tag, side);
    add(d.ending, d.tag, side);
    add(h.lemma, h.tag, side);
    add(h.bundle, d.tag, side);
    add(d.lemma, h.lemma, side);
    // What marks the dependent, and what it has.
    add(marker, h.lemma, d.tag);
    add(marker, h.lemma, d.lemma);
    add(marker, h.ending, tags);
    add(head_marker, marker, tags);
    add(has(dn), d.lemma, h.tag);
    add(has(dn), d.bundle, side);
    add(has(dn), h.lemma, side);
    add(dl.tag, relation(dn.left1), tags);
    add(dr.tag, relation(dn.right1), tags);
    add(dl.bundle, tags);
    // What the head has already.
    add(has(hn), h.lemma, tags);
    add(has(hn), d.lemma, side);
    add(has(hn), h.bundle, d.bundle);
    add(hl.tag, relation(hn.left1), tags);
    add(hr.tag, relation(hn.right1), tags);
    add(hl.lemma, d.lemma, side);
    // Where they stand.
    add(far, tags);
    add(tags, between(first.commas, second.commas), between(first.verbs, second.verbs));
    add(before.tag, after.tag, tags);
    add(before.form, tags);
    add(after.tag, tags);
    // What else waits for a head: subject and object may both stand before their verb.
    add(s1.tag, tags);
    add(s1.lemma, tags);
    add(s1.bundle, d.bundle, h.tag);
    add(pair(s1.tag, s2.tag), tags);
    add(dl.form, h.bundle, side);
    add(dl.form, h.lemma, side);
}

} // namespace timeloom
