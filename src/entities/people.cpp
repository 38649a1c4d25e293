#include "entities/people.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;
constexpr std::size_t farthest = 10; ///< pieces between a noun and the name that it is said of

PersonNoun noun_at(const ReferenceContext& c, std::size_t i) {
    return c.r.words.persons.at(c.pieces, i, std::min(i + 6, c.pieces.size()), c.r.text);
}

/// Stem of the word that "of" and articles behind a noun lead to; 0 for none.
std::uint64_t whose(const ReferenceContext& c, std::size_t end) {
    if (!c.goes_on(end) || !c.has(end, small_of))
        return 0;
    const auto k = c.past_of(end);
    return c.goes_on(k) ? c.stem(k) : 0;
}

/// May stand between a noun and the name that it is said of: "del club", "actual", "of Brontix"; the name of
/// somebody else only behind "of".
bool completes(const ReferenceContext& c, std::size_t i) {
    if (c.names_a(EntityType::person, i) && c.mention(c.name_at(i)).first == i && !c.has(i - 1, small_of))
        return false;
    if (c.name_at(i) != none || c.has(i, small_of | small_article | small_in | small_for | small_and))
        return true;
    const auto* kind = c.r.words.common.find(c.pieces[i].word);
    return c.pieces[i].capital || c.r.words.demonyms.contains(c.pieces[i].word) ||
           (kind && (*kind == 'a' || *kind == 'n'));
}

/// An adjective or nationality: "el empresario chileno Juan Mora".
bool describes(const ReferenceContext& c, std::size_t i) {
    const auto* kind = c.r.words.common.find(c.pieces[i].word);
    return c.name_at(i) == none && (c.r.words.demonyms.contains(c.pieces[i].word) || (kind && *kind == 'a'));
}

/// Stem of the last word of a noun that has its own "of": "Presidente da República"; 0 for others.
std::uint64_t complement_of(const ReferenceContext& c, std::size_t i, const PersonNoun& noun) {
    const auto last = i + noun.length - 1;
    for (auto k = i + 1; k < last; ++k)
        if (c.has(k, small_of))
            return c.stem(last);
    return 0;
}

/// "Prime Minister", where "Minister" at piece i is a noun as well.
PersonNoun longest(const ReferenceContext& c, std::size_t i, const PersonNoun& noun) {
    const auto before = i - std::min<std::size_t>(i, 2);
    for (auto k = before; k < i; ++k)
        if (const auto whole = noun_at(c, k); k + whole.length == i + noun.length)
            return whole;
    return noun;
}

} // namespace

std::uint32_t named_behind(const ReferenceContext& c, std::size_t end) {
    for (auto i = end; i < std::min(end + farthest, c.pieces.size()) && c.goes_on(i); ++i) {
        if (c.names_a(EntityType::person, i) && i > end && !c.has(i - 1, small_of))
            return c.mention(c.name_at(i)).entity;
        if (!completes(c, i) || c.has(i, small_and))
            break;
    }
    return none;
}

People::People(const ReferenceContext& c) {
    for (const auto& m : c.names.mentions) {
        if (m.nested || !c.is(m.entity, EntityType::person))
            continue;
        learn_before(c, m);
        learn_behind(c, m);
    }
    learn_headline(c);
    learn_lead(c);
    learn_accused(c);
}

/// The lead tells by an office what the headline tells by the name: "Ruiz resigns", "The head of Brontix
/// resigned".
void People::learn_headline(const ReferenceContext& c) {
    std::uint32_t person = none;
    for (const auto& m : c.names.mentions) {
        if (!c.pieces[m.first].heading || c.pieces[m.first].sentence != c.pieces[0].sentence ||
            !c.is(m.entity, EntityType::person))
            continue;
        if (person != none && person != m.entity)
            return;
        person = m.entity;
    }
    if (person == none)
        return;
    auto i = static_cast<std::size_t>(0);
    while (i < c.pieces.size() && c.pieces[i].heading)
        ++i;
    for (const auto lead = i; i < c.pieces.size() && c.pieces[i].sentence <= c.pieces[lead].sentence + 1;
         ++i) {
        if (c.names_a(EntityType::person, i))
            return;
        const auto noun = noun_at(c, i);
        if (noun.length == 0 || i == 0 || !c.has(i - 1, small_article))
            continue;
        const auto end = i + noun.length;
        const auto body = c.past_of(end - 1 + (c.goes_on(end) && c.has(end, small_of) ? 1 : 0));
        if (!noun.many && c.goes_on(body) && c.name_at(body) != none &&
            !c.names_a(EntityType::person, body) && !is_told(person))
            tell(c, person, noun, end);
        return;
    }
}

