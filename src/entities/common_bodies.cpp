#include "entities/common_bodies.hpp"

#include <algorithm>

namespace timeloom {

namespace {

bool adjective(const NameLooks& looks, std::size_t i) {
    const auto* kind = looks.words.common.find(looks.pieces[i].word);
    return kind && *kind == 'a';
}

/// "Democratic Party", "National Assembly": a body of which many countries have one, all in plain words.
bool is_common_body(const NameLooks& looks, const Candidate& known) {
    const bool several = known.end > known.first + 1 && !known.readings.empty();
    if (!several || looks.world[known.readings[0].entity].type != EntityType::organization)
        return false;
    for (auto i = known.first; i < known.end; ++i)
        if (!looks.words.is_plain_word(looks.pieces[i], looks.text) && !looks.name_word(i))
            return false;
    return true;
}

/// Whether the known body is of another country than the place, or the people, that piece i names.
bool of_another_country(const NameLooks& looks, std::size_t i, const Candidate& known) {
    const auto of = looks.words.demonyms.find(looks.pieces[i].word);
    const auto place = of != looks.words.demonyms.end()     ? looks.world.find(of->second)
                       : looks.known_at(i).readings.empty() ? unknown_entity
                                                            : looks.known_at(i).readings[0].entity;
    return place != unknown_entity && looks.world[place].type == EntityType::place &&
           std::ranges::none_of(known.readings, [&](const NameReading& reading) {
               return looks.world[reading.entity].country == looks.world[place].country;
           });
}

} // namespace

bool tells_apart(const NameLooks& looks, std::size_t i, const Candidate& known) {
    if (!is_common_body(looks, known))
        return false;
    if (looks.words.demonyms.contains(looks.pieces[i].word) || !looks.known_at(i).readings.empty())
        return of_another_country(looks, i, known);
    return !looks.common(i) || adjective(looks, i);
}

bool opens_with_nationality(const NameLooks& looks, std::size_t i, std::size_t end) {
    return i + 2 < end && !looks.pieces[i].heading && looks.words.demonyms.contains(looks.pieces[i].word) &&
           looks.words.openings.find(looks.pieces[i + 1].word) && !looks.is_given_name(i + 2);
}

bool only_peoples(const NameLooks& looks, std::size_t begin, std::size_t end) {
    const auto people = [&](std::size_t i) {
        return looks.pieces[i].capital && (looks.pieces[i].may & may_be_demonym) != 0;
    };
    if (looks.words.capital_nouns || end < begin + 2 || !people(end - 1))
        return false;
    for (auto i = begin; i + 1 < end; ++i) {
        const auto& known = looks.known_at(i);
        if (!known.readings.empty() && looks.world[known.readings[0].entity].type == EntityType::place) {
            i = known.end - 1; // "U.S.-Cuban"
            continue;
        }
        if (!people(i) && !looks.words.is_plain_word(looks.pieces[i], looks.text))
            return false;
    }
    return true;
}

std::size_t foreign_end(const NameLooks& looks, const Candidate& known) {
    auto at = static_cast<std::size_t>(known.end);
    if (!is_common_body(looks, known) || at >= looks.pieces.size() || !looks.joined(at))
        return known.end;
    while (at < known.end + 2 && at + 1 < looks.pieces.size() && looks.joined(at + 1) &&
           looks.has(at, small_of | small_article) && !looks.pieces[at].capital)
        ++at;
    if (!of_another_country(looks, at, known) || looks.begins_person(at))
        return known.end;
    const auto& place = looks.known_at(at);
    const bool attribute = at == known.end && !looks.pieces[at].capital; // "socialiste belge"
    const bool genitive = at == known.end && place.cut;                  // "Partei Brontias"
    return attribute ? at + 1 : at > known.end || genitive ? place.end : known.end;
}

std::size_t joined_tasks(const NameLooks& looks, std::size_t first, std::size_t j) {
    constexpr std::size_t longest = 4;
    const auto task = [&](std::size_t k) {
        return looks.pieces[k].capital && !looks.pieces[k].all_capitals &&
               looks.words.is_plain_word(looks.pieces[k], looks.text) && looks.known_at(k).end <= k + 1 &&
               !looks.name_word(k) && looks.words.small(looks.pieces[k]) == 0;
    };
    const auto& place = looks.known_at(first); // "the U.S. Fish and Wildlife Service"
    const bool of_place = !place.readings.empty() && place.end + 1 == j &&
                          looks.world[place.readings[0].entity].type == EntityType::place;
    if (looks.words.capital_nouns || !(j == first + 1 || of_place) || !looks.has(j, small_and) ||
        looks.pieces[first].heading || !task(j - 1))
        return j;
    for (auto k = j + 1; k < looks.pieces.size() && k < j + longest && looks.joined(k); ++k) {
        const auto head = looks.pieces[k].capital ? looks.name_word(k) : std::nullopt;
        if (head && head->type == EntityType::organization && head->use != NameWordUse::before)
            return k > j + 1 ? k + 1 : j;
        if (!task(k))
            break;
    }
    return j;
}

} // namespace timeloom
