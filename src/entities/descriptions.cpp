#include "entities/descriptions.hpp"

#include "entities/offices.hpp"

#include <algorithm>
#include <optional>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

const Description any_person{.type = EntityType::person};

/// The noun of a description at piece i, with its length.
std::optional<std::pair<std::size_t, Description>> noun_at(const ReferenceContext& c, std::size_t i) {
    return c.r.words.description_at(c.pieces, i, c.r.text);
}

PersonNoun persons_at(const ReferenceContext& c, std::size_t i) {
    return c.r.words.persons.at(c.pieces, i, std::min(i + 6, c.pieces.size()), c.r.text);
}

/// The country that an adjective of nationality at piece i tells; "" for none.
std::string_view country_at(const ReferenceContext& c, std::size_t i) {
    const auto place = c.r.words.demonyms.find(c.pieces[i].word);
    if (place == c.r.words.demonyms.end())
        return {};
    const auto row = c.r.world.find(place->second);
    return row == none ? std::string_view() : std::string_view(c.r.world[row].country);
}

/// Past "former", "new" and the number of an age ("the 58-year-old") before a noun for a person.
std::size_t past_former(const ReferenceContext& c, std::size_t i) {
    const bool more =
        c.goes_on(i) && c.goes_on(i + 1) && (c.has(i, small_former | small_new) || c.pieces[i].number);
    return more && persons_at(c, i).length == 0 ? i + 1 : i;
}

/// "os dois negam", "die beiden, die": no noun follows.
bool stands_alone(const ReferenceContext& c, std::size_t at) {
    if (c.pieces[at].capital || persons_at(c, at).length > 0 || noun_at(c, at))
        return false;
    if (c.r.words.capital_nouns)
        return !c.goes_on(at + 1) || !c.pieces[at + 1].capital;
    const auto* kind = c.r.words.common.find(c.pieces[at].word);
    return kind && (*kind == 'v' || *kind == 'f');
}

/// Whether what was named last may be whom a noun describes.
bool may_mean(const ReferenceContext& c, const Description& described, std::uint32_t entity) {
    return c.is(entity, described.type) && !c.is_institution(entity) &&
           (described.type != EntityType::organization || fitness(described.kinds, c.kinds_of(entity)) >= 0);
}

/// "both companies" where the last sentences name more than two, or fewer: the two of a type that the
/// document names most, sooner those that were named last.
std::vector<std::uint32_t> most_spoken_of(const ReferenceContext& c, std::size_t i,
                                          const Description& described) {
    std::vector<std::pair<int, std::uint32_t>> found; ///< less is better
    for (auto it = c.said.rbegin(); it != c.said.rend(); ++it)
        if (may_mean(c, described, it->entity) &&
            std::none_of(found.begin(), found.end(), [&](const auto& f) { return f.second == it->entity; }))
            found.emplace_back(-c.weight_of(*it, c.pieces[i].sentence), it->entity);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::uint32_t> two;
    for (std::size_t k = 0; k < found.size() && k < 2; ++k)
        two.push_back(found[k].second);
    return two;
}

/// The two of a type that were named last; when `only`, no others may have been named near them.
std::vector<std::uint32_t> last_two(const ReferenceContext& c, std::size_t i, const Description& described,
                                    bool only) {
    const auto sentence = c.pieces[i].sentence;
    const std::uint32_t window = only ? 2 : antecedent_window;
    std::vector<std::uint32_t> found;
    auto later = c.said.rend();
    for (auto it = c.said.rbegin(); it != c.said.rend() && it->sentence + window >= sentence; ++it) {
        if (!may_mean(c, described, it->entity))
            continue;
        if (later != c.said.rend() && later->first == it->end + 1 && c.has(it->end, small_and) &&
            later->entity != it->entity && found.size() <= 2)
            return {later->entity, it->entity}; // "Ana and Tom Hale"
        later = it;
        if (std::find(found.begin(), found.end(), it->entity) == found.end())
            found.push_back(it->entity);
    }
    if (!only)
        return most_spoken_of(c, i, described);
    return found;
}

/// Notes that pieces [i, end) stand for these two; they stay alone when there are fewer or more.
std::size_t say_several(ReferenceContext& c, std::size_t i, std::size_t end,
                        const std::vector<std::uint32_t>& entities) {
    if (entities.size() != 2)
        return i;
    for (const auto entity : {entities[1], entities[0]})
        c.say(i, end, entity, true);
    return end;
}

/// Whether it is known that a body is what a noun says: "the banks" are not two bodies of any kind.
bool sure_kind(const ReferenceContext& c, const Description& described, std::uint32_t entity) {
    return described.kinds == 0 || fitness(described.kinds, c.kinds_of(entity)) > 0;
}

