#include "entities/pieces.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace timeloom {

namespace {

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return u_isalnum(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// A run of letters and digits, and what it looks like.
struct Run {
    std::uint32_t begin = 0, end = 0;
    bool capital = false, all_capitals = false, camel = false, digit = false, number = true;
};

/// The one run of a token that is a plain word.
Run plain_run(const Token& token) {
    Run run;
    run.end = token.span.length();
    run.capital = token.capital;
    run.number = false;
    return run;
}

/// Calls take(Run) for each run of letters and digits in the text.
template <class Take>
void for_each_run(std::string_view text, Take take) {
    Run run;
    std::size_t upper = 0;
    bool inside = false, lower_seen = false;
    const auto end_run = [&](std::size_t at) {
        if (!inside)
            return;
        run.end = static_cast<std::uint32_t>(at);
        run.all_capitals = upper >= 2 && !lower_seen;
        take(run);
        inside = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = code_point_at(text, at);
        if (!is_letter_or_digit(c)) {
            end_run(at);
            at += length;
            continue;
        }
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_upper = c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0;
        if (!inside) {
            run = {};
            run.begin = static_cast<std::uint32_t>(at);
            run.capital = is_upper;
            inside = true;
            lower_seen = false;
            upper = 0;
        }
        run.camel |= is_upper && lower_seen;
        run.digit |= is_digit;
        run.number &= is_digit;
        upper += is_upper;
        lower_seen |= !is_upper && !is_digit;
        at += length;
    }
    end_run(text.size());
}

/// What stands between two pieces; `between` holds no letter or digit.
Gap gap_of(std::string_view between, bool& hyphen, bool& quoted) {
    if (between == " ")
        return Gap::space;
    bool blank = false, joint = false, ampersand = false, opening = false;
    int commas = 0, others = 0;
    if (between.starts_with(".,")) // "Brontix Inc., a …": the point is the word's
        between.remove_prefix(1);
    for (std::size_t at = 0; at < between.size();) {
        const auto [c, length] = code_point_at(between, at);
        at += length;
        const bool was_quoted = quoted;
        quoted = false;
        switch (c) {
        case ' ':
        case 0xA0:
        case 0x202F:
        case '\t':
            quoted = was_quoted && opening; // "« Le Lac"
            blank = true;
            break;
        case '-':
        case 0x2010:
        case 0x2011:
            hyphen = true;
            joint = true;
            break;
        case '\'':
        case 0x2019:
        case 0x2032:
        case '.':
            joint = true;
            break;
        case '&':
        case '+':
            ampersand = true;
            break;
        case ',':
            ++commas;
            break;
        case '"':
        case 0x201C:
        case 0x201E:
        case 0xAB:
        case 0xBB:
        case 0x2018:
            quoted = true;
            opening = blank;
            ++others;
            break;
        default:
            ++others;
        }
    }
    if (blank && joint)
        hyphen = false;
    if (others > 0 || between.size() > 4)
        return Gap::wide;
    if (commas > 0)
        return commas == 1 && !ampersand && !joint ? Gap::comma : Gap::wide;
    if (ampersand)
        return Gap::ampersand;
    return blank ? Gap::space : Gap::none;
}

/// A colon, bullet or opening mark at the end of what stands before a piece starts a phrase anew.
bool starts_phrase(std::string_view between) {
    return between.find_first_of(":!?|\n") != std::string_view::npos ||
           between.find("•") != std::string_view::npos || between.find("»") != std::string_view::npos;
}

/// Capitals tell nothing in a heading, nor where all but a few words have one; a sentence that ends with a
/// full stop is rather one of many names ("Peter White met Anna Long."), unless it is written in capitals.
bool is_capitalised(const Document& document, const Sentence& sentence) {
    if (sentence.kind == SentenceKind::title || sentence.kind == SentenceKind::heading)
        return true;
    std::size_t words = 0, capitals = 0, shouted = 0;
    for (auto t = sentence.first_token; t < sentence.end_token; ++t) {
        const Token& token = document.tokens[t];
        if (token.kind != TokenKind::word || token.span.length() < 4)
            continue;
        ++words;
        capitals += token.capital;
        shouted += token.all_capitals;
    }
    const bool stop = sentence.end_token > sentence.first_token &&
                      document.tokens[sentence.end_token - 1].span.of(document.text) == ".";
    return words >= 5 && (stop ? shouted : capitals) * 5 > words * 4;
}

} // namespace

std::uint64_t extend_name_hash(std::uint64_t hash, std::string_view letters) {
    auto plain = hash;
    for (const char c : letters) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return hash_more(hash, fold_name(letters));
        if (is_ascii_upper(c))
            plain = hash_more(plain, static_cast<char>(c + 32));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain = hash_more(plain, c);
    }
    return plain;
}

std::vector<Span> letter_runs(std::string_view text) {
    std::vector<Span> runs;
    for_each_run(text, [&](const Run& run) { runs.push_back({run.begin, run.end}); });
    return runs;
}

Span cover(std::string_view text, std::span<const Piece> pieces, std::uint32_t first, std::uint32_t end) {
    Span span{pieces[first].span.begin, pieces[end - 1].span.end};
    const bool abbreviation = end - first > 1 && pieces[end - 2].token == pieces[end - 1].token &&
                              text[pieces[end - 2].span.end] == '.';
    if (abbreviation && span.end < text.size() && text[span.end] == '.')
        ++span.end;
    return span;
}

std::vector<Piece> cut_pieces(const Document& document, std::span<const Timex> times) {
    std::vector<Piece> pieces;
    pieces.reserve(document.tokens.size());
    std::string_view text = document.text;
    auto time = times.begin();
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (sentence.kind == SentenceKind::furniture)
            continue;
        const bool heading = is_capitalised(document, sentence);
        const auto first_piece = pieces.size();
        std::uint32_t last_end = sentence.span.begin;
        for (auto t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& token = document.tokens[t];
            if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol)
                continue;
            const auto add = [&](const Run& run) {
                Piece& piece = pieces.emplace_back();
                piece.span = {token.span.begin + run.begin, token.span.begin + run.end};
                const auto between = text.substr(last_end, piece.span.begin - last_end);
                piece.word = piece.span == token.span ? token.key : word_key(piece.span.of(text));
                piece.token = t;
                piece.sentence = s;
                piece.capital = run.capital;
                piece.all_capitals = run.all_capitals;
                piece.camel = run.camel;
                piece.digit = run.digit;
                piece.number = run.number;
                piece.heading = heading;
                piece.gap = gap_of(between, piece.hyphen, piece.quoted);
                const bool opens = pieces.size() == first_piece + 1;
                piece.first = opens || piece.quoted || (between != " " && starts_phrase(between));
                if (opens)
                    piece.gap = Gap::wide;
                while (time != times.end() && time->span.end <= piece.span.begin)
                    ++time;
                const bool currency = text.substr(piece.span.end).starts_with('$'); // "US$ 20"
                piece.barred = currency || (time != times.end() && time->span.overlaps(piece.span));
                last_end = piece.span.end;
            };
            if (token.plain)
                add(plain_run(token));
            else
                for_each_run(token.span.of(text), add);
        }
    }
    return pieces;
}

} // namespace timeloom
