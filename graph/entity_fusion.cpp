#include "graph/entity_fusion.hpp"

#include "base/utf8.hpp"
#include "entities/name_spelling.hpp"
#include "graph/components.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace timeloom {

namespace {

constexpr std::size_t type_count = 7;

/// What an entity is by nature. A company and its product may go by one type in one text and by another
/// elsewhere; a person and a place do not.
enum class Nature : std::uint8_t { any, person, place, thing };

Nature nature_of(EntityType type) {
    switch (type) {
    case EntityType::person:
        return Nature::person;
    case EntityType::place:
        return Nature::place;
    case EntityType::other:
        return Nature::any;
    default:
        return Nature::thing;
    }
}

/// The nature that the world tables or the text tell; any where the type is a guess.
Nature stated_nature(const LocalEntity& local) {
    return local.known != unknown_entity || local.type_evidence <= 1 ? Nature::any : nature_of(local.type);
}

/// Local entities of one key and nature, over all documents.
struct Group {
    std::uint32_t known = unknown_entity;
    std::string key;
    std::array<std::uint64_t, type_count> votes{};
    std::map<std::string, std::uint32_t> names;   ///< name → documents that use it
    std::map<std::string, std::uint32_t> aliases; ///< the same for the other names

    std::uint32_t documents() const {
        std::uint32_t sum = 0;
        for (const auto& [name, count] : names)
            sum += count;
        return sum;
    }
    EntityType type() const {
        return static_cast<EntityType>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    }
};

struct Keyed {
    std::string key;
    Nature nature;
    std::uint32_t number;
    const LocalEntity* local;
};

/// What a local entity is first grouped by. Known rows come as "=ROW", which no folded name can be.
std::string key_of(const LocalEntity& local, const World& world) {
    return local.known != unknown_entity ? "=" + std::to_string(local.known)
                                         : fold_name(world.without_legal_form(local.name));
}

/// Natures of one name that have too little evidence beside the strongest are taken for it; of a name of
/// several words, which hardly a person and a firm share, any that has little.
void settle_natures(std::vector<Keyed>& keyed, std::size_t begin, std::size_t end) {
    std::array<std::uint64_t, 4> evidence{};
    for (std::size_t i = begin; i < end; ++i)
        if (keyed[i].nature != Nature::any)
            evidence[static_cast<std::size_t>(keyed[i].nature)] += keyed[i].local->type_evidence + 1u;
    const auto best = std::max_element(evidence.begin(), evidence.end());
    if (*best == 0)
        return;
    constexpr std::uint64_t far_less = 5, little = 10;
    for (std::size_t i = begin; i < end; ++i) {
        const auto own = evidence[static_cast<std::size_t>(keyed[i].nature)];
        const bool whole = keyed[i].local->name.find(' ') != std::string::npos;
        if (own * far_less < *best || (whole && own < little && own < *best))
            keyed[i].nature = static_cast<Nature>(best - evidence.begin());
    }
}

class EntityFusion {
  public:
    EntityFusion(const Collection& collection, const World& world) : collection_(collection), world_(world) {}

    FusedEntities run() {
        group_by_key();
        Components components(groups_.size());
        join_known_names(components);
        join_aliases(components);
        join_spellings(components);
        join_makers(components);
        return collect(components);
    }