/// "the companies": those that were last named in one breath ("Brontix, Arvo and Nordvik").
std::size_t describe_listed(ReferenceContext& c, std::size_t i) {
    constexpr std::uint32_t window = 2;
    const auto noun = c.goes_on(i + 1) ? noun_at(c, i + 1) : std::nullopt;
    if (!noun || !(noun->second.many || noun->second.except == c.pieces[i].word))
        return i;
    const auto end = i + 1 + noun->first;
    if (c.goes_on(end) && (c.has(end, small_of | small_for | small_in | small_by | small_and) ||
                           c.name_at(end) != none || c.r.words.demonyms.contains(c.pieces[end].word)))
        return i; // "the companies of the sector"
    std::vector<const ReferenceContext::Antecedent*> list;
    for (auto it = c.said.rbegin(); it != c.said.rend() && it->sentence + window >= c.pieces[i].sentence;
         ++it) {
        if (!may_mean(c, noun->second, it->entity) || !sure_kind(c, noun->second, it->entity)) {
            list.clear();
            continue;
        }
        // "A, B and C", "a A e a B": between them a comma, or "and" and an article
        auto between = it->end;
        const bool comma = !list.empty() && c.pieces[between].gap == Gap::comma;
        bool joined = comma && list.size() > 1;
        for (; !list.empty() && between < list.back()->first && c.has(between, small_and | small_article);
             ++between)
            joined |= c.has(between, small_and);
        if (!list.empty() && (!joined || between != list.back()->first)) {
            if (list.size() > 1)
                break;
            list.clear();
        }
        list.push_back(&*it);
    }
    if (list.size() < 2)
        return i;
    std::vector<std::uint32_t> entities;
    for (auto at = list.rbegin(); at != list.rend(); ++at)
        entities.push_back((*at)->entity);
    for (const auto entity : entities)
        c.say(i, end, entity, true);
    return end;
}

/// "os denunciados", "the defendants": all of whom it is said.
std::size_t describe_accused(ReferenceContext& c, const People& people, std::size_t i) {
    constexpr std::size_t most = 4;
    if (!c.goes_on(i + 1))
        return i;
    const auto noun = persons_at(c, i + 1);
    if (!noun.many || (noun.kinds & c.r.words.persons.bit_of("accused")) == 0)
        return i;
    const auto all = people.all_meant(c, i, noun);
    if (all.empty() || all.size() > most)
        return i;
    for (const auto entity : all)
        c.say(i, i + 1 + noun.length, entity, all.size() > 1);
    return i + 1 + noun.length;
}

/// "la procura" for "procura di Brontia", "el club" for "el club Brontix".
std::size_t refer_to_body(ReferenceContext& c, std::size_t i) {
    auto at = i + 1;
    if (!c.goes_on(at) || c.name_at(at) != none || persons_at(c, at).length > 0)
        return i;
    const auto end = at + 1;
    if (c.goes_on(end)) { // "la procura generale", "the agency of …" is another
        const auto* kind = c.r.words.common.find(c.pieces[end].word);
        if (c.name_at(end) != none || c.has(end, small_of) || (kind && *kind == 'a') ||
            c.r.words.demonyms.contains(c.pieces[end].word))
            return i;
    }
    const auto noun = c.stem(at);
    if (!c.names_kind(noun) && !c.ends_kind(at))
        return i;
    std::uint32_t body = none, sentence = 0;
    for (auto it = c.said.rbegin(); it != c.said.rend(); ++it) {
        if (body != none && it->sentence != sentence)
            break;
        if (it->entity == body || !c.is(it->entity, EntityType::organization) ||
            !(c.names_kind_of(noun, it->entity) || c.ends_kind_of(at, it->entity)))
            continue;
        if (body != none)
            return i; // two of a kind
        body = it->entity;
        sentence = it->sentence;
    }
    if (body == none)
        return i;
    c.say(i, end, body);
    return end;
}

} // namespace

std::size_t describe_beside(ReferenceContext& c, std::size_t i) {
    const auto noun = noun_at(c, i);
    if (!noun || noun->second.many)
        return i;
    auto at = i + noun->first;
    if (c.goes_on(at) && c.r.words.demonyms.contains(c.pieces[at].word))
        ++at;
    if (c.goes_on(at) && c.title_at(at) > 0) { // "company CEO Ana Ruiz"
        const auto name = at + c.title_at(at);
        const auto body = c.goes_on(name) && c.names_a(EntityType::person, name)
                              ? c.antecedent(i, noun->second, c.stem(i), {})
                              : none;
        if (body == none)
            return i;
        c.say(i, at, body);
        return at;
    }
    if (!c.goes_on(at) || !c.names_a(noun->second.type, at) || c.mention(c.name_at(at)).first != at)
        return i;
    c.say(i, at, c.mention(c.name_at(at)).entity);
    return at;
}

