#include "entities/offices.hpp"

#include <algorithm>
#include <optional>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

} // namespace

std::size_t refer_to_role(ReferenceContext& c, std::size_t i, std::size_t at) {
    if (at > i && !c.goes_on(at))
        return i;
    const auto length = c.title_at(at);
    if (length == 0)
        return i;
    auto end = at + length;
    const auto word = c.pieces[end - 1].word;
    bool of_what = false;
    if (c.goes_on(end) && c.has(end, small_of)) {
        const auto k = c.past_of(end);
        of_what = true;
        if (c.goes_on(k) && c.names_a(EntityType::organization, k))
            end = c.mention(c.name_at(k)).end;
    }
    const auto person = [&](std::uint32_t m) {
        return m != none && c.is(c.mention(m).entity, EntityType::person);
    };
    const auto beside = [&](std::size_t k) {
        return k < c.pieces.size() && c.pieces[k].gap == Gap::comma &&
               c.pieces[k].sentence == c.pieces[i].sentence;
    };
    std::uint32_t entity = none;
    if (i > 0 && beside(i) && person(c.name_at(i - 1)))
        entity = c.mention(c.name_at(i - 1)).entity; // "Ana Ruiz, the CEO"
    if (entity == none && beside(end) && person(c.name_at(end)))
        entity = c.mention(c.name_at(end)).entity;
    const auto sentence = c.pieces[i].sentence;
    if (entity == none && (i == at || (c.goes_on(end) && (c.name_at(end) != none || c.pieces[end].capital))))
        return i; // "the president Ana Ruiz"
    for (auto it = c.said.rbegin();
         it != c.said.rend() && it->sentence + 2 * antecedent_window >= sentence && entity == none; ++it)
        if (c.is(it->entity, EntityType::person) && c.said_of(word, it->entity))
            entity = it->entity;
    if (entity == none && of_what)
        return i; // of what, may be somebody else
    if (entity == none) {
        for (auto it = c.said.rbegin(); it != c.said.rend() && it->sentence + 2 >= sentence; ++it) {
            if (!c.is(it->entity, EntityType::person))
                continue;
            if (entity != none && entity != it->entity)
                return i;
            entity = it->entity;
        }
    }
    if (entity == none)
        return i;
    c.say(i, end, entity);
    return end;
}

std::size_t role_beside_name(ReferenceContext& c, std::size_t i) {
    const bool behind = i > 0 && c.goes_on(i) && c.names_a(EntityType::organization, i - 1);
    bool before = false; // a name not far ahead, or not worth the look
    for (auto k = i + 1; k < i + 8 && k < c.pieces.size() && c.pieces[k].sentence == c.pieces[i].sentence;
         ++k)
        before |= c.names_a(EntityType::person, k);
    if (!behind && !before)
        return i;
    const auto length = c.title_at(i);
    if (length == 0)
        return i;
    auto end = i + length;
    if (c.goes_on(end) && c.has(end, small_of)) {
        const auto k = c.past_of(end);
        if (c.goes_on(k) && c.names_a(EntityType::organization, k))
            end = c.mention(c.name_at(k)).end;
    }
    const auto next = c.name_at(end);
    const bool beside = next != none && c.mention(next).first == end &&
                        c.is(c.mention(next).entity, EntityType::person) &&
                        (c.goes_on(end) ||
                         (c.pieces[end].gap == Gap::comma && c.pieces[end].sentence == c.pieces[i].sentence));
    const auto begin = behind ? c.mention(c.name_at(i - 1)).first : i;
    if (beside) {
        c.say(begin, end, c.mention(next).entity);
        return end;
    }
    const auto word = c.pieces[i + length - 1].word;
    if (!behind || !c.is_role(word))
        return i;
    for (auto it = c.said.rbegin();
         it != c.said.rend() && it->sentence + 2 * antecedent_window >= c.pieces[i].sentence; ++it)
        if (c.is(it->entity, EntityType::person) && c.said_of(word, it->entity)) {
            c.say(begin, end, it->entity);
            return end;
        }
    return i;
}

} // namespace timeloom
