#include "entities/world.hpp"

#include "base/data.hpp"
#include "base/error.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "base/word_table.hpp"
#include "entities/entity_types.hpp"
#include "entities/pieces.hpp"
#include "entities/word_forms.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>

namespace timeloom {

namespace {

/// Open addressing over hashed names: one probe in most cases. Key 0 marks an empty slot.
struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = 0; ///< into the readings
    std::uint16_t count = 0;
    bool goes_on = false;
};

using NameSet = WordTable<bool>; ///< by name_hash

struct Alias {
    std::uint64_t hash;
    std::string_view name;
    NameReading reading;
};

bool is_acronym(std::string_view name) {
    const auto letter = [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || (c >= '0' && c <= '9');
    };
    return name.size() <= 6 && std::all_of(name.begin(), name.end(), letter);
}

/// The names of a file; those with a "?" are common words too and go to `common`.
NameSet read_names(const std::filesystem::path& file, NameSet& common) {
    NameSet names;
    const auto table = read_table(file, {1, 1});
    for (const auto& row : table.rows)
        (row[0].ends_with('?') ? common : names)[name_hash(row[0])] = true;
    return names;
}

} // namespace

struct World::Names {
    std::vector<std::string> languages;
    std::vector<Slot> slots;
    std::vector<NameReading> readings;
    std::unordered_map<std::uint64_t, std::uint32_t> canonical;
    std::unordered_map<std::uint32_t, std::uint32_t> residents; ///< place → organisation
    NameSet given, common_given, family, legal_forms;
    WordForms towns; ///< languages/world/towns.bin

    Slot& slot(std::uint64_t hash) {
        const auto mask = slots.size() - 1;
        auto at = (hash ^ hash >> 29) & mask;
        while (slots[at].key != 0 && slots[at].key != hash)
            at = (at + 1) & mask;
        return slots[at];
    }
    const Slot& slot(std::uint64_t hash) const { return const_cast<Names*>(this)->slot(hash); }

    void index(std::vector<Alias>& aliases, const std::vector<KnownEntity>& entities);
};

void World::Names::index(std::vector<Alias>& aliases, const std::vector<KnownEntity>& entities) {
    std::stable_sort(aliases.begin(), aliases.end(), [&](const Alias& a, const Alias& b) {
        if (a.hash != b.hash)
            return a.hash < b.hash;
        return entities[a.reading.entity].prominence < entities[b.reading.entity].prominence;
    });
    std::vector<std::uint64_t> prefixes;
    for (const auto& alias : aliases) {
        const auto runs = letter_runs(alias.name);
        auto hash = empty_name_hash;
        for (std::size_t i = 0; i + 1 < runs.size(); ++i)
            prefixes.push_back(hash = extend_name_hash(hash, runs[i].of(alias.name)));
    }
    slots.resize(std::bit_ceil((aliases.size() + prefixes.size()) * 2 + 16));
    for (const auto hash : prefixes) {
        slot(hash).key = hash;
        slot(hash).goes_on = true;
    }
    for (const auto& alias : aliases) {
        Slot& here = slot(alias.hash);
        here.key = alias.hash;
        if (here.count > 0 && readings.back().entity == alias.reading.entity &&
            readings.back().needs_context == alias.reading.needs_context) {
            // the same name listed again: it holds where either holds
            readings.back().languages |= alias.reading.languages;
            readings.back().acronym &= alias.reading.acronym;

            continue;
        }
        if (here.count == 0)
            here.first = static_cast<std::uint32_t>(readings.size());
        ++here.count;
        readings.push_back(alias.reading);
    }
}

