#include "syntax/multiword.hpp"

#include "base/utf8.hpp"
#include "syntax/clues.hpp"
#include "syntax/tree.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

std::uint32_t ending(std::string_view form, std::size_t bytes) {
    return form_key(form.substr(form.size() - std::min(form.size(), bytes)));
}

/// "disse-lhe": a known verb and, behind a hyphen, a known pronoun; none for other words.
Splitter::Parts parts_at_hyphen(std::string_view normal, const KeyTable& lexicon) {
    const auto hyphen = normal.rfind('-');
    if (hyphen == std::string_view::npos)
        return {};
    const auto head = normal.substr(0, hyphen), tail = normal.substr(hyphen + 1);
    const auto may_be = [&](std::string_view form, Upos tag) {
        const std::uint32_t* tags = lexicon.find(form_key(form));
        return tags && (*tags >> unsigned(tag) & 1U);
    };
    if (!may_be(head, Upos::VERB) || !may_be(tail, Upos::PRON))
        return {};
    return {std::string(head), std::string(tail)};
}

} // namespace

Splitter::Splitter(std::vector<Choice> choices, KeyTable tokens, KeyTable endings, LinearModel context)
    : choices_(std::move(choices)), tokens_(std::move(tokens)), endings_(std::move(endings)),
      context_(std::move(context)) {}

void Splitter::features(std::span<const std::string> normal, std::size_t at, const KeyTable& lexicon,
                        FeatureKeys& keys) {
    const std::string_view word = normal[at];
    const std::string_view before = at > 0 ? std::string_view(normal[at - 1]) : "<";
    const std::string_view after = at + 1 < normal.size() ? std::string_view(normal[at + 1]) : ">";
    const std::uint32_t w = form_key(word);
    keys.start(400);
    keys.add(w);
    keys.add(w, form_key(before));
    keys.add(w, form_key(after));
    keys.add(w, ending(before, 2));
    keys.add(w, ending(before, 3));
    keys.add(w, ending(after, 2));
    keys.add(w, ending(after, 3));
    keys.add(w, ending(before, 2), ending(after, 2));
    keys.add(ending(before, 3));
    keys.add(form_key(before));
    keys.add(form_key(after));
    // After a verb "des" is an article, after a noun it is de + les.
    const auto known = [&](std::string_view form) {
        const std::uint32_t* found = lexicon.find(form_key(form));
        return found ? *found : 0;
    };
    const std::string_view earlier = at > 1 ? std::string_view(normal[at - 2]) : "<";
    keys.add(w, known(before));
    keys.add(w, known(after));
    keys.add(w, known(before), known(after));
    keys.add(w, known(earlier), known(before));
    keys.add(w, form_key(earlier), ending(before, 2));
    keys.add(w, form_key(earlier), known(before));
}

Splitter::Endings Splitter::endings(std::string_view normal) {
    constexpr std::size_t shortest = 3, longest = 8, before = 3;
    Endings begins;
    if (normal.size() < shortest + before)
        return begins;
    std::array<std::size_t, longest + before> starts; // of the last characters
    std::size_t characters = 0;
    for (std::size_t i = normal.size(); i-- > 0 && characters < starts.size();)
        if ((static_cast<unsigned char>(normal[i]) & 0xC0) != 0x80)
            starts[characters++] = i;
    for (std::size_t length = longest; length >= shortest; --length)
        if (characters >= length + before)
            begins.add(starts[length - 1]);
    return begins;
}

std::uint32_t Splitter::ending_key(std::string_view ending) {
    return feature_key(420, form_key(ending));
}

Splitter::Parts Splitter::split(std::span<const std::string> normal, std::size_t at, const KeyTable& lexicon,
                                std::string_view form) const {
    const std::uint32_t* known = tokens_.find(form_key(normal[at]));
    if (!known) {
        for (const std::size_t begin : endings(normal[at])) {
            known = endings_.find(ending_key(std::string_view(normal[at]).substr(begin)));
            if (!known)
                continue;
            if (form != fold_case(form))
                return {};
            Parts parts = choices_[*known].parts;
            if (!parts.empty())
                parts[0].insert(0, normal[at], 0, begin);
            return parts;
        }
        Parts parts = parts_at_hyphen(normal[at], lexicon);
        if (!parts.empty() && form != fold_case(form))
            parts.clear();
        return parts;
    }
    std::uint32_t choice = *known;
    if (!choices_[choice].last) {
        FeatureKeys keys;
        features(normal, at, lexicon, keys);
        std::vector<std::int32_t> scores(context_.classes());
        context_.score(keys, scores.data());
        std::uint32_t best = choice;
        for (std::uint32_t i = 0; i < scores.size(); ++i) {
            if (scores[i] > scores[best - choice])
                best = choice + i;
            if (choices_[choice + i].last)
                break;
        }
        choice = best;
    }
    return choices_[choice].parts;
}

} // namespace timeloom
