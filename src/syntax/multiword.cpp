#include "syntax/multiword.hpp"

#include "syntax/clues.hpp"

#include <algorithm>

namespace timeloom {

namespace {

std::uint32_t ending(std::string_view form, std::size_t bytes) {
    return form_key(form.substr(form.size() - std::min(form.size(), bytes)));
}

} // namespace

Splitter::Splitter(std::vector<Choice> choices, KeyTable tokens, KeyTable endings, LinearModel context)
    : choices_(std::move(choices)), tokens_(std::move(tokens)), endings_(std::move(endings)),
      context_(std::move(context)) {}

void Splitter::features(std::span<const std::string> normal, std::size_t at,
                        std::vector<std::uint32_t>& keys) {
    const std::string_view word = normal[at];
    const std::string_view before = at > 0 ? std::string_view(normal[at - 1]) : "<";
    const std::string_view after = at + 1 < normal.size() ? std::string_view(normal[at + 1]) : ">";
    const std::uint32_t w = form_key(word);
    keys.assign(
        {feature_key(400, w), feature_key(401, w, form_key(before)), feature_key(402, w, form_key(after)),
         feature_key(403, w, ending(before, 2)), feature_key(404, w, ending(before, 3)),
         feature_key(405, w, ending(after, 2)), feature_key(406, w, ending(after, 3)),
         feature_key(407, w, ending(before, 2), ending(after, 2)), feature_key(408, ending(before, 3)),
         feature_key(409, form_key(before)), feature_key(410, form_key(after))});
}

std::vector<std::size_t> Splitter::endings(std::string_view normal) {
    std::vector<std::size_t> starts; // of characters
    for (std::size_t i = 0; i < normal.size(); ++i)
        if ((static_cast<unsigned char>(normal[i]) & 0xC0) != 0x80)
            starts.push_back(i);
    std::vector<std::size_t> begins;
    for (std::size_t characters = 8; characters >= 3; --characters)
        if (starts.size() >= characters + 3)
            begins.push_back(starts[starts.size() - characters]);
    return begins;
}

std::uint32_t Splitter::ending_key(std::string_view ending) {
    return feature_key(420, form_key(ending));
}

Splitter::Parts Splitter::split(std::span<const std::string> normal, std::size_t at, bool by_ending) const {
    std::uint32_t choice = tokens_.find(form_key(normal[at]));
    if (choice == KeyTable::absent) {
        if (!by_ending)
            return {};
        for (const std::size_t begin : endings(normal[at])) {
            choice = endings_.find(ending_key(std::string_view(normal[at]).substr(begin)));
            if (choice == KeyTable::absent)
                continue;
            Parts parts = choices_[choice].parts;
            if (!parts.empty())
                parts[0].insert(0, normal[at], 0, begin);
            return parts;
        }
        return {};
    }
    if (!choices_[choice].last) {
        std::vector<std::uint32_t> keys;
        features(normal, at, keys);
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
