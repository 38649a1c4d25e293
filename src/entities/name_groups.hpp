// Candidates of a document gathered into groups that name the same: the ground on which names are resolved.
#pragma once

#include "entities/name_judge.hpp"
#include "entities/spotter.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Candidates that are spelled alike, or mean the same entity of the world tables.
struct NameGroup {
    std::uint32_t known = unknown_entity; ///< row of World
    std::uint32_t longest = 0;            ///< the candidate with the fullest form
    std::vector<std::uint32_t> members;   ///< candidates, by position
    TypeVotes votes{};
    std::uint32_t owner = unknown_entity;
    NameVerdict verdict{};                 ///< of an unknown name: of all members together
    bool confirmed = false;                ///< a name, as far as the document tells
    std::uint32_t parent = unknown_entity; ///< the group that this one is a shorter name of
};

/// The type with the greatest weight; the first of equals.
std::size_t heaviest(const TypeVotes& votes);

/// For one document. Candidates must be weighed (weigh_types) and by position.
class NameGroups {
  public:
    NameGroups(const SpotterText& reading, std::vector<Candidate> candidates);

    std::uint32_t root(std::uint32_t g) const {
        while (groups[g].parent != unknown_entity)
            g = groups[g].parent;
        return g;
    }
    /// Makes `child` another name of `parent`, which is thereby confirmed.
    void adopt(std::uint32_t child, std::uint32_t parent);

    const Candidate& fullest(const NameGroup& group) const { return candidates[group.longest]; }
    EntityType type_of(const NameGroup& group) const {
        return group.known != unknown_entity ? r.world[group.known].type
                                             : static_cast<EntityType>(heaviest(group.votes));
    }
    std::string_view letters(std::size_t i) const { return r.pieces[i].span.of(r.text); }
    std::uint64_t hash_of(std::uint32_t first, std::uint32_t end) const;
    /// Does the document write this word without a capital too?
    bool in_lower_case(const Piece& piece) const {
        return std::any_of(r.pieces.begin(), r.pieces.end(), [&](const Piece& other) {
            return other.word == piece.word && !other.capital && !other.digit;
        });
    }

    const SpotterText& r;
    std::vector<Candidate> candidates;
    std::vector<NameGroup> groups;
    std::vector<std::uint32_t> group_of; ///< candidate → group

  private:
    std::uint32_t choose(const Candidate& candidate) const;
    /// The country of most names that have one reading; "" when none leads.
    std::string main_country() const;

    /// The countries that places and demonyms of the document belong to (ISO codes).
    std::set<std::string> countries() const;

    std::set<std::string> countries_;
    std::string country_; ///< main_country(): decides between homonyms
};

} // namespace timeloom
