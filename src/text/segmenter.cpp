// The plan: blocks (paragraphs, headings, items); each block is tokenized and given its kind; prose is cut
// into sentences at full stops, question and exclamation marks, judged by the token before and the token
// after.
#include "text/segmenter.hpp"

#include "base/digest.hpp"
#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "text/abbreviations.hpp"
#include "text/blocks.hpp"
#include "text/dateline.hpp"
#include "text/furniture.hpp"
#include "text/tokenizer.hpp"

#include <algorithm>
#include <span>

namespace timeloom {

struct Segmenter::Tables {
    Abbreviations abbreviations;
    Furniture furniture;
};

namespace {

constexpr std::size_t longest_heading = 25; // tokens
constexpr std::size_t longest_title = 40;   // tokens
constexpr std::size_t shortest_cut = 12;    // tokens: a line of fewer is none that was cut off
constexpr std::size_t edge_blocks = 3;      // at the text's begin; twice as many at its end

/// One block's tokens, judged.
class BlockReader {
  public:
    BlockReader(std::string_view text, std::span<const Token> tokens, const Abbreviations& language)
        : text_(text), tokens_(tokens), language_(language) {}

    std::string_view of(std::size_t i) const { return tokens_[i].span.of(text_); }

    bool ends_like_sentence() const {
        std::size_t i = tokens_.size();
        while (i > 0 && is_closing(i - 1))
            --i;
        return i > 0 &&
               (is_terminator(i - 1) || is_one_of(of(i - 1), {":", ";", ","}) || of(i - 1).ends_with('.'));
    }

    /// Index after the last token of the sentence that begins at `first`.
    std::size_t sentence_end(std::size_t first) const {
        for (std::size_t i = first; i < tokens_.size(); ++i) {
            const bool acronym = tokens_[i].kind == TokenKind::word && of(i).ends_with('.');
            if (!is_terminator(i) && !acronym)
                continue;
            std::size_t end = i + 1;
            while (end < tokens_.size() &&
                   (is_closing(end) || (is_terminator(end) && !tokens_[end].space_before)))
                ++end;
            if (end >= tokens_.size() || is_boundary(first, i, end))
                return end;
            i = end - 1;
        }
        return tokens_.size();
    }

  private:
    bool is_terminator(std::size_t i) const {
        return tokens_[i].kind == TokenKind::punctuation &&
               (is_one_of(of(i), {".", "…", "。", "？", "！"}) || is_one_of(of(i).substr(0, 1), {"!", "?"}) ||
                of(i).starts_with(".."));
    }

    bool is_closing(std::size_t i) const {
        if (is_one_of(of(i), {"”", "’", ")", "]", "\"", "'", "“", "‘"}))
            return !tokens_[i].space_before;
        // French puts a blank before », German of some houses opens with it.
        return of(i) == "»" &&
               (i + 1 == tokens_.size() || tokens_[i + 1].space_before || !tokens_[i].space_before);
    }

    bool is_opening(std::size_t i) const {
        return is_one_of(of(i),
                         {"“", "„", "«", "‘", "\"", "'", "(", "[", "»", "‚", "‹", "¿", "¡", "—", "–", "-"});
    }

    /// "Reuters", "iPhone", "El": what may begin a sentence.
    bool begins_capital(std::size_t i) const {
        const auto& token = tokens_[i];
        if (token.kind != TokenKind::word)
            return token.kind != TokenKind::punctuation;
        return token.capital || (token.span.length() > 1 && fold_case(of(i)) != of(i));
    }

    bool is_starter(std::size_t i) const {
        return tokens_[i].capital && language_.starters.contains(tokens_[i].key);
    }

    bool is_acronym(std::size_t i) const {
        return tokens_[i].span.length() > 1 &&
               of(i).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
    }

