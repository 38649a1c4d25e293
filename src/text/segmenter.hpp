// Cuts a document into sentences and tokens.
#pragma once

#include "text/document.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace timeloom {

/// Immutable after construction; may be shared by threads. Reads
/// languages/LANGUAGE/{abbreviations,furniture}.tsv.
class Segmenter {
  public:
    Segmenter(const std::filesystem::path& data, const std::string& language);
    ~Segmenter();
    Segmenter(Segmenter&&) noexcept;

    /// Fills document.sentences and document.tokens from document.text (valid UTF-8). Linear in the text's
    /// length.
    void segment(Document& document) const;

  private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

} // namespace timeloom
