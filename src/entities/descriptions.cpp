#include "entities/descriptions.hpp"

#include "entities/offices.hpp"

#include <algorithm>
#include <optional>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

/// The noun of a description at piece i, with its length.
std::optional<std::pair<std::size_t, Description>> noun_at(const ReferenceContext& c, std::size_t i) {
    if (const auto match = c.r.words.descriptions_index.at(c.pieces, i, std::min(c.pieces.size(), i + 4));
        match.length > 0)
        return std::pair{static_cast<std::size_t>(match.length), c.r.words.descriptions[match.value]};
    if (!c.r.words.description_endings.empty() && c.pieces[i].span.length() > 6) {
        const auto word = c.r.words.fold(c.pieces[i], c.r.text);
        for (const auto& [ending, description] : c.r.words.description_endings)
            if (word.size() > ending.size() + 1 && word.ends_with(ending))
                return std::pair{std::size_t{1}, description};
    }
    return std::nullopt;
}

} // namespace

std::size_t describe(ReferenceContext& c, const Offices& offices, std::size_t i) {
    if (!c.has(i, small_article | small_this))
        return i;
    auto at = i + 1;
    std::uint32_t modifier = none; // a name inside: "the ChatGPT maker"
    std::size_t noun = 0;
    std::optional<std::pair<std::size_t, Description>> found;
    for (int skipped = 0; c.goes_on(at) && skipped < 3; ++at, ++skipped) {
        if (c.name_at(at) != none) {
            const auto& mention = c.mention(c.name_at(at));
            if (modifier != none || !(c.goes_on(mention.end)))
                break;
            modifier = mention.entity;
            at = mention.end - 1;
            continue;
        }
        if ((found = noun_at(c, at))) {
            noun = at;
            break;
        }
        if (c.has(at, ~0u & ~static_cast<std::uint32_t>(small_never | small_two | small_former)))
            return i;
        if (const auto* kind = c.r.words.common.find(c.pieces[at].word); kind && *kind == 'n')
            break;
        if (c.title_at(at) > 0)
            break;
    }
    if (!found)
        return refer_to_role(c, offices, i, i + 1);
    const Description description = found->second;
    auto end = noun + found->first;
    if (description.many || description.except == c.pieces[i].word)
        return i;
    if (c.goes_on(end) && c.name_at(end) != none &&
        c.names.entities[c.mention(c.name_at(end)).entity].type() == description.type)
        return i; // "the company Brontix": the name says it
    std::uint32_t entity = none;
    // "… of Redmond", "… of ChatGPT"
    if (c.goes_on(end) && c.has(end, small_of | small_by)) {
        const auto k = c.past_of(end);
        if (c.goes_on(k) && c.name_at(k) != none) {
            const auto& mention = c.mention(c.name_at(k));
            if (c.names.entities[mention.entity].type() == EntityType::place || description.maker ||
                description.type == EntityType::organization)
                entity = c.owner_of(mention.entity);
            if (entity == none)
                return i; // "la empresa de Elon Musk": not known whose it is
            end = mention.end;
        }
    }
    if (entity == none && modifier != none) {
        entity = c.owner_of(modifier);
        if (entity == none)
            return i;
    }
    if (entity == none && description.maker && !c.is_role(c.stem(noun)))
        return i;
    if (entity == none)
        entity = c.antecedent(i, description.type, c.stem(noun));
    if (entity == none || c.names.entities[entity].type() != description.type)
        return i;
    c.say(i, end, entity);
    return end;
}

std::size_t describe_several(ReferenceContext& c, std::size_t i) {
    auto at = i;
    bool pair = false;
    while (at < i + 3 && at < c.pieces.size() && (at == i || c.goes_on(at)) &&
           c.has(at, small_both | small_two | small_article)) {
        pair |= c.has(at, small_both) || (c.has(at, small_two) && at > i && c.has(i, small_article));
        ++at;
    }
    if (!pair || at == i || !c.goes_on(at))
        return i;
    if (!noun_at(c, at) && c.goes_on(at + 1))
        ++at; // an adjective
    const auto found = noun_at(c, at);
    if (!found)
        return i;
    const auto sentence = c.pieces[i].sentence;
    std::vector<std::uint32_t> two;
    for (auto it = c.said.rbegin();
         it != c.said.rend() && it->sentence + antecedent_window >= sentence && two.size() < 2; ++it)
        if (c.names.entities[it->entity].type() == found->second.type && !c.is_institution(it->entity) &&
            std::find(two.begin(), two.end(), it->entity) == two.end())
            two.push_back(it->entity);
    if (two.size() < 2)
        return i;
    const auto end = at + found->first;
    for (const auto entity : {two[1], two[0]})
        c.say(i, end, entity, true);
    return end;
}

} // namespace timeloom