/// The lead tells by an office whom the next sentences name and say nothing else of: "The head of Brontix
/// resigned. Eva Ruiz had led …".
void People::learn_lead(const ReferenceContext& c) {
    constexpr std::uint32_t near = 2; // sentences behind the lead
    auto i = static_cast<std::size_t>(0);
    while (i < c.pieces.size() && c.pieces[i].heading)
        ++i;
    const auto lead = i;
    PersonNoun office;
    std::size_t end = 0;
    for (; i < c.pieces.size() && c.pieces[i].sentence == c.pieces[lead].sentence; ++i) {
        if (c.names_a(EntityType::person, i))
            return;
        office = noun_at(c, i);
        end = i + std::max<std::size_t>(office.length, c.title_at(i));
        if (end > i && i > lead && c.has(i - 1, small_article))
            break;
        end = 0;
    }
    const auto body = c.past_of(end);
    if (end == 0 || office.many || !c.goes_on(end) || !c.has(end, small_of) ||
        !c.names_a(EntityType::organization, body) || named_behind(c, end) != none)
        return;
    std::vector<bool> seen(c.names.entities.size(), false);
    for (const auto& m : c.names.mentions) {
        if (!c.is(m.entity, EntityType::person) || c.pieces[m.first].heading || m.nested)
            continue;
        const auto sentence = c.pieces[m.first].sentence;
        if (sentence > c.pieces[lead].sentence + near)
            return;
        if (sentence > c.pieces[lead].sentence && !seen[m.entity]) {
            if (is_told(m.entity) || (m.first > 0 && c.has(m.first - 1, small_of)))
                return;
            office_ = i;
            holder_ = m.entity;
            if (office.length > 0)
                tell(c, m.entity, office, end);
            return;
        }
        seen[m.entity] = true;
    }
}

void People::tell(const ReferenceContext& c, std::uint32_t entity, const PersonNoun& noun, std::size_t end) {
    const auto inside = complement_of(c, end - noun.length, noun);
    told_.push_back({entity, c.r.words.persons.with_implied(noun.kinds), noun.man, noun.woman,
                     inside != 0 ? inside : whose(c, end)});
}

/// "Mayor Ana Ruiz", "la alcaldesa actual, Ana Ruiz", "the head of Brontix, Ana Ruiz".
void People::learn_before(const ReferenceContext& c, const NameMention& name) {
    const bool comma = c.pieces[name.first].gap == Gap::comma;
    if (name.first == 0 || c.pieces[name.first].sentence != c.pieces[name.first - 1].sentence ||
        (!comma && !c.goes_on(name.first)))
        return;
    const auto lowest = name.first - std::min<std::size_t>(name.first, farthest);
    for (auto i = static_cast<std::size_t>(name.first); i > lowest; --i) {
        const auto k = i - 1;
        if (c.pieces[k].sentence != c.pieces[name.first].sentence)
            return;
        if (const auto noun = noun_at(c, k); noun.length > 0 && !noun.many && c.name_at(k) == none) {
            const auto end = k + noun.length;
            bool whole = end <= name.first;
            const bool of = c.has(end, small_of); // "la ministra delle Finanze Ana Ruiz"
            for (auto between = end; between < name.first && whole; ++between)
                whole = describes(c, between) ||
                        ((comma || (of && !c.has(between, small_and | small_in | small_for))) &&
                         completes(c, between));
            if (whole) {
                tell(c, name.entity, longest(c, k, noun), end);
                return;
            }
        }
        if ((k + 1 < name.first && !c.goes_on(k + 1)) || !completes(c, k))
            return;
    }
}