World::World(const std::filesystem::path& data) : names_(std::make_unique<Names>()) {
    auto& names = const_cast<Names&>(*names_);
    names.languages = known_languages(data);
    const auto folder = data / "languages" / "world";
    std::vector<Table> tables;
    for (const auto* file : {"organizations.tsv", "people.tsv", "places.tsv", "products.tsv",
                             "international.tsv", "curated.tsv"})
        tables.push_back(read_table(folder / file, {2, 8}));

    std::vector<Alias> aliases;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> rows;
    const auto row_of = [&](std::string_view name, EntityType type) {
        for (const auto row : rows[name_hash(name)])
            if (entities_[row].type == type)
                return row;
        return unknown_entity;
    };
    struct Link {
        std::uint32_t from;
        const Table* table;
        const TableRow* row;
    };
    std::vector<Link> links;
    for (const auto& table : tables)
        for (const auto& row : table.rows) {
            const auto type = entity_type(row[1]);
            if (!type)
                table.fail(row, "unknown entity type '" + std::string(row[1]) + "'",
                           "use " + entity_type_names());
            auto known = row_of(row[0], *type);
            if (known == unknown_entity) {
                known = static_cast<std::uint32_t>(entities_.size());
                entities_.push_back({std::string(row[0]), *type, {}, unknown_entity, unknown_entity, {}, 3});
                rows[name_hash(row[0])].push_back(known);
            }
            KnownEntity& entity = entities_[known];
            if (!row[2].empty())
                entity.wikidata = row[2];
            if (!row[3].empty()) {
                if (row[3].size() != 1 || row[3][0] < '1' || row[3][0] > '3')
                    table.fail(row, "prominence '" + std::string(row[3]) + "'", "use 1, 2 or 3");
                entity.prominence = static_cast<std::uint8_t>(row[3][0] - '0');
            }
            if (!row[7].empty())
                entity.country = row[7];
            if (!row[4].empty() || !row[5].empty())
                links.push_back({known, &table, &row});
            bool name_listed = false;
            for (std::string_view rest = row[6]; !rest.empty();) {
                const auto bar = rest.find('|');
                auto cell = trim(rest.substr(0, bar));
                rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
                const auto colon = cell.find(':');
                if (colon == std::string_view::npos)
                    table.fail(row, "alias '" + std::string(cell) + "' without language",
                               "write es:ALIAS, or und:ALIAS");
                const auto language = cell.substr(0, colon);
                auto alias = cell.substr(colon + 1);
                NameReading reading{known, 0xFFFF, false, false};
                if (!alias.empty() && alias.back() == '?') {
                    reading.needs_context = true;
                    alias.remove_suffix(1);
                }
                reading.acronym = is_acronym(alias);
                // English names travel, unless they are so short that they mean something else elsewhere
                if (language != "und" && !(language == "en" && alias.size() > 3))
                    reading.languages = language_bit(language);
                if (reading.languages == 0)
                    table.fail(row, "unknown language '" + std::string(language) + "'",
                               "use a folder of languages/, or und");
                name_listed |= alias == row[0];
                if (entity.prominence == 1 && alias.size() > 2 && fold_case(alias) == alias &&
                    letter_runs(alias).size() == 1)
                    lower_case_names_.push_back(word_key(alias));
                if (const auto hash = name_hash(alias); hash != empty_name_hash)
                    aliases.push_back({hash, alias, reading});
            }
            if (!name_listed)
                aliases.push_back({name_hash(row[0]), row[0], {known, 0xFFFF, false, is_acronym(row[0])}});
        }
    std::vector<std::uint32_t> by_rank(entities_.size());
    for (std::uint32_t i = 0; i < entities_.size(); ++i)
        by_rank[i] = i;
    std::stable_sort(by_rank.begin(), by_rank.end(),
                     [&](auto a, auto b) { return entities_[a].prominence < entities_[b].prominence; });
    for (const auto row : by_rank)
        names.canonical.try_emplace(name_hash(entities_[row].name), row);
    for (const auto& [from, table, row] : links) {
        const auto link = [&, t = table, r = row](std::string_view name, bool place) {
            auto to = place ? row_of(name, EntityType::place) : row_of(name, EntityType::organization);
            if (to == unknown_entity)
                to = find(name);
            if (to == unknown_entity)
                t->fail(*r, "'" + std::string(name) + "' is not in the world tables",
                        "add it to curated.tsv");
            return to;
        };
        if (!(*row)[4].empty())
            entities_[from].owner = link((*row)[4], false);
        if (!(*row)[5].empty()) {
            const auto seat = entities_[from].seat = link((*row)[5], true);
            const auto [at, fresh] = names.residents.try_emplace(seat, from);
            if (!fresh && entities_[from].prominence < entities_[at->second].prominence)
                at->second = from;
        }
    }
    names.index(aliases, entities_);
    names.given = read_names(folder / "given-names.tsv", names.common_given);
    NameSet none;
    names.family = read_names(folder / "family-names.tsv", none);
    names.legal_forms = read_names(folder / "legal-forms.tsv", none);
    names.towns = WordForms(folder / "towns.bin");
    read_kinds(folder / "bodies.tsv");
}

