// Finds what a document tells: events and states with roles, factuality, attribution and time.
#pragma once

#include "entities/world.hpp"
#include "events/event.hpp"
#include "events/frames.hpp"
#include "syntax/parser.hpp"
#include "text/document.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// Immutable after construction; may be shared by threads. Reads
/// languages/LANGUAGE/{events,factuality,…}.tsv.
class Extractor {
  public:
    /// `frames` must outlive the extractor; so must `parser`, null for a language without a model (binding is
    /// then by position).
    Extractor(const std::filesystem::path& data, const std::string& language, const Frames& frames,
              const Parser* parser);
    ~Extractor();
    Extractor(Extractor&&) noexcept;

    /// Events in text order. Adds to `entities` the pronouns that the tree resolves ("they", "which").
    std::vector<EventMention> extract(const Document& document, std::span<const Timex> times,
                                      DocumentEntities& entities) const;

  private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

} // namespace timeloom
