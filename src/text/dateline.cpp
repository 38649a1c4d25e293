#include "text/dateline.hpp"

#include "base/one_of.hpp"

#include <algorithm>
#include <initializer_list>

namespace timeloom {

namespace {

constexpr std::size_t longest_dateline = 20; // tokens
constexpr std::size_t longest_origin = 12;
constexpr std::size_t longest_part = 6;  // of an origin
constexpr std::size_t longest_clock = 6; // bytes: "10h30", "9:15am" without its colon
constexpr std::size_t longest_zone = 5;  // bytes: "MESZ"

/// A block's tokens with their text.
class Line {
  public:
    Line(std::string_view text, std::span<const Token> tokens, const Abbreviations& language)
        : text_(text), tokens_(tokens), language_(language) {}

    std::string_view of(std::size_t i) const { return tokens_[i].span.of(text_); }
    bool is_word(std::size_t i) const { return tokens_[i].kind == TokenKind::word; }
    bool is_month(std::size_t i) const { return language_.months.contains(tokens_[i].key); }

    bool is_year(std::size_t i) const {
        return tokens_[i].kind == TokenKind::number && of(i).size() == 4 && of(i) >= "1900" && of(i) < "2100";
    }

    /// "10h30", "15am": what of a clock is a word.
    bool is_clock(std::size_t i) const {
        return is_word(i) && of(i).size() <= longest_clock && of(i)[0] >= '0' && of(i)[0] <= '9';
    }

    /// "BST", "MESZ" behind a clock.
    bool is_zone(std::size_t i) const {
        return i > 0 && tokens_[i].all_capitals && of(i).size() <= longest_zone &&
               (tokens_[i - 1].kind == TokenKind::number || is_clock(i - 1));
    }

    /// Tokens of the place that opens the line, its comma included: "SAN MARINO,", "Rio de Janeiro,". 0 when
    /// there is none.
    std::size_t place() const {
        const auto end = part(0);
        return end > 0 && end < tokens_.size() && of(end) == "," ? end + 1 : 0;
    }

    /// Tokens before the date that say who writes and where: "By Ann Marsh,", "Von Jo Vogt, Bern |", "dpa,",
    /// the last separator included; after a word that opens a byline it may be absent. 0 when there are none.
    std::size_t origin(const Furniture& furniture) const {
        std::size_t byline = 0;
        while (byline < tokens_.size() && furniture.opens_byline(tokens_[byline].key))
            ++byline;
        std::size_t at = byline;
        while (at < std::min(tokens_.size(), longest_origin)) {
            const auto end = part(at);
            if (end == at || end == tokens_.size())
                break;
            if (!separates(end))
                return byline > 0 ? end : at;
            for (at = end; at < tokens_.size() && separates(at);)
                ++at;
        }
        return at == byline ? 0 : at;
    }

    bool separates(std::size_t i) const {
        return is_one_of(of(i), {",", "|", "/", "•", "·", "–", "—", "-", "(", ")"});
    }

    /// A mark behind which a line goes on to something else: "July 3, 2025 | 3 min read", "3 juin 2025
    /// (AFP)".
    bool breaks(std::size_t i) const {
        return tokens_[i].space_before &&
               (is_one_of(of(i), {"|", "/", "•", "·"}) || (of(i) == "(" && of(tokens_.size() - 1) == ")"));
    }

  private:
    /// Where a name that begins at `at` ends: capitalised words, with short ones between them; or one agency
    /// in small letters ("dpa"). `at` when none begins there.
    std::size_t part(std::size_t at) const {
        std::size_t i = at;
        for (; i < std::min(tokens_.size(), at + longest_part); ++i) {
            const auto& token = tokens_[i];
            const bool inside = i > at && !tokens_[i - 1].capital; // "Rio de Janeiro"
            if (!is_word(i) || (is_month(i) && !inside) || (!token.capital && (i == at || of(i).size() > 4)))
                break;
        }
        const bool agency = i == at && i + 1 < tokens_.size() && is_word(i) && of(i).size() <= 4 &&
                            !is_month(i) && separates(i + 1);
        return i + agency;
    }

    std::string_view text_;
    std::span<const Token> tokens_;
    const Abbreviations& language_;
};

} // namespace

bool is_date_line(std::string_view text, std::span<const Token> block, const Abbreviations& language,
                  const Furniture& furniture) {
    if (block.size() > longest_dateline)
        return false;
    const Line line(text, block, language);
    const auto origin = line.origin(furniture);
    bool month = false, year = false;
    int numbers = 0;
    const auto dated = [&] { return year && (numbers >= 3 || (month && (origin == 0 || numbers >= 2))); };
    for (std::size_t i = origin; i < block.size(); ++i) {
        if (line.breaks(i) && dated())
            break;
        const bool named = line.is_month(i);
        month |= named;
        year |= line.is_year(i);
        numbers += block[i].kind == TokenKind::number;
        if (line.is_word(i) && !named && !furniture.is_date_word(block[i].key) && !line.is_clock(i) &&
            !line.is_zone(i))
            return false;
        if (block[i].kind == TokenKind::number && block[i].span.length() == 10) { // 21.01.2025
            year = true;
            numbers = 3;
        }
    }
    return dated();
}

std::size_t dateline_length(std::string_view text, std::span<const Token> block,
                            const Abbreviations& language) {
    if (block.empty())
        return 0;
    const Line line(text, block, language);
    bool evidence = false, year = false; // an agency in brackets or a date
    bool place = false, all_capitals = true, in_brackets = false;
    for (std::size_t i = 0; i < std::min(block.size(), longest_dateline); ++i) {
        const auto& token = block[i];
        if (is_one_of(line.of(i), {"—", "–", "-", "--"}) && i > 0 && i + 1 < block.size() &&
            (token.space_before || line.of(i - 1) == "." || line.of(i - 1) == ")")) {
            if (!place && evidence) // the agency stands first
                continue;
            return place && (evidence || all_capitals) ? i + 1 : 0;
        }
        const bool closed = i > 2 && (line.is_year(i - 1) || (year && line.of(i - 1) == ")"));
        if (line.of(i) == "." && closed && i + 1 < block.size() && line.place() > 0 &&
            std::ranges::count(block.first(i), TokenKind::number, &Token::kind) == 2)
            return i + 1;
        if (line.of(i) == "(")
            in_brackets = true;
        if (line.of(i) == ")") {
            in_brackets = false;
            evidence = true;
        }
        if (token.kind == TokenKind::symbol || is_one_of(line.of(i), {":", ";", "?", "!", "«", "“", "\""}))
            return 0;
        if (token.kind == TokenKind::number)
            evidence |= year |= line.is_year(i);
        if (token.kind != TokenKind::word)
            continue;
        if (line.is_month(i)) {
            evidence = true;
        } else if (!in_brackets) {
            if (!token.capital && token.span.length() > 3)
                return 0;
            place |= token.capital && token.span.length() > 1;
            all_capitals &= token.all_capitals;
        }
    }
    return 0;
}

} // namespace timeloom
