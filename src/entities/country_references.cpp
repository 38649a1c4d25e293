#include "entities/country_references.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;
constexpr int least_evidence = 4;

/// The country that most names and demonyms of the document belong to, when it leads by twice the next.
std::uint32_t main_country(const Institutions& institutions, const ReferenceContext& c) {
    std::map<std::uint32_t, int> weights;
    for (const auto& m : c.names.mentions) {
        const auto& entity = c.names.entities[m.entity];
        if (const auto country = institutions.country_of(entity.known); country != none)
            weights[country] += entity.type() == EntityType::place ? 2 : 1;
    }
    for (const auto& piece : c.pieces)
        if (piece.may & may_be_demonym)
            if (const auto country = institutions.country_of_demonym(piece.word); country != none)
                weights[country] += 2;
    std::uint32_t best = none;
    int most = 0, next = 0;
    for (const auto& [country, weight] : weights) {
        if (weight > most) {
            next = most;
            most = weight;
            best = country;
        } else {
            next = std::max(next, weight);
        }
    }
    return most >= least_evidence && most >= 2 * next ? best : none;
}

} // namespace

CountryReferences::CountryReferences(const Institutions& institutions, ReferenceContext& context)
    : institutions_(institutions), c_(context), main_country_(main_country(institutions, context)) {}

void CountryReferences::complete_names() {
    for (const auto& m : c_.names.mentions) {
        auto& entity = c_.names.entities[m.entity];
        if (entity.known != none || m.short_form || m.nested)
            continue;
        const auto match = institutions_.at(c_.pieces, m.first);
        if (match.length == 0 || m.first + match.length > m.end)
            continue;
        auto country = c_.goes_on(m.end) ? institutions_.country_of_demonym(c_.pieces[m.end].word) : none;
        if (country == none && m.first > 0 && c_.goes_on(m.first))
            country = institutions_.country_of_demonym(c_.pieces[m.first - 1].word);
        if (country == none)
            country = main_country_;
        auto rest = m.first + match.length;
        if (rest < m.end) { // "Senado de Brasil"
            while (rest + 1 < m.end && c_.has(rest, small_of | small_article))
                ++rest;
            country = none;
            for (const auto& other : c_.names.mentions)
                if (other.first == rest && other.end == m.end && other.entity != m.entity)
                    country = institutions_.country_of(c_.names.entities[other.entity].known);
        }
        if (country == none)
            continue;
        entity.name = institutions_.name(match.kind, country);
        entity.known = c_.r.world.find(entity.name);
        entity.votes[static_cast<std::size_t>(EntityType::organization)] += 8;
    }
}

/// The country of the name over piece i: its own, or that of the person or place named.
std::uint32_t CountryReferences::country_of_name(std::size_t i) const {
    const auto m = c_.name_at(i);
    return m == none ? none : institutions_.country_of(c_.names.entities[c_.mention(m).entity].known);
}

/// "the British government", "UK government", "Germany's central bank", "Trump-Regierung".
void CountryReferences::look_before(Phrase& phrase, std::size_t noun) const {
    if (noun == 0 || !c_.goes_on(noun))
        return;
    const bool possessive =
        noun > 1 && c_.pieces[noun - 1].gap == Gap::none && c_.pieces[noun - 1].span.length() == 1;
    if (possessive && c_.names_a(EntityType::place, noun - 2)) {
        phrase.begin = c_.mention(c_.name_at(noun - 2)).first;
        phrase.country = country_of_name(noun - 2);
        return;
    }
    if (const auto country = institutions_.country_of_demonym(c_.pieces[noun - 1].word); country != none) {
        phrase.begin = noun - 1;
        phrase.country = country;
    } else if (c_.names_a(EntityType::place, noun - 1) || c_.names_a(EntityType::person, noun - 1)) {
        phrase.begin = c_.mention(c_.name_at(noun - 1)).first;
        phrase.country = country_of_name(noun - 1);
    }
}

/// "governo britânico", "government of the United States", "Regierung in Peking", "l'administration Trump".
void CountryReferences::look_after(Phrase& phrase, std::size_t end) const {
    if (!c_.goes_on(end))
        return;
    if (const auto country = institutions_.country_of_demonym(c_.pieces[end].word); country != none) {
        phrase.end = end + 1;
        phrase.country = country;
        return;
    }
    auto name = end;
    while (c_.goes_on(name) && c_.has(name, small_of | small_article | small_in))
        ++name;
    if (!c_.goes_on(name) || c_.name_at(name) == none)
        return;
    const bool person = name == end && c_.names_a(EntityType::person, name);
    if (!person && (name == end || !c_.names_a(EntityType::place, name)))
        return;
    phrase.end = c_.mention(c_.name_at(name)).end;
    phrase.country = country_of_name(name);
}

/// "l'Office allemand des cartels": the country within the noun phrase, of which `i` is the first word.
Institutions::Noun CountryReferences::around_demonym(std::size_t i, std::uint32_t& country) const {
    constexpr std::size_t longest = 8;
    if (!c_.goes_on(i + 1) || (c_.pieces[i + 1].may & may_be_demonym) == 0)
        return {};
    std::vector<Piece> without(c_.pieces.begin() + std::ptrdiff_t(i),
                               c_.pieces.begin() + std::ptrdiff_t(std::min(i + longest, c_.pieces.size())));
    without.erase(without.begin() + 1);
    auto match = institutions_.at(without, 0);
    if (match.length < 2)
        return {};
    country = institutions_.country_of_demonym(c_.pieces[i + 1].word);
    ++match.length;
    return match;
}

std::size_t CountryReferences::refer(std::size_t i) {
    auto within = none;
    auto match = institutions_.at(c_.pieces, i);
    if (match.length < 2)
        if (const auto longer = around_demonym(i, within); longer.length > 0)
            match = longer;
    if (match.length == 0 || (c_.name_at(i) != none && within == none))
        return i;
    const auto noun_end = i + match.length;
    Phrase phrase{i, noun_end, match.kind, within};
    if (phrase.country == none)
        look_before(phrase, i);
    if (phrase.country == none)
        look_after(phrase, noun_end);
    const bool definite = i > 0 && c_.goes_on(i) && c_.has(i - 1, small_article);
    if (phrase.country == none && definite && !match.needs_country) {
        // "the government of …", "el gobierno regional": another one
        const bool more =
            c_.goes_on(noun_end) && (c_.has(noun_end, small_of) || c_.name_at(noun_end) != none);
        const auto* kind = c_.goes_on(noun_end) ? c_.r.words.common.find(c_.pieces[noun_end].word) : nullptr;
        if (!more && (!kind || *kind != 'a'))
            phrase.country = main_country_;
    }
    if (phrase.country == none)
        return i;
    if (phrase.begin > 0 && c_.goes_on(phrase.begin) && c_.has(phrase.begin - 1, small_article) &&
        c_.name_at(phrase.begin - 1) == none)
        --phrase.begin;
    const auto entity =
        c_.entity_named(institutions_.name(phrase.kind, phrase.country), EntityType::organization);
    c_.mark_institution(entity);
    c_.say(phrase.begin, phrase.end, entity);
    return phrase.end;
}

} // namespace timeloom