  private:
    void group_by_key() {
        std::vector<Keyed> keyed;
        keyed.reserve(collection_.entity_count());
        for (std::uint32_t d = 0; d < collection_.readings.size(); ++d) {
            const auto& locals = collection_.readings[d].entities.entities;
            for (std::uint32_t e = 0; e < locals.size(); ++e)
                keyed.push_back({key_of(locals[e], world_), stated_nature(locals[e]),
                                 collection_.entity_number(d, e), &locals[e]});
        }
        const auto order = [](const Keyed& a, const Keyed& b) {
            return std::tie(a.key, a.nature, a.number) < std::tie(b.key, b.nature, b.number);
        };
        std::sort(keyed.begin(), keyed.end(), order);
        for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
            while (end < keyed.size() && keyed[end].key == keyed[begin].key)
                ++end;
            settle_natures(keyed, begin, end);
        }
        std::sort(keyed.begin(), keyed.end(), order);
        group_of_.resize(keyed.size());
        for (std::size_t i = 0; i < keyed.size(); ++i) {
            const auto& k = keyed[i];
            if (i == 0 || k.key != keyed[i - 1].key || k.nature != keyed[i - 1].nature) {
                groups_.emplace_back();
                groups_.back().key = k.key;
                groups_.back().known = k.local->known;
            }
            auto& group = groups_.back();
            group_of_[k.number] = static_cast<std::uint32_t>(groups_.size() - 1);
            group.votes[static_cast<std::size_t>(k.local->type)] += k.local->type_evidence + 1u;
            ++group.names[k.local->name];
            for (const auto& alias : k.local->aliases)
                ++group.aliases[alias];
        }
    }

    Nature nature(const Group& group) const {
        return nature_of(group.known != unknown_entity ? world_[group.known].type : group.type());
    }

    bool may_be_one(const Group& a, const Group& b) const {
        if (a.known != unknown_entity && b.known != unknown_entity && a.known != b.known)
            return false;
        const Nature x = nature(a), y = nature(b);
        return x == y || x == Nature::any || y == Nature::any;
    }

