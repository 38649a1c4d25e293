// Finds the entities of a document and resolves what refers to them.
#pragma once

#include "entities/entity.hpp"
#include "entities/world.hpp"
#include "text/document.hpp"
#include "time/timex.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// Immutable after construction; may be shared by threads. Reads the entity tables of languages/LANGUAGE/.
class EntityFinder {
  public:
    /// `world` must outlive the finder.
    EntityFinder(const std::filesystem::path& data, const std::string& language, const World& world);
    ~EntityFinder();
    EntityFinder(EntityFinder&&) noexcept;

    /// Removes from `times` what is a person's family name ("Birgit Sommer").
    void drop_surnames(const Document& document, std::vector<Timex>& times) const;

    /// The document must be segmented; words inside `times` name nobody.
    DocumentEntities find(const Document& document, std::span<const Timex> times) const;

  private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

} // namespace timeloom
