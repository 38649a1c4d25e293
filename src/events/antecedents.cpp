#include "events/antecedents.hpp"

#include <algorithm>

namespace timeloom {

namespace {

using Standing = Antecedent::Standing;

constexpr int deepest_list = 8; ///< coordinated words passed on the way to the first

/// The first word of the coordination or apposition that a word stands in.
std::uint32_t first_of(const SentenceView& view, std::uint32_t word) {
    for (int steps = 0; steps < deepest_list; ++steps) {
        const auto& at = view.words[word];
        if (at.head < 0 ||
            (at.relation != Deprel::conj && at.relation != Deprel::flat && at.relation != Deprel::appos))
            break;
        word = std::uint32_t(at.head);
    }
    return word;
}

Standing standing_of(const SentenceView& view, std::uint32_t word) {
    const auto& at = view.words[word];
    if (at.head < 0)
        return Standing::other;
    const auto kind = view.clauses.empty() ? Clause::Kind::main : view.clauses[at.clause].kind;
    if (kind != Clause::Kind::main && kind != Clause::Kind::coordinate)
        return Standing::other;
    switch (at.relation) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
        return Standing::subject;
    case Deprel::obj:
        return Standing::object;
    default:
        return Standing::other;
    }
}

/// By its article, by itself where it is a common noun, or by the noun that it stands beside.
Features::Gender gender_of(const SentenceView& view, std::uint32_t word) {
    const auto& at = view.words[word];
    for (const auto child : view.children_of(word)) {
        if (view.words[child].relation != Deprel::det && view.words[child].relation != Deprel::case_)
            continue;
        const bool he = view.has(child, ClassOf::masculine), she = view.has(child, ClassOf::feminine);
        if (he != she)
            return he ? Features::Gender::masculine : Features::Gender::feminine;
    }
    if (at.upos == Upos::NOUN || at.features.gender != Features::Gender::none)
        return at.features.gender;
    if ((at.relation == Deprel::appos || at.relation == Deprel::flat) && at.head >= 0 &&
        view.words[std::size_t(at.head)].upos == Upos::NOUN)
        return view.words[std::size_t(at.head)].features.gender;
    return Features::Gender::none;
}

} // namespace

std::vector<Antecedent> antecedents_in(const SentenceView& view, std::uint32_t end) {
    std::vector<Antecedent> found;
    if (!view.parsed)
        return found;
    for (std::uint32_t i = 0; i < end; ++i) {
        const auto& word = view.words[i];
        const auto first = first_of(view, i);
        const auto standing = standing_of(view, first);
        const bool unnamed = !word.names() && word.upos == Upos::NOUN && standing != Standing::other;
        if (!word.names() && !unnamed)
            continue;
        Antecedent one{no_index, i, first, standing, gender_of(view, i), true};
        one.alone = first == i && std::ranges::none_of(view.children_of(i), [&](auto child) {
                        return view.words[child].relation == Deprel::conj;
                    });
        found.push_back(one);
        for (std::uint32_t m = 0; m < word.mention_count; ++m) {
            found.back().mention = word.first_mention + m;
            found.back().alone = one.alone && word.mention_count == 1;
            if (m + 1 < word.mention_count)
                found.push_back(found.back());
        }
    }
    return found;
}

std::vector<std::uint32_t> choose_antecedent(const ReadingContext& context,
                                             std::span<const Antecedent> antecedents, const PronounUse& use,
                                             std::span<const std::uint32_t> barred) {
    const auto& mentions = context.entities.mentions;
    const auto agrees = [&](const Antecedent& a) {
        if (use.gender != Features::Gender::none && a.gender != Features::Gender::none &&
            use.gender != a.gender)
            return false;
        if (a.mention == no_index)
            return !use.human;
        const auto type = context.type_of(a.mention);
        if (type == EntityType::place || !(use.types >> unsigned(type) & 1U) ||
            (type == EntityType::person && use.thing) || (type != EntityType::person && use.human) ||
            mentions[a.mention].kind == MentionKind::possessive)
            return false;
        return std::ranges::find(barred, mentions[a.mention].entity) == barred.end();
    };
    const Standing orders[2][2] = {{Standing::object, Standing::subject},
                                   {Standing::subject, Standing::object}};
    for (const auto standing : orders[use.subject]) {
        std::vector<std::uint32_t> chosen;
        auto group = no_index;
        bool several = false;
        for (const auto& a : antecedents) {
            if (a.standing != standing || a.alone == use.several || !agrees(a))
                continue;
            if (a.mention == no_index)
                return {}; // a common noun may be meant
            several |= group != no_index && group != a.group;
            if (group == no_index || group == a.group) {
                group = a.group;
                chosen.push_back(a.mention);
            }
        }
        if (several)
            return {};
        if (!chosen.empty())
            return chosen;
        if (use.subject && use.several)
            break;
    }
    if (!use.human || use.several)
        return {};
    // the only person
    std::vector<std::uint32_t> chosen;
    for (const auto& a : antecedents) {
        if (a.mention == no_index || !agrees(a))
            continue;
        const auto entity = mentions[a.mention].entity;
        if (!chosen.empty() && mentions[chosen.front()].entity != entity)
            return {};
        chosen = {a.mention};
    }
    return chosen;
}

} // namespace timeloom
