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

    /// Tags and lemmas. Span and unit of the words are left to the caller.
    Tree tag(std::span<const Word> words) const;
    /// Tags, lemmas, heads and relations.
    Tree parse(std::span<const Word> words) const;

  private:
    Tree tag(std::span<const Word> words, std::span<const Clues> clues) const;
    /// The packed features of word `at`; `bundles` are those of the words before it.
    std::uint32_t bundle_of(std::span<const Clues> clues, std::size_t at, std::span<const Upos> tags,
                            std::span<const std::uint32_t> bundles) const;
    Transition transition_of(const ParseInput& input, const Configuration& configuration) const;
    void take(Transition transition, const ParseInput& input, Configuration& configuration) const;
    /// Of the arc from the top of the stack to `head`.
    Deprel relation_of(const ParseInput& input, const Configuration& configuration,
                       Configuration::Index head) const;

    // syntax/search.cpp
    struct Option {
        Transition transition;
        std::int32_t doubt;
    };
    struct Options { ///< the least doubtful first
        std::array<Option, 3> all{};
        std::size_t count = 0;
    };
    Options options_of(const ParseInput& input, const Configuration& configuration) const;
    /// The least doubtful reading of a sentence of `size` words.
    Configuration search(const ParseInput& input, std::size_t size) const;

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
