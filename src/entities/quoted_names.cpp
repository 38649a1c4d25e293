#include "entities/quoted_names.hpp"

namespace timeloom {

namespace {

/// Does a quotation mark close right behind piece i?
bool closes_quotation(const NameLooks& looks, std::size_t i) {
    const auto begin = looks.pieces[i].span.end;
    const auto end = i + 1 < looks.pieces.size() ? looks.pieces[i + 1].span.begin : looks.text.size();
    auto behind = looks.text.substr(begin, end - begin);
    for (const std::string_view blank : {" ", "\u00A0", "\u202F", "!", "?", "…"})
        while (behind.starts_with(blank))
            behind.remove_prefix(blank.size());
    for (const std::string_view mark : {"\"", "“", "”", "»", "«", "’"})
        if (behind.starts_with(mark))
            return true;
    return false;
}

} // namespace

QuotedName quoted_name(const NameLooks& looks, std::size_t i) {
    constexpr std::size_t longest = 8, farthest = 5;
    const auto& first = looks.pieces[i];
    if (!first.quoted || first.barred || i == 0 || !(first.capital || first.digit))
        return {};
    auto last = i;
    while (!closes_quotation(looks, last)) {
        ++last;
        if (last == looks.pieces.size() || last == i + longest || looks.pieces[last].quoted ||
            looks.pieces[last].sentence != first.sentence)
            return {};
    }
    for (auto at = i; at > 0 && at + farthest > i && looks.pieces[at - 1].sentence == first.sentence; --at) {
        const auto word = looks.name_word(at - 1);
        if (word && word->use == NameWordUse::before &&
            (looks.words.capital_nouns || !looks.pieces[at - 1].capital) &&
            (word->type == EntityType::work || word->type == EntityType::product))
            return {last + 1, word->type};
        if (at < i && looks.pieces[at].gap == Gap::wide)
            break;
    }
    return {};
}

} // namespace timeloom
