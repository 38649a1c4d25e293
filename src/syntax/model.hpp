// Everything that is learned of one language, and its file.
//
// The file: the eight bytes of `magic` (its last digits are the version), the number of bytes that follow
// when unpacked (four, little-endian), and those bytes packed by zstd with its checksum. Unpacked: the fields
// of ModelParts in their order; a list is its length and its items; keys are stored as the steps from one to
// the next.
#pragma once

#include "syntax/clues.hpp"
#include "syntax/configuration.hpp"
#include "syntax/lemmas.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/multiword.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace timeloom {

/// Keys ascending, each with its value: a KeyTable as stored.
using KeyValues = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A model as trained and as stored.
struct ModelParts {
    std::string language;
    KeyValues lexicon; ///< form_key → tags seen, as bits
    Weights upos;
    std::vector<std::uint32_t> bundles;     ///< packed Features, by class of `bundle`
    std::vector<std::uint32_t> bundle_tags; ///< by class of `bundle`: tags that it goes with, as bits
    Weights bundle;
    std::vector<LemmaScript> scripts;
    KeyValues lemma_rules;
    std::vector<Splitter::Choice> split_choices;
    KeyValues split_tokens, split_endings; ///< → index into split_choices
    Weights split_context;
    std::vector<Transition> transitions; ///< by class of `transition`
    Weights transition;
};

std::string to_bytes(const ModelParts& parts);
/// Throws InputError; `file` names the bytes in messages.
ModelParts parts_from_bytes(const std::string& bytes, const std::string& file);

void write_model(const ModelParts& parts, const std::filesystem::path& file);
ModelParts read_model(const std::filesystem::path& file);

/// A model ready for work. Immutable.
class SyntaxModel {
  public:
    explicit SyntaxModel(ModelParts parts);

    const Splitter& splitter() const { return splitter_; }

    /// Tags and lemmas. Span and unit of the words are left to the caller.
    Tree tag(std::span<const Word> words) const;
    /// Tags, lemmas, heads and relations.
    Tree parse(std::span<const Word> words) const;

  private:
    Tree tag(std::span<const Word> words, std::span<const Clues> clues) const;

    KeyTable lexicon_;
    LinearModel upos_;
    std::vector<Features> bundles_;
    std::vector<std::uint32_t> packed_bundles_, bundle_tags_;
    LinearModel bundle_;
    LemmaRules lemmas_;
    Splitter splitter_;
    std::vector<Transition> transitions_;
    LinearModel transition_;
};

} // namespace timeloom
