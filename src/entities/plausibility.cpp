#include "entities/plausibility.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;
constexpr std::int32_t sure_name = 10;     ///< NameVerdict::name: nine of ten such are names
constexpr std::int32_t strange_name = -12; ///< of words that no list has, most are names
constexpr std::int32_t sure_acronym = 15;  ///< "DRM" and "ROFR" are none

/// No word of the language, as far as that is known.
bool strange(const NameGroups& n, const Candidate& c) {
    const auto& words = n.r.words;
    return !words.forms.empty() && !words.is_plain_word(n.r.pieces[c.first], n.r.text) &&
           !words.is_common(n.r.pieces[c.first], n.r.text) &&
           !words.foreign.contains(n.r.pieces[c.first].word) &&
           !words.foreign_forms.contains(n.r.pieces[c.first].word);
}

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

    if (n.r.words.title_at(n.r.pieces, c.first, c.end, n.r.text) > 0)
        return false;
    if (single && !letters_only && strange(n, c) && nouns == 0)
        return g.verdict.name >= strange_name;
    if (headings == g.members.size())
        return false;
    if (single && nouns == 0 && n.r.world.is_town(n.r.pieces[c.first].word))
        return true;
    if (g.members.size() - headings >= 2 && nouns == 0)
        return true;
    return g.verdict.name >= (letters_only ? sure_acronym : sure_name) &&
           !(single && n.in_lower_case(n.r.pieces[c.first]));
}

bool single_word(const NameGroups& n, const NameGroup& g) {
    return n.fullest(g).end == n.fullest(g).first + 1;
}

/// Does a list of the names of persons have this name of one word?
bool names_person(const NameGroups& n, const NameGroup& g) {
    const auto hash = n.fullest(g).hash;
    return n.r.world.is_family_name(hash) || n.r.world.is_given_name(hash);
}

/// What the learned judge says of an unknown name, wherever the document has it.
NameVerdict verdict_of(const NameGroups& n, const NameGroup& g) {
    constexpr std::size_t enough = 8;
    NameVerdict sum;
    for (std::size_t i = 0; i < g.members.size() && i < enough; ++i)
        sum.add(n.r.judge->judge(n.r, n.candidates[g.members[i]]));
    return sum;
}

/// A vote for the type that most speaks for; the more, the clearer it leads. Places that no preposition shows
/// need to lead clearly, since news tell of those who act; so do persons of one name, whom an article calls
/// by their full name somewhere, and the more when no list has that name: it is mostly a company's. Of
/// products and works the judge knows nothing.
void vote_by_verdict(const NameGroups& n, NameGroup& g) {
    constexpr std::int32_t step = 20, most = 4, handicap = 40, family_name_handicap = 10,
                           one_name_handicap = 45;
    for (const auto type : {EntityType::product, EntityType::project, EntityType::work, EntityType::other})
        if (g.votes[static_cast<std::size_t>(type)] > 0)
            return;
    auto types = g.verdict.types;
    if (g.votes[static_cast<std::size_t>(EntityType::place)] == 0)
        types[static_cast<std::size_t>(EntityType::place)] -= handicap;
    constexpr auto person = static_cast<std::size_t>(EntityType::person);
    const auto bodies = g.votes[static_cast<std::size_t>(EntityType::organization)];
    if (bodies > 0 && bodies >= g.votes[person]) // "della Nordica Fabbri": it has an article
        types[person] -= handicap;
    else if (single_word(n, g) && g.votes[person] < 3)
        types[person] -= names_person(n, g) ? family_name_handicap : one_name_handicap;
    const auto best = static_cast<std::size_t>(std::max_element(types.begin(), types.end()) - types.begin());
    std::int32_t next = types[best == 0 ? 1 : 0];
    for (std::size_t i = 0; i < types.size(); ++i)
        if (i != best)
            next = std::max(next, types[i]);
    g.votes[best] =
        static_cast<std::uint16_t>(g.votes[best] + std::min(most, 1 + (types[best] - next) / step));
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
        if (g.known == none && n.r.judge != nullptr) {
            g.verdict = verdict_of(n, g);
            if (!single_word(n, g))
                vote_by_verdict(n, g);
        }
        g.confirmed = g.confirmed || g.known != none || plausible(n, g);
    }
}

void judge_single_words(NameGroups& n) {
    for (auto& g : n.groups)
        if (g.known == none && g.parent == none && n.r.judge != nullptr && single_word(n, g))
            vote_by_verdict(n, g);
}

} // namespace timeloom
