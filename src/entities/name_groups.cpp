#include "entities/name_groups.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace timeloom {

std::size_t heaviest(const TypeVotes& votes) {
    return static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

NameGroups::NameGroups(const SpotterText& reading, std::vector<Candidate> found)
    : r(reading), candidates(std::move(found)) {
    country_ = main_country();
    countries_ = countries();
    std::unordered_map<std::uint64_t, std::uint32_t> by_hash;
    std::unordered_map<std::uint32_t, std::uint32_t> by_known;
    group_of.resize(candidates.size());
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        Candidate& c = candidates[i];
        const auto known = c.readings.empty() ? unknown_entity : choose(c);
        const auto fresh = static_cast<std::uint32_t>(groups.size());
        const auto at = known != unknown_entity ? by_known.try_emplace(known, fresh).first->second
                                                : by_hash.try_emplace(c.hash, fresh).first->second;
        if (at == fresh)
            groups.push_back({known, i, {}, {}, unknown_entity, {}, false, unknown_entity});
        NameGroup& g = groups[at];
        g.members.push_back(i);
        for (std::size_t t = 0; t < c.votes.size(); ++t)
            g.votes[t] = static_cast<std::uint16_t>(std::min(9999, g.votes[t] + c.votes[t]));
        if (c.owner != unknown_entity)
            g.owner = c.owner;
        const Candidate& longest = candidates[g.longest];
        const auto shouted = [&](const Candidate& name) {
            return r.pieces[name.first].heading && r.pieces[name.first].all_capitals;
        };
        if (c.end - c.first > longest.end - longest.first ||
            (c.end - c.first == longest.end - longest.first && shouted(longest) && !shouted(c)))
            g.longest = i;
        group_of[i] = at;
    }
}

std::string NameGroups::main_country() const {
    std::map<std::string, int> names;
    for (const auto& c : candidates) {
        std::uint32_t only = unknown_entity;
        std::size_t fitting = 0;
        for (const auto& reading : c.readings)
            if ((reading.languages & r.language) != 0) {
                ++fitting;
                only = reading.entity;
            }
        if (fitting == 1 && !r.world[only].country.empty())
            ++names[r.world[only].country];
    }
    std::string best;
    int most = 0, next = 0;
    for (const auto& [country, count] : names) {
        if (count > most) {
            next = most;
            most = count;
            best = country;
        } else {
            next = std::max(next, count);
        }
    }
    return most > next ? best : std::string();
}

std::set<std::string> NameGroups::countries() const {
    std::set<std::string> found;
    for (const auto& c : candidates)
        for (const auto& reading : c.readings)
            if (r.world[reading.entity].type == EntityType::place)
                found.insert(r.world[reading.entity].country);
    for (const auto& piece : r.pieces)
        if (const auto of =
                (piece.may & may_be_demonym) ? r.words.demonyms.find(piece.word) : r.words.demonyms.end();
            of != r.words.demonyms.end())
            if (const auto place = r.world.find(of->second); place != unknown_entity)
                found.insert(r.world[place].country);
    found.erase("");
    return found;
}

std::uint64_t NameGroups::hash_of(std::uint32_t first, std::uint32_t end) const {
    auto hash = empty_name_hash;
    for (auto i = first; i < end; ++i)
        hash = extend_name_hash(hash, letters(i));
    return hash;
}

/// The reading of a known name that the context bears out; unknown_entity when it speaks against all of them.
std::uint32_t NameGroups::choose(const Candidate& c) const {
    std::uint32_t best = unknown_entity;
    int best_score = -1;
    const bool single = c.end == c.first + 1;
    const bool many_have =
        !single && !countries_.empty() &&
        std::all_of(r.pieces.begin() + c.first, r.pieces.begin() + c.end,
                    [&](const Piece& piece) { return r.words.is_plain_word(piece, r.text); });
    for (const auto& reading : c.readings) {
        if ((reading.languages & r.language) == 0)
            continue;
        const KnownEntity& entity = r.world[reading.entity];
        // "the National Assembly" in a report from Cuba, which names neither France nor any place there
        if (many_have && reading.languages == 0xFFFF && !entity.country.empty() &&
            !countries_.contains(entity.country))
            continue;
        const int score = c.votes[static_cast<std::size_t>(entity.type)] * 2 + 2 * (4 - entity.prominence) +
                          (!country_.empty() && entity.country == country_ ? 3 : 0);
        if (score > best_score) {
            best_score = score;
            best = reading.entity;
        }
    }
    // "President Jordan": a title makes a person of a lone word that is known as something else
    if (best != unknown_entity && single && r.world[best].type != EntityType::person &&
        c.votes[static_cast<std::size_t>(EntityType::person)] >= 4)
        return unknown_entity;
    return best;
}

void NameGroups::adopt(std::uint32_t child, std::uint32_t parent) {
    parent = root(parent);
    child = root(child);
    if (child == parent)
        return;
    groups[child].parent = parent;
    for (std::size_t t = 0; t < groups[parent].votes.size(); ++t)
        groups[parent].votes[t] =
            static_cast<std::uint16_t>(std::min(9999, groups[parent].votes[t] + groups[child].votes[t]));
    groups[parent].confirmed = true;
}

} // namespace timeloom
