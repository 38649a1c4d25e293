#include "entities/resolver.hpp"

#include "entities/name_groups.hpp"
#include "entities/name_links.hpp"
#include "entities/plausibility.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t none = unknown_entity;

std::string spelled(const NameGroups& n, const Candidate& c) {
    std::string name;
    for (const char x : cover(n.r.text, n.r.pieces, c.first, c.end).of(n.r.text)) {
        const char y = x == '\n' || x == '\t' || x == '\r' ? ' ' : x;
        if (y != ' ' || name.empty() || name.back() != ' ')
            name += y;
    }
    return name;
}

/// Two or three plain words with capitals, when nothing speaks for a type: most often a person.
bool person_like(const NameGroups& n, const Candidate& c) {
    if (c.end - c.first < 2 || c.end - c.first > 3)
        return false;
    for (auto i = c.first; i < c.end; ++i) {
        const Piece& piece = n.r.pieces[i];
        if (piece.camel || piece.all_capitals || piece.digit || (piece.hyphen && i > c.first) ||
            n.r.words.is_common(piece, n.r.text) || n.r.words.foreign.contains(piece.word))
            return false;
    }
    return true;
}

} // namespace

EntityType NamedEntity::type() const {
    return static_cast<EntityType>(heaviest(votes));
}
std::uint16_t NamedEntity::evidence() const {
    return votes[heaviest(votes)];
}

NamedEntities resolve_names(const SpotterText& reading, std::vector<Candidate> found) {
    NameGroups n(reading, std::move(found));
    link_acronyms(n);
    link_endings(n);
    confirm_names(n);
    link_variants(n);
    link_short_forms(n);
    weigh_company(n);
    link_seats(n);
    judge_single_words(n);

    NamedEntities out;
    std::vector<std::uint32_t> entity_of(n.groups.size(), none);
    for (std::uint32_t i = 0; i < n.candidates.size(); ++i) {
        const auto g = n.root(n.group_of[i]);
        if (!n.groups[g].confirmed)
            continue;
        const Candidate& c = n.candidates[i];
        if (entity_of[g] == none) {
            entity_of[g] = static_cast<std::uint32_t>(out.entities.size());
            const NameGroup& group = n.groups[g];
            NamedEntity entity;
            entity.known = group.known;
            entity.votes = group.votes;
            entity.owner = group.owner;
            if (group.known != none) {
                const KnownEntity& known = n.r.world[group.known];
                entity.name = known.name;
                entity.owner = known.owner;
                entity.votes[static_cast<std::size_t>(known.type)] = static_cast<std::uint16_t>(
                    std::min(9999, entity.votes[static_cast<std::size_t>(known.type)] +
                                       8 * static_cast<int>(group.members.size())));
            } else {
                const Candidate& full = n.candidates[group.longest];
                entity.name = full.name.empty() ? spelled(n, full) : full.name;
                if (entity.evidence() == 0)
                    entity.votes[static_cast<std::size_t>(
                        person_like(n, full) ? EntityType::person : EntityType::organization)] = 1;
            }
            out.entities.push_back(std::move(entity));
        }
        out.mentions.push_back({c.first, c.end, entity_of[g], c.nested, n.group_of[i] != g});
    }
    return out;
}

} // namespace timeloom
