#include "train/examples.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

std::string_view base(std::string_view relation) {
    return relation.substr(0, relation.find(':'));
}

bool is_number(std::string_view form) {
    return !form.empty() && std::ranges::all_of(form, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view form) {
    return is_number(form) && form.size() == 4 && (form.starts_with("19") || form.starts_with("20"));
}

/// Words first … last that become one.
struct Group {
    std::size_t first, last;
    Word::Kind kind;
};

/// The name that word `at` is the head of: it and its flat and compound parts, when they stand side by side.
Group name_at(const std::vector<GoldWord>& gold, std::size_t at) {
    const auto part = [&](std::size_t i, std::size_t head) {
        return gold[i].upos == Upos::PROPN && gold[i].head == static_cast<std::int32_t>(head) &&
               (base(gold[i].relation) == "flat" || base(gold[i].relation) == "compound");
    };
    std::size_t first = at, last = at;
    while (first > 0 && part(first - 1, at))
        --first;
    while (last + 1 < gold.size() && part(last + 1, at))
        ++last;
    return {first, last, Word::Kind::name};
}

bool is_date_word(const GoldWord& word, const DateWords& dates) {
    return std::ranges::count(dates.names, fold_case(word.form)) > 0 || is_number(word.form);
}

/// The date that begins at word `at`, or an empty group.
Group date_at(const std::vector<GoldWord>& gold, std::size_t at, const DateWords& dates) {
    const Group nothing{at + 1, at, Word::Kind::time};
    if (!is_date_word(gold[at], dates))
        return nothing;
    std::size_t last = at, named = 0;
    for (std::size_t i = at; i < gold.size(); ++i) {
        const bool date = is_date_word(gold[i], dates);
        if (!date && !std::ranges::count(dates.linking, fold_case(gold[i].form)))
            break;
        if (date)
            last = i;
        named += date && !is_number(gold[i].form);
    }
    if (named == 0 && !(last == at && is_year(gold[at].form)))
        return nothing;
    const auto inside = [&](std::int32_t i) {
        return i >= static_cast<std::int32_t>(at) && i <= static_cast<std::int32_t>(last);
    };
    const auto tops = std::count_if(gold.begin() + static_cast<std::ptrdiff_t>(at),
                                    gold.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                    [&](const GoldWord& word) { return !inside(word.head); });
    return tops == 1 ? Group{at, last, Word::Kind::time} : nothing;
}

/// Every word belongs to one group, in order; ordinary words to one of their own.
std::vector<Group> groups_of(const Example& example, const DateWords& dates) {
    std::vector<Group> groups;
    const auto& gold = example.gold;
    std::vector<std::size_t> name_end(gold.size(), 0); // by first word: one past the last
    for (std::size_t i = 0; i < gold.size(); ++i) {
        if (gold[i].upos != Upos::PROPN)
            continue;
        const std::string_view relation = base(gold[i].relation);
        const bool is_part = (relation == "flat" || relation == "compound") && gold[i].head >= 0 &&
                             gold[static_cast<std::size_t>(gold[i].head)].upos == Upos::PROPN;
        if (is_part)
            continue;
        const Group group = name_at(gold, i);
        name_end[group.first] = group.last + 1;
    }
    for (std::size_t i = 0; i < gold.size(); i = groups.back().last + 1) {
        Group group = date_at(gold, i, dates);
        if (group.first > group.last)
            group = {i, i, Word::Kind::plain};
        if (group.kind == Word::Kind::plain && name_end[i] > i)
            group = {i, name_end[i] - 1, Word::Kind::name};
        groups.push_back(group);
    }
    return groups;
}

} // namespace

Example example_of(const GoldSentence& sentence) {
    Example example;
    for (const GoldWord& word : sentence.words)
        example.words.push_back({Word::Kind::plain, word.form});
    example.gold = sentence.words;
    example.treebank = sentence.treebank;
    return example;
}

Example with_units(const Example& example, const DateWords& dates) {
    const std::vector<Group> groups = groups_of(example, dates);
    std::vector<std::int32_t> group_of(example.gold.size());
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (std::size_t i = groups[g].first; i <= groups[g].last; ++i)
            group_of[i] = static_cast<std::int32_t>(g);
    Example out;
    out.treebank = example.treebank;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::size_t top = groups[g].first; // the part whose head is outside
        std::string form;
        for (std::size_t i = groups[g].first; i <= groups[g].last; ++i) {
            const std::int32_t head = example.gold[i].head;
            if (head < 0 || group_of[static_cast<std::size_t>(head)] != static_cast<std::int32_t>(g))
                top = i;
            form += (form.empty() ? "" : " ") + example.gold[i].form;
        }
        GoldWord word = example.gold[top];
        if (word.head >= 0)
            word.head = group_of[static_cast<std::size_t>(word.head)];
        word.form = form;
        if (groups[g].kind != Word::Kind::plain) {
            word.upos = Upos::PROPN;
            word.bundle = 0;
            word.lemma = form;
        }
        out.words.push_back({groups[g].kind, form});
        out.gold.push_back(std::move(word));
    }
    return out;
}

} // namespace timeloom
