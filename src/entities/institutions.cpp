#include "entities/institutions.hpp"

#include "base/table.hpp"

namespace timeloom {

namespace {

constexpr std::string_view gap = "{}";

std::uint32_t country_row(const World& world, const Table& table, const TableRow& row,
                          std::string_view name) {
    const auto country = world.find(name);
    if (country == unknown_entity || world[country].type != EntityType::place)
        table.fail(row, "'" + std::string(name) + "' is no place of the world tables",
                   "write it as places.tsv does");
    return country;
}

} // namespace

Institutions::Institutions(const std::filesystem::path& data, const std::string& language, const World& world,
                           const Vocabulary& words)
    : world_(world) {
    std::map<std::string, std::uint32_t, std::less<>> kinds;
    const auto named = read_table(data / "languages" / "world" / "institutions.tsv", {3, 3});
    for (const auto& row : named.rows) {
        if (row[0] == "the") {
            with_article_.emplace(country_row(world, named, row, row[1]), row[2]);
            continue;
        }
        const auto [at, fresh] =
            kinds.try_emplace(std::string(row[0]), static_cast<std::uint32_t>(patterns_.size()));
        if (fresh != (row[1] == "*"))
            named.fail(row, "one row with '*' begins each kind", "put it first, and once");
        if (fresh)
            patterns_.emplace_back(row[2]);
        else
            names_.emplace(std::pair{at->second, country_row(world, named, row, row[1])}, row[2]);
    }
    const auto spoken = read_table(data / "languages" / language / "institutions.tsv", {2, 3});
    for (const auto& row : spoken.rows) {
        const auto kind = kinds.find(row[1]);
        if (kind == kinds.end())
            spoken.fail(row, "unknown kind '" + std::string(row[1]) + "'",
                        "use a kind of world/institutions.tsv");
        if (!row[2].empty() && row[2] != "named")
            spoken.fail(row, "unknown flag '" + std::string(row[2]) + "'", "use named, or nothing");
        if (!phrases_.add(row[0], static_cast<std::uint32_t>(nouns_.size())))
            spoken.fail(row, "'" + std::string(row[0]) + "' is listed twice", "remove one of the rows");
        nouns_.push_back({kind->second, row[2] == "named", 0});
    }
    for (const auto& [word, place] : words.demonyms)
        if (const auto row = world.find(place);
            row != unknown_entity && world[row].type == EntityType::place && !world[row].country.empty()) {
            demonyms_.emplace(word, row);
            countries_.emplace(world[row].country, row);
        }
}

std::string Institutions::name(std::uint32_t kind, std::uint32_t country) const {
    if (const auto at = names_.find({kind, country}); at != names_.end())
        return at->second;
    auto name = patterns_[kind];
    const auto article = with_article_.find(country);
    if (const auto at = name.find(gap); at != std::string::npos)
        name.replace(at, gap.size(), article == with_article_.end() ? world_[country].name : article->second);
    return name;
}

std::uint32_t Institutions::country_of_demonym(std::uint64_t word) const {
    const auto at = demonyms_.find(word);
    return at == demonyms_.end() ? unknown_entity : at->second;
}

std::uint32_t Institutions::country_of(std::uint32_t row) const {
    const auto at = row == unknown_entity ? countries_.end() : countries_.find(world_[row].country);
    return at == countries_.end() ? unknown_entity : at->second;
}

} // namespace timeloom
