#include "entities/references.hpp"

#include "entities/country_references.hpp"
#include "entities/descriptions.hpp"
#include "entities/offices.hpp"
#include "entities/reference_context.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

/// "celle-ci", "quest'ultimo", "the latter": what was named last.
std::size_t latter(ReferenceContext& c, std::size_t i) {
    const auto match = c.r.words.latters.at(c.pieces, i, std::min(c.pieces.size(), i + 3));
    if (match.length == 0)
        return i;
    const auto entity = c.last_said(i, match.value);
    if (entity == none)
        return i;
    c.say(i, i + match.length, entity);
    return i + match.length;
}

std::size_t pronoun(ReferenceContext& c, std::size_t i) {
    const auto* known = c.r.words.pronouns.find(c.pieces[i].word);
    if (!known || known->many || c.pieces[i].all_capitals)
        return i;
    const Pronoun& pronoun = *known;
    if (pronoun.relative) { // "Brontix, which …": what stands right before the comma
        if (i == 0 || c.pieces[i].gap != Gap::comma || c.said.empty() || c.said.back().end != i)
            return i;
        c.refer(i, i + 1, c.said.back().entity, MentionKind::pronoun);
        return i + 1;
    }
    // "it" that begins a sentence often stands for nothing
    if (pronoun.kind == MentionKind::pronoun && pronoun.organization && c.pieces[i].first)
        return i;
    const auto entity = pronoun.speaker ? c.speaker(i)
                        : pronoun.kind == MentionKind::possessive
                            ? c.owner(i, pronoun.person, pronoun.organization)
                            : c.only_one(i, pronoun.person, pronoun.organization);
    if (entity == none)
        return i;
    c.refer(i, i + 1, entity, pronoun.kind);
    return i + 1;
}

/// "Brandt, arrested in May, …", not "Brandt, a suspect, …": what was done to somebody, not who it is.
bool tells_charge(const ReferenceContext& c, std::size_t i) {
    const auto& persons = c.r.words.persons;
    const auto noun = persons.at(c.pieces, i, std::min(i + 6, c.pieces.size()), c.r.text);
    return (noun.kinds & persons.bit_of("accused")) != 0;
}

} // namespace

std::vector<Reference> find_references(const SpotterText& reading, const Institutions& institutions,
                                       NamedEntities& names) {
    ReferenceContext c(reading, names);
    CountryReferences countries(institutions, c);
    countries.complete_names();
    const Offices offices(c);
    const People people(c);
    for (std::size_t i = 0; i < c.pieces.size();) {
        if (const auto m = c.name_at(i); m != none) {
            const auto& mention = c.mention(m);
            if (!c.pieces[i].heading || c.said.empty())
                c.hear(mention);
            i = std::max<std::size_t>(mention.end, i + 1);
            continue;
        }
        if (c.pieces[i].barred) {
            ++i;
            continue;
        }
        auto end = countries.refer(i);
        if (end == i)
            end = latter(c, i);
        if (const auto small = c.r.words.small(c.pieces[i]); end == i && small != 0) {
            if (small & (small_both | small_two | small_article))
                end = describe_several(c, people, i);
            if (end == i && (small & (small_article | small_this)))
                end = describe(c, offices, people, i);
        }
        if (end == i && c.pieces[i].gap == Gap::comma && i > 0 && c.name_at(i - 1) != none &&
            !tells_charge(c, i))
            end = refer_to_role(c, offices, people, i, i);
        if (end == i)
            end = role_beside_name(c, offices, i);
        if (end == i)
            end = describe_beside(c, i);
        if (end == i)
            end = pronoun(c, i);
        for (auto inside = i; inside < end; ++inside)
            if (const auto m = c.name_at(inside); m != none && c.mention(m).first == inside)
                c.hear(c.mention(m));
        i = std::max(end, i + 1);
    }
    return std::move(c.found);
}

} // namespace timeloom
