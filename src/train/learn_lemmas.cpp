#include "base/utf8.hpp"
#include "train/learners.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace timeloom {

namespace {

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool boundary(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// The change at the end that makes `lemma` of `form`.
LemmaScript ending(std::string_view form, std::string_view lemma, bool fold) {
    std::size_t common = 0;
    while (common < form.size() && common < lemma.size() && form[common] == lemma[common])
        ++common;
    while (!boundary(form, common) || !boundary(lemma, common))
        --common;
    LemmaScript script;
    script.fold = fold;
    script.drop = static_cast<std::uint8_t>(std::min<std::size_t>(characters(form.substr(common)), 255));
    script.append = lemma.substr(common);
    return script;
}

/// The shortest script: at most two characters cut inside, then a change at the end.
LemmaScript script_of(const std::string& form, const std::string& lemma) {
    LemmaScript best;
    std::size_t price = SIZE_MAX;
    const auto offer = [&](LemmaScript script) {
        const std::size_t cost = 2 * characters(script.cut) + script.drop + characters(script.append);
        if (cost < price && script.apply(form) == lemma) {
            best = std::move(script);
            price = cost;
        }
    };
    for (const bool fold : {true, false}) {
        const std::string start = fold ? fold_case(form) : form;
        offer(ending(start, lemma, fold));
        for (std::size_t at = 0; at + 3 < start.size(); ++at) {
            if (!boundary(start, at) || !boundary(start, at + 2))
                continue;
            const std::string cut = start.substr(at, 2);
            if (start.find(cut) != at)
                continue;
            LemmaScript script = ending(start.substr(0, at) + start.substr(at + 2), lemma, fold);
            script.cut = cut;
            offer(std::move(script));
        }
    }
    return best;
}

} // namespace

void learn_lemmas(const std::vector<const Lesson*>& lessons, ModelParts& parts) {
    using Seen = std::tuple<std::string, Upos, std::uint32_t>; // normal form, tag, bundle
    std::map<Seen, std::map<LemmaScript, std::size_t>> seen;
    for (const Lesson* lesson : lessons)
        for (const GoldWord& word : lesson->plain.gold)
            if (!word.lemma.empty())
                ++seen[{normal_form(word.form), word.upos, word.bundle}][script_of(word.form, word.lemma)];

    const auto favourite = [](const std::map<LemmaScript, std::size_t>& counts) {
        return std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; })->first;
    };
    // Every way to back off gets the favourite of the forms that it covers (each form has one vote) …
    std::map<std::uint32_t, std::map<LemmaScript, std::size_t>> votes;
    const auto keys_of = [&](const Seen& what) {
        const auto& [form, upos, bundle] = what;
        const std::array<Word, 1> word = {Word{Word::Kind::plain, form}};
        const Clues clues = clues_of(word, {}).front();
        std::array<std::uint32_t, LemmaRules::ways> keys;
        for (std::size_t way = 0; way < keys.size(); ++way)
            keys[way] = LemmaRules::key(way, clues, upos, bundle);
        return keys;
    };
    for (const auto& [what, counts] : seen) {
        const auto keys = keys_of(what);
        for (std::size_t i = 1; i < keys.size(); ++i)
            ++votes[keys[i]][favourite(counts)];
    }
    std::map<std::uint32_t, LemmaScript> rules;
    for (const auto& [key, counts] : votes)
        rules.emplace(key, favourite(counts));
    // … and a whole form with its bundle only where that would be wrong.
    for (const auto& [what, counts] : seen) {
        const auto keys = keys_of(what);
        if (rules.at(keys[1]) != favourite(counts))
            rules.emplace(keys[0], favourite(counts));
    }
    // A rule that says the same as the next one tried is left out.
    std::map<std::uint32_t, bool> needed;
    for (const auto& [what, counts] : seen) {
        const auto keys = keys_of(what);
        const LemmaScript* last = nullptr;
        for (std::size_t i = keys.size(); i-- > 0;) {
            const auto rule = rules.find(keys[i]);
            if (rule == rules.end())
                continue;
            bool& need = needed[keys[i]];
            need = need || last == nullptr || *last != rule->second;
            last = &rule->second;
        }
    }
    std::map<LemmaScript, std::uint32_t> numbers;
    parts.scripts.clear();
    parts.lemma_rules.clear();
    for (const auto& [key, script] : rules) {
        if (!needed[key])
            continue;
        const auto [number, fresh] = numbers.emplace(script, static_cast<std::uint32_t>(numbers.size()));
        if (fresh)
            parts.scripts.push_back(script);
        parts.lemma_rules.emplace_back(key, number->second);
    }
}

} // namespace timeloom