/// Tells of each organisation what the table says of a word of its name, or of the name.
void World::read_kinds(const std::filesystem::path& file) {
    const auto table = read_table(file, {2, 3});
    std::unordered_map<std::uint64_t, BodyKinds> words;
    for (const auto& row : table.rows) {
        const auto kind = body_kind(row[0]);
        if (!kind)
            table.fail(row, "unknown kind of body '" + std::string(row[0]) + "'",
                       "use one of those in entities/bodies.hpp");
        for (const auto& word : split(row[1], ' '))
            words[name_hash(word)] |= bit_of(*kind);
        for (const auto& name : split(row[2], '|')) {
            const auto known = find(name);
            if (known == unknown_entity)
                table.fail(row, "'" + name + "' is not in the world tables", "add it to curated.tsv");
            entities_[known].kinds |= bit_of(*kind);
        }
    }
    for (auto& entity : entities_) {
        if (entity.type != EntityType::organization || entity.kinds != 0)
            continue;
        for (const auto run : letter_runs(entity.name))
            if (const auto at = words.find(name_hash(run.of(entity.name))); at != words.end())
                entity.kinds |= at->second;
    }
}

World::~World() = default;
World::World(World&&) noexcept = default;

std::uint32_t World::find(std::string_view name) const {
    const auto at = names_->canonical.find(name_hash(name));
    return at == names_->canonical.end() ? unknown_entity : at->second;
}

NameMatch World::look_up(std::uint64_t hash) const {
    const Slot& slot = names_->slot(hash);
    if (slot.key != hash)
        return {};
    return {std::span(names_->readings).subspan(slot.first, slot.count), slot.goes_on};
}

std::uint16_t World::language_bit(std::string_view language) const {
    const auto at = std::find(names_->languages.begin(), names_->languages.end(), language);
    if (at == names_->languages.end())
        return 0;
    return static_cast<std::uint16_t>(1u << (at - names_->languages.begin()));
}

bool World::may_be_given_name(std::uint64_t hash) const {
    return is_given_name(hash) || names_->common_given.contains(hash);
}

bool World::is_given_name(std::uint64_t hash) const {
    return names_->given.contains(hash);
}
bool World::is_family_name(std::uint64_t hash) const {
    return names_->family.contains(hash);
}
bool World::is_town(std::uint64_t word_key) const {
    return names_->towns.contains(word_key);
}
bool World::is_legal_form(std::uint64_t hash) const {
    return names_->legal_forms.contains(hash);
}

std::string_view World::without_legal_form(std::string_view name) const {
    for (auto space = name.find(' '); space != std::string_view::npos; space = name.find(' ', space + 1))
        if (space > 0 && is_legal_form(name_hash(name.substr(space))))
            return name.substr(0, name.find_last_not_of(" ,", space) + 1);
    return name;
}

std::uint32_t World::resident(std::uint32_t place) const {
    const auto at = names_->residents.find(place);
    return at == names_->residents.end() ? unknown_entity : at->second;
}

} // namespace timeloom