/// "Ana Ruiz, mayor of Brontia", "Ana Ruiz (SPD)".
void People::learn_behind(const ReferenceContext& c, const NameMention& name) {
    const auto& words = c.r.words;
    const std::size_t end = name.end;
    if (end >= c.pieces.size() || c.pieces[end].sentence != c.pieces[name.first].sentence)
        return;
    const auto between =
        c.r.text.substr(c.pieces[end - 1].span.end, c.pieces[end].span.begin - c.pieces[end - 1].span.end);
    if (between == " (" && c.names_a(EntityType::organization, end)) {
        told_.push_back(
            {name.entity, words.persons.with_implied(words.persons.bit_of("politician")), false, false, 0});
        return;
    }
    if (c.pieces[end].gap != Gap::comma)
        return;
    for (auto k = end; k < c.pieces.size() && k < end + 5 && (k == end || c.goes_on(k)); ++k) {
        if (const auto noun = noun_at(c, k); noun.length > 0 && !noun.many) {
            const bool of_another =
                c.goes_on(k + noun.length) && c.names_a(EntityType::person, k + noun.length);
            if (!of_another)
                tell(c, name.entity, noun, k + noun.length);
            return;
        }
        const auto* kind = words.common.find(c.pieces[k].word);
        if (c.name_at(k) == none && words.small(c.pieces[k]) == 0 &&
            !words.demonyms.contains(c.pieces[k].word) && !(kind && *kind == 'a'))
            return;
    }
}

/// Whoever is named in one sentence with "defendant", "charged", "acusado", but those of the court.
void People::learn_accused(const ReferenceContext& c) {
    const auto& persons = c.r.words.persons;
    const auto accused = persons.bit_of("accused");
    const auto court = persons.court();
    std::vector<bool> charged; // by sentence
    for (std::size_t i = 0; i < c.pieces.size(); ++i)
        if (noun_at(c, i).kinds & accused) {
            charged.resize(std::max<std::size_t>(charged.size(), c.pieces[i].sentence + 1));
            charged[c.pieces[i].sentence] = true;
        }
    std::vector<std::uint32_t> seen;
    for (const auto& m : c.names.mentions) {
        const auto sentence = c.pieces[m.first].sentence;
        if (m.nested || !c.is(m.entity, EntityType::person) || sentence >= charged.size() ||
            !charged[sentence] || std::find(seen.begin(), seen.end(), m.entity) != seen.end())
            continue;
        seen.push_back(m.entity);
        if (!is_told(m.entity, court))
            told_.push_back({m.entity, accused, false, false, 0});
    }
}

bool People::is_told(std::uint32_t entity, std::uint32_t kinds) const {
    return std::any_of(told_.begin(), told_.end(),
                       [&](const Told& t) { return t.entity == entity && (t.kinds & kinds) != 0; });
}

bool People::is_told(std::uint32_t entity) const {
    return std::any_of(told_.begin(), told_.end(), [&](const Told& t) { return t.entity == entity; });
}

std::uint32_t People::meant(const ReferenceContext& c, std::size_t i, const PersonNoun& noun,
                            std::uint64_t of) const {
    if ((noun.kinds & c.r.words.persons.bit_of("anyone")) != 0)
        return of == 0 ? c.only_one(i, true, false) : none;
    // "Presidente da República" is not "A presidente da empresa, Ana Ruiz"
    const auto inside = of == 0 ? complement_of(c, i, noun) : 0;
    const auto fits = [&](std::uint32_t entity, bool by_sex) {
        return std::any_of(told_.begin(), told_.end(), [&](const Told& t) {
            return t.entity == entity && (t.kinds & noun.kinds) != 0 && (of == 0 || of == t.of) &&
                   (inside == 0 || t.of == 0 || inside == t.of) &&
                   (!by_sex || !((t.woman && noun.man) || (t.man && noun.woman)));
        });
    };
    for (const bool by_sex : {true, false}) {
        std::uint32_t last = none, last_sentence = 0;
        bool several = false, close = false;
        for (auto it = c.said.rbegin(); it != c.said.rend(); ++it) {
            if (it->entity == last || !fits(it->entity, by_sex))
                continue;
            several |= last != none;
            close |= last != none && it->sentence == last_sentence;
            if (last == none) {
                last = it->entity;
                last_sentence = it->sentence;
            }
        }
        if (last == none)
            continue;
        const bool recent = last_sentence + 2 >= c.pieces[i].sentence;
        return !several || (recent && !close) ? last : none;
    }
    return none;
}

std::vector<std::uint32_t> People::all_meant(const ReferenceContext& c, std::size_t,
                                             const PersonNoun& noun) const {
    std::vector<std::uint32_t> all;
    for (const auto& before : c.said)
        if (std::any_of(told_.begin(), told_.end(), [&](const Told& t) {
                return t.entity == before.entity && (t.kinds & noun.kinds) != 0;
            }))
            all.push_back(before.entity);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace timeloom
