#include "text/furniture.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"
#include "text/tokenizer.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

constexpr std::size_t longest_block = 80; // tokens; longer ones are prose whatever they begin with

// Pattern elements that are no word's key.
constexpr std::uint64_t any_tokens = 0;
constexpr std::uint64_t any_number = 1;

std::uint64_t element(std::string_view word, std::uint64_t key) {
    return word == "*" ? any_tokens : word == "#" ? any_number : key;
}

bool is_mark(const Token& token) {
    return token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol;
}

/// "Home » News » Title", "Start > Wirtschaft > Titel": two or more separators of one kind, each between
/// blanks.
bool is_link_trail(std::string_view text, std::span<const Token> block) {
    constexpr std::string_view separators[] = {"»", ">", "›", "|", "/", "→"};
    std::array<int, std::size(separators)> counts{};
    for (std::size_t i = 1; i + 1 < block.size(); ++i) {
        if (!is_mark(block[i]) || !block[i].space_before || !block[i + 1].space_before)
            continue;
        const auto* found = std::find(std::begin(separators), std::end(separators), block[i].span.of(text));
        if (found != std::end(separators) && ++counts[static_cast<std::size_t>(found - separators)] >= 2)
            return true;
    }
    return false;
}

} // namespace

Furniture Furniture::read(const std::filesystem::path& data, const std::string& language,
                          const Abbreviations& abbreviations) {
    Furniture read;
    const auto table = read_table(data / "languages" / language / "furniture.tsv", {2, 3});
    for (const auto& row : table.rows) {
        if (row[0] == "date" || row[0] == "byline") {
            for (const auto& word : split(row[1], ' '))
                (row[0] == "date" ? read.date_words_ : read.byline_words_).insert(word_key(word));
            continue;
        }
        if (row[0] != "any" && row[0] != "edge")
            table.fail(row, "unknown place '" + std::string(row[0]) + "'", "use any, edge, date or byline");
        Pattern pattern{{}, row[0] == "edge"};
        std::size_t longest = 0; // bytes of the pattern's longest word, the one that fewest blocks have
        std::uint64_t rare = 0;
        std::vector<Token> tokens;
        tokenize(row[1], {0, static_cast<std::uint32_t>(row[1].size())}, abbreviations, tokens);
        for (const auto& token : tokens) {
            const auto key = element(token.span.of(row[1]), token.key);
            pattern.keys.push_back(key);
            if (key != any_tokens && key != any_number && token.span.length() > longest) {
                longest = token.span.length();
                rare = key;
            }
        }
        if (longest == 0)
            table.fail(row, "the pattern has no word", "write the line's words, * for any others");
        auto& patterns =
            pattern.keys.front() == any_tokens ? read.by_word_[rare] : read.by_first_[pattern.keys.front()];
        patterns.push_back(std::move(pattern));
    }
    return read;
}

bool Furniture::fits(const Pattern& pattern, std::span<const Token> block) {
    // Greedy match with one way back, to the last star: as for file name globs.
    std::size_t p = 0, b = 0, star = pattern.keys.size(), star_block = 0;
    while (b < block.size()) {
        if (p < pattern.keys.size() &&
            (pattern.keys[p] == block[b].key ||
             (pattern.keys[p] == any_number && block[b].kind == TokenKind::number))) {
            ++p, ++b;
        } else if (p < pattern.keys.size() && pattern.keys[p] == any_tokens) {
            star = p++;
            star_block = b;
        } else if (is_mark(block[b]) && !(p > 0 && p == star + 1)) {
            ++b;
        } else if (star < pattern.keys.size()) {
            p = star + 1;
            b = ++star_block;
        } else {
            return false;
        }
    }
    while (p < pattern.keys.size() && pattern.keys[p] == any_tokens)
        ++p;
    return p == pattern.keys.size();
}

bool Furniture::matches(std::string_view text, std::span<const Token> block, bool edge) const {
    const auto word = std::find_if(block.begin(), block.end(), [](const Token& token) {
        return token.kind == TokenKind::word || token.kind == TokenKind::number;
    });
    if (word == block.end())
        return true;
    if (block.size() > longest_block)
        return false;
    if (is_link_trail(text, block))
        return true;
    const auto any_fits = [edge](const std::vector<Pattern>* patterns, std::span<const Token> rest) {
        return patterns && std::any_of(patterns->begin(), patterns->end(), [&](const Pattern& pattern) {
                   return (edge || !pattern.edge_only) && fits(pattern, rest);
               });
    };
    return (word->kind == TokenKind::number && any_fits(by_first_.find(any_number), block)) ||
           any_fits(by_first_.find(block.front().key), block) ||
           any_fits(by_first_.find(word->key),
                    block.subspan(static_cast<std::size_t>(word - block.begin()))) ||
           std::any_of(block.begin(), block.end(),
                       [&](const Token& token) { return any_fits(by_word_.find(token.key), block); });
}

} // namespace timeloom