    /// Whether the terminator `stop` of the sentence that began at `first` ends it, `next` being the token
    /// after it and the closing marks that follow it.
    bool is_boundary(std::size_t first, std::size_t stop, std::size_t next) const {
        std::size_t word = next;
        while (word < tokens_.size() && is_opening(word))
            ++word;
        if (word == tokens_.size())
            return true;
        const auto mark = of(stop);
        const bool full_stop = mark == "." || tokens_[stop].kind == TokenKind::word;
        if (!begins_capital(word))
            return false;
        if (!full_stop)
            return true;
        if (tokens_[stop].kind == TokenKind::word)
            return is_starter(word); // "U.S."
        if (stop == first)
            return false;
        const auto& before = tokens_[stop - 1];
        const bool attached = !tokens_[stop].space_before;
        if (!attached)
            return true;
        if (next == stop + 1 && !tokens_[next].space_before) // "end.Next" but not "www.X"
            return before.kind == TokenKind::word && before.span.length() > 2 && tokens_[word].capital;
        if (before.kind == TokenKind::number) {
            if (stop - 1 == first && before.span.length() <= 3)
                return false; // a list number
            const bool may_be_ordinal = language_.ordinals && before.span.length() <= 3;
            return !may_be_ordinal || is_starter(word);
        }
        if (before.kind != TokenKind::word)
            return true;
        if (language_.titles.contains(before.key))
            return false;
        const bool initial = before.capital &&
                             code_point_at(text_, before.span.begin).length == before.span.length() &&
                             !(stop > first + 1 && is_acronym(stop - 2)); // "Mac OS X."
        const bool roman =
            language_.ordinals && of(stop - 1).find_first_not_of("IVX") == std::string_view::npos;
        if (initial || roman)
            return is_starter(word);
        if (language_.abbreviations.contains(before.key))
            return is_starter(word);
        if (language_.months.contains(before.key) && before.span.length() <= 5 &&
            tokens_[word].kind == TokenKind::number)
            return false; // "Jan. 21"
        return true;
    }

    std::string_view text_;
    std::span<const Token> tokens_;
    const Abbreviations& language_;
};

void add_sentence(Document& document, std::size_t first, std::size_t end, SentenceKind kind) {
    const auto number = static_cast<std::uint32_t>(document.sentences.size());
    for (std::size_t i = first; i < end; ++i)
        document.tokens[i].sentence = number;
    document.sentences.push_back({cover(document.tokens[first].span, document.tokens[end - 1].span),
                                  static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end), kind});
}

} // namespace

Segmenter::Segmenter(const std::filesystem::path& data, const std::string& language) {
    auto tables = std::make_unique<Tables>();
    if (!language.empty()) {
        tables->abbreviations = Abbreviations::read(data, language);
        tables->furniture = Furniture::read(data, language, tables->abbreviations);
    }
    tables_ = std::move(tables);
}

Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;

void Segmenter::segment(Document& document) const {
    const std::string_view text = document.text;
    document.sentences.clear();
    document.tokens.clear();
    document.tokens.reserve(text.size() / 4 + 8);
    const auto blocks = find_blocks(text);
    const auto title_key = fold_name(document.title);
    bool article_begun = false;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const auto& block = blocks[b];
        const auto first = document.tokens.size();
        tokenize(text, block.span, tables_->abbreviations, document.tokens);
        const auto end = document.tokens.size();
        if (first == end)
            continue;
        const std::span<const Token> tokens(document.tokens.data() + first, end - first);
        const BlockReader reader(text, tokens, tables_->abbreviations);
        const bool edge = b < edge_blocks || b + 2 * edge_blocks >= blocks.size();
        const bool is_line = !reader.ends_like_sentence();
        // A last paragraph without its end, of a page cut off: it heads nothing.
        const bool cut_off = b > 0 && b + 1 == blocks.size() &&
                             (tokens.size() >= shortest_cut || reader.sentence_end(0) < tokens.size());

        SentenceKind kind = SentenceKind::prose;
        if (tokens.size() <= longest_title && !title_key.empty() &&
            fold_name(block.span.of(text)) == title_key)
            kind = SentenceKind::title;
        else if (is_date_line(text, tokens, tables_->abbreviations, tables_->furniture))
            kind = SentenceKind::dateline;
        else if (tables_->furniture.matches(text, tokens, edge))
            kind = SentenceKind::furniture;
        else if (begins_item(block.span.of(text)))
            kind = SentenceKind::item;
        else if (!article_begun && is_line && block.blank_after && b + 1 < blocks.size() &&
                 title_key.empty() && tokens.size() <= longest_title)
            kind = SentenceKind::title;
        else if (is_line && tokens.size() <= longest_heading && !cut_off)
            kind = SentenceKind::heading;
        article_begun |= kind != SentenceKind::furniture && kind != SentenceKind::dateline;

        if (kind != SentenceKind::prose && kind != SentenceKind::item && kind != SentenceKind::furniture) {
            if (kind == SentenceKind::title && document.title.empty())
                document.title = block.span.of(text);
            add_sentence(document, first, end, kind);
            continue;
        }
        std::size_t at = 0;
        if (kind == SentenceKind::prose)
            if (const auto length = dateline_length(text, tokens, tables_->abbreviations); length > 0) {
                add_sentence(document, first, first + length, SentenceKind::dateline);
                at = length;
            }
        while (at < tokens.size()) {
            const auto next = reader.sentence_end(at);
            add_sentence(document, first + at, first + next, kind);
            at = next;
        }
    }
}

} // namespace timeloom
