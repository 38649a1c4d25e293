#include "entities/offices.hpp"

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

/// The organisation that a role at pieces [.., end) belongs to ("of Brontix" behind it); none when not said.
std::uint32_t organization_after(const ReferenceContext& c, std::size_t end) {
    if (!c.goes_on(end) || !c.has(end, small_of))
        return none;
    const auto k = c.past_of(end);
    return c.goes_on(k) && c.names_a(EntityType::organization, k) ? c.mention(c.name_at(k)).entity : none;
}

/// The same for a name before it: "Brontix CEO", "Brontix-Chef".
std::uint32_t organization_before(const ReferenceContext& c, std::size_t begin) {
    return begin > 0 && c.goes_on(begin) && c.names_a(EntityType::organization, begin - 1)
               ? c.mention(c.name_at(begin - 1)).entity
               : none;
}

} // namespace

Offices::Offices(const ReferenceContext& c) {
    const auto learn = [&](std::size_t title_end, std::uint32_t organization, std::uint32_t person) {
        if (organization != none)
            holders_.try_emplace({c.stem(title_end - 1), organization}, person);
    };
    for (const auto& m : c.names.mentions) {
        if (m.nested || !c.is(m.entity, EntityType::person))
            continue;
        // "Brontix CEO Ana Ruiz"
        if (const auto length = c.r.words.title_before(c.pieces, m.first, c.r.text); length > 0)
            learn(m.first, organization_before(c, m.first - length), m.entity);
        // "the head of Brontix, Ana Ruiz"
        if (m.first > 0 && c.names_a(EntityType::organization, m.first - 1) &&
            c.pieces[m.first].sentence == c.pieces[m.first - 1].sentence &&
            (c.goes_on(m.first) || c.pieces[m.first].gap == Gap::comma)) {
            const auto& body = c.mention(c.name_at(m.first - 1));
            auto end = static_cast<std::size_t>(body.first);
            while (end > 0 && c.goes_on(end) && c.has(end - 1, small_of | small_article))
                --end;
            if (end > 0 && end < body.first && c.r.words.title_before(c.pieces, end, c.r.text) > 0)
                learn(end, body.entity, m.entity);
        }
        // "Ana Ruiz, the head of Brontix", "Ana Ruiz, Brontix CEO"
        std::size_t k = m.end;
        if (k >= c.pieces.size() || c.pieces[k].gap != Gap::comma ||
            c.pieces[k].sentence != c.pieces[m.first].sentence)
            continue;
        while (k < m.end + 2 && c.has(k, small_article | small_former) && c.goes_on(k + 1))
            ++k;
        auto body = none;
        if (c.names_a(EntityType::organization, k) && c.goes_on(c.mention(c.name_at(k)).end)) {
            body = c.mention(c.name_at(k)).entity;
            k = c.mention(c.name_at(k)).end;
        }
        if (const auto length = c.title_at(k); length > 0)
            learn(k + length, body != none ? body : organization_after(c, k + length), m.entity);
    }
}

std::uint32_t Offices::holder(std::uint64_t office, std::uint32_t organization) const {
    const auto at = holders_.find({office, organization});
    return at == holders_.end() ? none : at->second;
}

bool Offices::held_elsewhere(std::uint64_t office, std::uint32_t organization) const {
    const auto at = holders_.lower_bound({office, 0});
    return at != holders_.end() && at->first.first == office && !holders_.contains({office, organization});
}

std::size_t refer_to_role(ReferenceContext& c, const Offices& offices, const People& people, std::size_t i,
                          std::size_t at) {
    if (at > i && !c.goes_on(at))
        return i;
    const auto noun = c.r.words.persons.at(c.pieces, at, std::min(at + 6, c.pieces.size()), c.r.text);
    const auto length = std::max(c.title_at(at), noun.many ? 0 : noun.length);
    if (length == 0)
        return i;
    auto end = at + length;
    const auto office = c.stem(end - 1);
    const bool of_what = c.goes_on(end) && c.has(end, small_of);
    const auto body = organization_after(c, end);
    if (body != none)
        end = c.mention(c.name_at(c.past_of(end))).end;
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
    if (entity == none && named_behind(c, at + length) != none)
        return i; // nobody of before
    if (entity == none)
        entity = people.holder_in_lead(at);
    if (entity == none && body != none) {
        entity = offices.holder(office, body);
        if (entity == none && offices.held_elsewhere(office, body))
            return i;
    }
    if (entity == none && noun.length == length)
        entity = people.meant(c, at, noun, of_what ? c.stem(c.past_of(at + length)) : 0);
    for (auto it = c.said.rbegin();
         it != c.said.rend() && it->sentence + 2 * antecedent_window >= sentence && entity == none; ++it)
        if (c.is(it->entity, EntityType::person) && c.said_of(office, it->entity))
            entity = it->entity;
    if (entity == none && of_what)
        return i; // of what, may be somebody else
    if (entity == none) {
        for (auto it = c.said.rbegin(); it != c.said.rend() && it->sentence + 2 >= sentence; ++it) {
            if (!c.is(it->entity, EntityType::person))
                continue;
            if (c.has_role(it->entity) || people.is_told(it->entity))
                return i; // known by another
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

std::size_t role_beside_name(ReferenceContext& c, const Offices& offices, std::size_t i) {
    const auto length = c.title_at(i);
    if (length == 0)
        return i;
    const bool behind = i > 0 && c.goes_on(i) && c.names_a(EntityType::organization, i - 1);
    bool before = false; // a name not far ahead, or not worth the look
    for (auto k = i + 1; k < i + 8 && k < c.pieces.size() && c.pieces[k].sentence == c.pieces[i].sentence;
         ++k)
        before |= c.names_a(EntityType::person, k);
    if (!behind && !before)
        return i;
    auto end = i + length;
    if (c.goes_on(end) && c.has(end, small_of)) {
        const auto k = c.past_of(end);
        if (c.goes_on(k) && c.names_a(EntityType::organization, k)) {
            end = c.mention(c.name_at(k)).end;
        } else if (const auto body =
                       c.goes_on(k) ? c.r.words.description_at(c.pieces, k, c.r.text) : std::nullopt) {
            const auto name = k + body->first; // "il CEO della società Ana Ruiz"
            if (c.goes_on(name) && c.names_a(EntityType::person, name)) {
                end = name;
                if (const auto whose = c.antecedent(k, body->second, c.stem(k), {}); whose != none)
                    c.say(k, end, whose);
            }
        }
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
    if (!behind)
        return i;
    const auto office = c.stem(i + length - 1);
    const auto body = c.mention(c.name_at(i - 1)).entity;
    if (const auto holder = offices.holder(office, body); holder != none) {
        c.say(begin, end, holder);
        return end;
    }
    if (!c.is_role(office) || offices.held_elsewhere(office, body))
        return i;
    for (auto it = c.said.rbegin();
         it != c.said.rend() && it->sentence + 2 * antecedent_window >= c.pieces[i].sentence; ++it)
        if (c.is(it->entity, EntityType::person) && c.said_of(office, it->entity)) {
            c.say(begin, end, it->entity);
            return end;
        }
    return i;
}

} // namespace timeloom
