// Finds and normalises the time expressions of a document (TIMEX3).
#pragma once

#include "text/document.hpp"
#include "time/timex.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// Immutable after construction; may be shared by threads. Reads the time tables of languages/LANGUAGE/.
class Tagger {
  public:
    Tagger(const std::filesystem::path& data, const std::string& language);
    ~Tagger();
    Tagger(Tagger&&) noexcept;

    /// Expressions in text order, not overlapping, none from furniture. The document must be segmented.
    /// Relative ones are resolved against document.published (left unresolved where that is unknown).
    std::vector<Timex> tag(const Document& document) const;

    /// Reads the relative expressions of `times` (from `tag` on the same document) again under another
    /// publication date. `published` as EDTF, "" for unknown.
    void resolve(std::span<Timex> times, const std::string& published) const;

    /// Reads `times` again, those at `ahead` as days to come ("summoned them to a meeting on Friday").
    void look_ahead(std::span<Timex> times, std::span<const std::uint32_t> ahead,
                    const std::string& published) const;

    /// What the text says about its own day of writing.
    std::vector<PublicationClue> clues(const Document& document, std::span<const Timex> times) const;

  private:
    struct Rules;
    std::unique_ptr<const Rules> rules_;
};

} // namespace timeloom