std::size_t describe(ReferenceContext& c, const Offices& offices, const People& people, std::size_t i) {
    if (!c.has(i, small_article | small_this))
        return i;
    auto at = i + 1;
    std::uint32_t modifier = none; // a name inside: "the ChatGPT maker"
    std::size_t noun = 0;
    std::optional<std::pair<std::size_t, Description>> found;
    std::string_view country; // of "the French carmaker"
    bool newer = false;       // "the new company" is another one
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
        if (persons_at(c, at).length > 0)
            break;
        if (country.empty())
            country = country_at(c, at);
        const bool new_one = c.has(at, small_new);
        newer |= new_one;
        if (!new_one && c.has(at, ~0u & ~static_cast<std::uint32_t>(small_never | small_two | small_former)))
            return i;
        if (const auto* kind = c.r.words.common.find(c.pieces[at].word); kind && *kind == 'n')
            break;
        if (c.title_at(at) > 0)
            break;
    }
    if (!found) {
        const auto end = refer_to_role(c, offices, people, i, past_former(c, i + 1));
        return end > i ? end : refer_to_body(c, i);
    }
    // "the bank" where a bank's name says that it is one
    if (noun == i + 1 && (c.names_kind(c.stem(noun)) || c.ends_kind(noun)))
        if (const auto end = refer_to_body(c, i); end > i)
            return end;
    const Description description = found->second;
    auto end = noun + found->first;
    if (description.many || description.except == c.pieces[i].word ||
        (newer && description.type == EntityType::organization))
        return i;
    const bool described = c.goes_on(end) && c.r.words.demonyms.contains(c.pieces[end].word);
    if (described && country.empty())
        country = country_at(c, end);
    // "the company Brontix", "il gruppo francese Brontix": the name says it
    if (const auto k = end + (described ? 1 : 0); c.goes_on(k) && c.names_a(description.type, k)) {
        const auto& name = c.mention(c.name_at(k));
        if (name.first != k)
            return i;
        c.say(i, k, name.entity);
        return k;
    }
    if (description.beside)
        return i;
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
        if (entity == none && c.is(modifier, EntityType::place)) // "the Munich-based group"
            country = c.country_of(modifier);
        if (entity == none && country.empty())
            return i;
    }
    const bool bare = description.maker && !c.is_role(c.stem(noun));
    if (entity == none && bare && country.empty())
        return i;
    if (entity == none && c.has(i, small_this))
        if (const auto last = c.last_said(i, 1U << unsigned(description.type));
            last != none && fitness(description.kinds, c.kinds_of(last)) >= 0)
            entity = last;
    if (entity == none) {
        entity = c.antecedent(i, description, c.stem(noun), country);
        // Of whom only the country is told must be known to be of it.
        if (entity != none && (bare || modifier != none) && c.country_of(entity) != country)
            return i;
    }
    if (entity == none || c.names.entities[entity].type() != description.type)
        return i;
    c.say(i, end, entity);
    return end;
}

std::size_t describe_several(ReferenceContext& c, const People& people, std::size_t i) {
    auto at = i;
    bool pair = false;
    while (at < i + 3 && at < c.pieces.size() && (at == i || c.goes_on(at)) &&
           c.has(at, small_both | small_two | small_article)) {
        pair |= c.has(at, small_both) || (c.has(at, small_two) && at > i && c.has(i, small_article));
        ++at;
    }
    if (at == i)
        return i;
    if (!pair) {
        if (!c.has(i, small_plural) || at != i + 1)
            return i;
        const auto end = describe_accused(c, people, i);
        return end > i ? end : describe_listed(c, i);
    }
    if (!c.goes_on(at) || stands_alone(c, at))
        return c.has(i, small_article) ? say_several(c, i, at, last_two(c, i, any_person, true)) : i;
    if (!noun_at(c, at) && persons_at(c, at).length == 0 && c.goes_on(at + 1))
        ++at; // an adjective
    if (const auto persons = persons_at(c, at); persons.length > 0) {
        auto two = people.all_meant(c, i, persons);
        if (two.size() != 2) {
            two = last_two(c, i, any_person, true);
            if ((persons.kinds & c.r.words.persons.bit_of("accused")) != 0)
                std::erase_if(two,
                              [&](auto person) { return people.is_told(person, c.r.words.persons.court()); });
        }
        return say_several(c, i, at + persons.length, two);
    }
    const auto found = noun_at(c, at);
    if (!found)
        return i;
    return say_several(c, i, at + found->first, last_two(c, i, found->second, false));
}

} // namespace timeloom
