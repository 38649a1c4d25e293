#include "entities/plausibility.hpp"

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

/// A determiner or an adjective right before: a noun rather than a name, where nouns have capitals.
bool stands_as_noun(const NameGroups& n, const Candidate& c) {
    if (c.first == 0 || (!n.r.words.capital_nouns && c.end > c.first + 1)) // "the Environment Agency"
        return false;
    const Piece& before = n.r.pieces[c.first - 1];
    if (n.r.pieces[c.first].gap != Gap::space)
        return false;
    if (c.end < n.r.pieces.size() && n.r.pieces[c.end].hyphen)
        return false; // "die Brontix-Aktie"
    if ((n.r.words.small(before) & (small_article | small_indefinite | small_determiner)) != 0)
        return true;
    const auto* kind = n.r.words.common.find(before.word);
    return kind && *kind == 'a' && !before.capital;
}

/// Is an unknown name of doubtful looks one all the same?
bool plausible(const NameGroups& n, const NameGroup& g) {
    const Candidate& c = n.candidates[g.longest];
    const bool single = c.end == c.first + 1;
    std::size_t sure = 0, nouns = 0, context = 0, headings = 0;
    for (const auto m : g.members) {
        sure += !n.candidates[m].doubtful;
        nouns += stands_as_noun(n, n.candidates[m]);
        headings += n.r.pieces[n.candidates[m].first].heading;
        for (const auto type :
             {EntityType::organization, EntityType::person, EntityType::product, EntityType::project})
            context += n.candidates[m].votes[static_cast<std::size_t>(type)] >= 3;
    }
    const bool common =
        single && n.r.words.common.contains(n.r.pieces[c.first].word) && !n.r.pieces[c.first].camel;
    if (single && n.r.words.title_at(n.r.pieces, c.first, c.end, n.r.text) > 0)
        return false;
    if (context > nouns && !n.r.words.demonyms.contains(n.r.pieces[c.first].word))
        return true;
    if (single && n.r.words.capital_nouns && n.r.words.foreign.contains(n.r.pieces[c.first].word))
        return false;
    if (common && (n.r.words.capital_nouns || sure < 2 || n.in_lower_case(n.r.pieces[c.first])))
        return false;

    if (n.r.words.demonyms.contains(n.r.pieces[c.first].word) && single)
        return false;
    const bool letters_only = single && n.r.pieces[c.first].all_capitals;
    if (sure > 0 && !(letters_only && context == 0 && g.members.size() < 2))
        return true;

    if (headings == g.members.size())
        return false;
    return g.members.size() - headings >= 2 && nouns == 0;
}

/// Does the document bear out that a word which is a common one too means the known entity?
bool borne_out(const NameGroups& n, const NameGroup& g) {
    const KnownEntity& entity = n.r.world[g.known];
    const auto type = static_cast<std::size_t>(entity.type);
    std::size_t nouns = 0, persons = 0;
    for (const auto m : g.members) {
        if (!n.candidates[m].unsure ||
            n.candidates[m].votes[type] >= (entity.type == EntityType::place ? 2 : 3))
            return true;
        nouns += stands_as_noun(n, n.candidates[m]);
        persons += n.candidates[m].votes[static_cast<std::size_t>(EntityType::person)] >= 4;
    }
    // only a name of persons speaks against it: "Virginia"
    if (entity.prominence == 2 && entity.type == EntityType::place && persons == 0 &&
        !n.r.words.common.contains(n.r.pieces[n.candidates[g.longest].first].word))
        return true;
    if (entity.prominence > 1 || nouns > 0)
        return false;
    return g.members.size() > 1 || !n.r.words.common.contains(n.r.pieces[n.candidates[g.longest].first].word);
}

} // namespace

void confirm_names(NameGroups& n) {
    for (auto& g : n.groups) {
        if (g.known != none && !borne_out(n, g))
            g.known = none;
        g.confirmed = g.confirmed || g.known != none || plausible(n, g);
    }
}

} // namespace timeloom
