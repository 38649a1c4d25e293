// What the program knows of the world: well-known organisations, people, places, products
// (languages/world/*.tsv).
#pragma once

#include "entities/bodies.hpp"
#include "entities/entity.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

struct KnownEntity {
    std::string name; ///< canonical English or own name
    EntityType type = EntityType::other;
    std::string wikidata;                 ///< "Q2283"; "" when no source gives it
    std::uint32_t owner = unknown_entity; ///< row of the maker or owner (Azure → Microsoft)
    std::uint32_t seat = unknown_entity;  ///< row of the place where it resides (Microsoft → Redmond)
    std::string country;                  ///< ISO 3166 code, of a place too; "" when not said
    std::uint8_t prominence = 3;          ///< 1 the most prominent; decides between homonyms
    BodyKinds kinds = 0;                  ///< of an organisation
};

/// One reading of a name: whom it may mean, and in which languages.
struct NameReading {
    std::uint32_t entity = unknown_entity; ///< row of World
    std::uint16_t languages = 0xFFFF;      ///< bit of World::language_bit, all for a name used everywhere
    bool needs_context = false;            ///< a common word too: capital letters alone are no evidence
    bool acronym = false;                  ///< counts only in capitals
};

/// What is known of a stretch of words: readings of them as a name, and whether longer names begin with them.
struct NameMatch {
    std::span<const NameReading> readings;
    bool goes_on = false;
};

/// Immutable after construction; may be shared by threads.
class World {
  public:
    /// Throws InputError naming file and line of a row that cannot be used.
    explicit World(const std::filesystem::path& data);
    ~World();
    World(World&&) noexcept;

    const KnownEntity& operator[](std::uint32_t row) const { return entities_[row]; }
    std::span<const KnownEntity> entities() const { return entities_; }

    /// The row of a canonical name; unknown_entity when there is none.
    std::uint32_t find(std::string_view name) const;

    /// Readings of a name whose letters, folded and without gaps, hash to `hash` (entities/pieces.hpp).
    NameMatch look_up(std::uint64_t hash) const;
    std::uint16_t language_bit(std::string_view language) const;
    /// Word keys of the prominent names that are written without a capital: "adidas", "talibanes".
    std::span<const std::uint64_t> lower_case_names() const { return lower_case_names_; }

    bool is_given_name(std::uint64_t hash) const;
    bool may_be_given_name(std::uint64_t hash) const; ///< those that are common words too: "Mark", "Claire"
    bool is_family_name(std::uint64_t hash) const;
    /// A town that the tables do not describe, by the word_key of its whole name; no name of persons.
    bool is_town(std::uint64_t word_key) const;
    bool is_legal_form(std::uint64_t hash) const;
    /// "Hollmer Werft" of "Hollmer Werft GmbH"; the whole name when no legal form ends it.
    std::string_view without_legal_form(std::string_view name) const;

    /// The best-known organisation that resides in a place ("the Redmond company"); unknown_entity when none
    /// is known.
    std::uint32_t resident(std::uint32_t place) const;

  private:
    friend class EntityFinder;
    struct Names;
    void read_kinds(const std::filesystem::path& file);
    std::vector<KnownEntity> entities_;
    std::vector<std::uint64_t> lower_case_names_;
    std::unique_ptr<const Names> names_;
};

} // namespace timeloom
