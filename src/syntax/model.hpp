// Everything that is learned of one language, and its file.
//
// The file: the eight bytes of `magic` (its last digits are the version), the number of bytes that follow
// when unpacked (four, little-endian), and those bytes packed by zstd with its checksum. Unpacked: the fields
// of ModelParts in their order; a list is its length and its items; keys, which are even, are stored as half
// the steps from one to the next.
#pragma once

#include "syntax/lemmas.hpp"
#include "syntax/multiword.hpp"
#include "syntax/names.hpp"
#include "syntax/parse_features.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace timeloom {

/// Keys ascending, each with its value: a KeyTable as stored.
using KeyValues = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
KeyTable table_of(const KeyValues& pairs);

/// A model as trained and as stored.
struct ModelParts {
    std::string language;
    KeyValues lexicon; ///< form_key → see clues_of
    Weights upos;
    std::vector<std::uint32_t> bundles;     ///< packed Features, by class of `bundle`
    std::vector<std::uint32_t> bundle_tags; ///< by class of `bundle`: tags that it goes with, as bits
    KeyValues sure_bundles;                 ///< bundle_key → class of `bundle`
    Weights bundle;
    std::vector<LemmaScript> scripts;
    KeyValues lemma_rules;
    std::vector<Splitter::Choice> split_choices;
    KeyValues split_tokens, split_endings; ///< → index into split_choices
    Weights split_context;
    Leads transition;              ///< of left and right over shift
    std::vector<Deprel> relations; ///< by class of `relation`
    KeyValues sure_relations;      ///< sure_keys → class of `relation`
    Weights relation;
    std::uint32_t width = 1; ///< readings that the parser follows side by side, at most 255
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
    const KeyTable& lexicon() const { return lexicon_; }

    using Words = std::span<const Word>;

    /// Tags and lemmas. Span and unit of the words are left to the caller.
    Tree tag(Words sentence) const;
    /// Tags, lemmas, heads and relations.
    Tree parse(Words sentence) const;
    /// The same trees, of several sentences side by side: faster than one by one (syntax/choices.hpp).
    std::vector<Tree> parse(std::span<const Words> sentences) const;

  private:
    /// A sentence as far as it is tagged.
    struct Tagging {
        Words words;
        std::vector<Clues> clues;
        std::vector<Upos> tags;
        std::vector<std::uint32_t> bundles; ///< packed features

        Tagging(Words words_, const KeyTable& lexicon);
    };

    std::vector<Tagging> taggings(std::span<const Words> sentences) const;
    void choose_tags(std::span<Tagging> sentences) const;
    void choose_bundles(std::span<Tagging> sentences) const;
    Tree tree_of(const Tagging& tagging) const;
    /// Adds the trees of a few sentences.
    void parse_few(std::span<const Words> sentences, std::vector<Tree>& trees) const;

    // syntax/search.cpp
    struct Search;
    /// The least doubtful reading of each sentence.
    std::vector<Configuration> search(std::span<const ParseInput> inputs) const;

    KeyTable lexicon_;
    LinearModel upos_;
    std::vector<std::uint32_t> bundles_;
    std::array<std::vector<std::uint8_t>, upos_count> bundles_of_; ///< by tag: classes that it goes with
    KeyTable sure_bundles_;
    LinearModel bundle_;
    LemmaRules lemmas_;
    Splitter splitter_;
    TernaryModel transition_;
    std::vector<Deprel> relations_;
    KeyTable sure_relations_;
    LinearModel relation_;
    std::size_t width_;
};

} // namespace timeloom