    /// A name that a finder did not look up, but that is the canonical name of a known entity of this
    /// collection.
    void join_known_names(Components& components) {
        std::multimap<std::string, std::uint32_t> known;
        for (std::uint32_t g = 0; g < groups_.size(); ++g)
            if (groups_[g].known != unknown_entity)
                known.emplace(fold_name(world_[groups_[g].known].name), g);
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            if (groups_[g].known != unknown_entity)
                continue;
            const auto [begin, end] = known.equal_range(groups_[g].key);
            for (auto i = begin; i != end; ++i)
                if (may_be_one(groups_[g], groups_[i->second])) {
                    components.join(g, i->second);
                    break;
                }
        }
    }

    void join_aliases(Components& components) {
        std::map<std::string, std::vector<std::uint32_t>> named; // by first key
        for (std::uint32_t g = 0; g < groups_.size(); ++g)
            named[groups_[g].key].push_back(g);
        std::map<std::string, std::map<std::uint32_t, std::uint32_t>> claims; // alias → group → documents
        for (std::uint32_t g = 0; g < groups_.size(); ++g)
            for (const auto& [alias, count] : groups_[g].aliases)
                claims[fold_name(world_.without_legal_form(alias))][g] += count;
        for (const auto& [alias, claimants] : claims) {
            const auto found = named.find(alias);
            if (found == named.end())
                continue;
            for (const auto short_form : found->second) {
                if (groups_[short_form].known != unknown_entity)
                    continue;
                std::set<std::uint32_t> fitting;
                for (const auto& [claimant, count] : claimants)
                    if (claimant != short_form && may_be_one(groups_[claimant], groups_[short_form]))
                        fitting.insert(components.of(claimant));
                if (fitting.size() == 1)
                    components.join(short_form, *fitting.begin());
            }
        }
    }

    const std::string& name_of_group(const Group& group) const {
        return group.known != unknown_entity ? world_[group.known].name : group.names.begin()->first;
    }

    /// Joins `group` to the one of `others` that may be the same; several leave it alone.
    void join_only(Components& components, std::uint32_t group,
                   const std::vector<std::uint32_t>& others) const {
        std::set<std::uint32_t> fitting;
        for (const auto other : others)
            fitting.insert(components.of(other));
        fitting.erase(components.of(group));
        if (fitting.size() == 1)
            components.join(group, *fitting.begin());
    }

    /// "Teresa May" in one document is "Theresa May" of another.
    void join_spellings(Components& components) {
        struct Person {
            std::string given;
            std::uint32_t group;
        };
        std::map<std::string, std::vector<Person>> persons; // by last word
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            const auto& name = name_of_group(groups_[g]);
            const auto first = name.find(' '), last = name.rfind(' ');
            if (first != std::string::npos && nature(groups_[g]) == Nature::person)
                persons[fold_name(name.substr(last + 1))].push_back({fold_name(name.substr(0, first)), g});
        }
        for (const auto& [surname, namesakes] : persons)
            for (const auto& person : namesakes) {
                if (groups_[person.group].known != unknown_entity)
                    continue;
                std::vector<std::uint32_t> same;
                for (const auto& other : namesakes)
                    if (other.group != person.group && same_given_name(person.given, other.given))
                        same.push_back(other.group);
                join_only(components, person.group, same);
            }
    }

    /// "Brontix Nova 4" in one document is "Nova 4" of another, where Brontix is a company.
    void join_makers(Components& components) {
        std::map<std::string, std::vector<std::uint32_t>> products;
        std::set<std::string> companies;
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            const auto type =
                groups_[g].known != unknown_entity ? world_[groups_[g].known].type : groups_[g].type();
            if (type == EntityType::product)
                products[fold_name(name_of_group(groups_[g]))].push_back(g);
            if (type == EntityType::organization)
                companies.insert(fold_name(name_of_group(groups_[g])));
        }
        for (const auto& [name, groups] : products)
            for (const auto g : groups) {
                if (groups_[g].known != unknown_entity)
                    continue;
                const auto& full = name_of_group(groups_[g]);
                const auto space = full.find(' ');
                if (space == std::string::npos || !companies.contains(fold_name(full.substr(0, space))))
                    continue;
                if (const auto found = products.find(fold_name(full.substr(space + 1)));
                    found != products.end())
                    join_only(components, g, found->second);
            }
    }

    FusedEntities collect(Components& components) {
        std::map<std::uint32_t, Group> merged;
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            auto& into = merged[components.of(g)];
            auto& from = groups_[g];
            if (from.known != unknown_entity)
                into.known = from.known;
            for (std::size_t t = 0; t < type_count; ++t)
                into.votes[t] += from.votes[t];
            for (const auto& [name, count] : from.names)
                into.names[name] += count;
            for (const auto& [name, count] : from.aliases)
                into.aliases[name] += count;
        }
        std::vector<std::pair<FusedEntity, std::uint32_t>> out;
        for (auto& [component, group] : merged)
            out.emplace_back(settle(group), component);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first.key, a.second) < std::tie(b.first.key, b.second);
        });
        FusedEntities result;
        result.entities.reserve(out.size());
        std::vector<std::uint32_t> place(groups_.size());
        for (auto& [entity, component] : out) {
            place[component] = static_cast<std::uint32_t>(result.entities.size());
            result.entities.push_back(std::move(entity));
        }
        result.of.reserve(group_of_.size());
        for (const auto group : group_of_)
            result.of.push_back(place[components.of(group)]);
        return result;
    }

    FusedEntity settle(const Group& group) const {
        FusedEntity out;
        out.known = group.known;
        if (group.known != unknown_entity) {
            out.name = world_[group.known].name;
            out.type = world_[group.known].type;
            out.key = "=" + world_[group.known].wikidata;
        } else {
            const auto best =
                std::max_element(group.names.begin(), group.names.end(), [](const auto& a, const auto& b) {
                    return std::make_tuple(a.second, a.first.size(), std::cref(b.first)) <
                           std::make_tuple(b.second, b.first.size(), std::cref(a.first));
                });
            out.name = best->first;
            out.type = group.type();
        }
        out.key = std::string(1, static_cast<char>('a' + static_cast<int>(out.type))) + fold_name(out.name) +
                  out.key;
        std::set<std::string> aliases;
        for (const auto& [name, count] : group.names)
            aliases.insert(name);
        for (const auto& [name, count] : group.aliases)
            aliases.insert(name);
        aliases.erase(out.name);
        out.aliases.assign(aliases.begin(), aliases.end());
        return out;
    }

    const Collection& collection_;
    const World& world_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> group_of_;
};

} // namespace

FusedEntities fuse_entities(const Collection& collection, const World& world) {
    return EntityFusion(collection, world).run();
}

} // namespace timeloom
