// Treebanks in CoNLL-U (universaldependencies.org/format.html), plain or packed with zstd.
#pragma once

#include "syntax/tree.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

struct GoldWord {
    std::string form;
    std::string lemma; ///< "" when the treebank gives none
    Upos upos = Upos::X;
    std::string relation;     ///< as the treebank writes it, with any subtype
    std::uint32_t bundle = 0; ///< packed Features
    std::int32_t head = -1;   ///< index of a word of the sentence; -1 for the root
    bool relative = false;    ///< PronType=Rel
};

struct GoldSentence {
    /// A token as the text has it: one word, or the words that a multi-word token stands for.
    struct Token {
        std::string form;
        std::uint32_t first, count;
    };

    std::string treebank; ///< from the comment "# treebank = …"; "" when there is none
    std::vector<GoldWord> words;
    std::vector<Token> tokens;
};

/// Throws InputError naming `file` and the line: wrong number of columns, unknown tag, a head outside the
/// sentence. Empty nodes (8.1) are passed over.
std::vector<GoldSentence> parse_conllu(std::string_view text, const std::string& file);

/// Reads a file; one whose name ends in .zst is unpacked first.
std::vector<GoldSentence> read_conllu(const std::filesystem::path& file);

} // namespace timeloom
