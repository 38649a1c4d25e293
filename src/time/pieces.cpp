#include "time/pieces.hpp"

#include "base/digest.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

/// Letters only: the token is one piece, and its key is known already.
bool is_plain(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        if (!letter && (byte < 0x80 || byte == 0xC2 || byte == 0xE2))
            return false;
    }
    return true;
}

/// One mark, likewise.
bool is_ascii_sign(const Token& token, std::string_view text) {
    return (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol) && text.size() == 1;
}

bool is_group_sign(std::uint64_t key) {
    return key == hash_key(".") || key == hash_key(",") || key == hash_key("'");
}

class PieceMaker {
  public:
    PieceMaker(const Document& document, const Vocabulary& vocabulary)
        : document_(document), vocabulary_(vocabulary) {}

    std::vector<Piece> run() {
        constexpr std::uint32_t ahead = 8;
        pieces_.reserve(document_.tokens.size() + document_.tokens.size() / 8);
        for (const auto& sentence : document_.sentences) {
            if (sentence.kind == SentenceKind::furniture)
                continue;
            for (auto i = sentence.first_token; i < sentence.end_token; ++i) {
                vocabulary_.prefetch(document_.tokens[std::min(i + ahead, sentence.end_token - 1)].key);
                add(document_.tokens[i]);
            }
        }
        if (numbers_in_words_)
            join_number_words();
        return std::move(pieces_);
    }

  private:
    const Document& document_;
    const Vocabulary& vocabulary_;
    std::vector<Piece> pieces_;
    std::vector<Piece> cut_pieces_; ///< of the token at hand
    bool numbers_in_words_ = false;

    void add(const Token& token) {
        const auto text = token.span.of(document_.text);
        const bool sign = is_ascii_sign(token, text);
        if (token.plain || sign || is_plain(text)) {
            Piece piece;
            piece.begin = token.span.begin;
            piece.end = token.span.end;
            piece.key = token.key;
            piece.sentence = token.sentence;
            piece.glued = !token.space_before;
            piece.capital = token.capital;
            piece.sign = sign;
            piece.symbol = vocabulary_.symbol_of_word(piece.key, piece.capital);
            if (piece.symbol != no_symbol)
                note_number(piece);
            pieces_.push_back(piece);
            return;
        }
        cut(text, cut_pieces_);
        for (auto piece : cut_pieces_) {
            const auto shape = text.substr(piece.begin, piece.end - piece.begin);
            if (piece.begin == 0)
                piece.glued = !token.space_before;
            piece.begin += token.span.begin;
            piece.end += token.span.begin;
            piece.sentence = token.sentence;
            piece.symbol = piece.figures ? vocabulary_.symbol_of_figures(shape, false)
                                         : vocabulary_.symbol_of_word(piece.key, piece.capital);
            note_number(piece);
            pieces_.push_back(piece);
            join_group();
        }
    }

    bool may_start_number(const Piece& piece) const {
        return piece.key && vocabulary_.starts_number(piece.key);
    }

    void note_number(const Piece& piece) { numbers_in_words_ = numbers_in_words_ || may_start_number(piece); }

    /// "2" "," "000" → 2000, and so is "2 000".
    void join_group() {
        join_spaced_group();
        if (pieces_.size() < 3)
            return;
        const auto& tail = pieces_.back();
        auto& sign = pieces_[pieces_.size() - 2];
        auto& head = pieces_[pieces_.size() - 3];
        if (!tail.figures || tail.end - tail.begin != 3 || !tail.glued || !sign.glued ||
            !is_group_sign(sign.key))
            return;
        const auto length = head.end - head.begin;
        if (!head.figures || length > 3 * (head.number >= 1000 ? 3u : 1u) || head.number > 999'999 ||
            head.number < 1)
            return;
        if (pieces_.size() > 3 && head.glued && is_group_sign(pieces_[pieces_.size() - 4].key))
            return;
        join(head, tail, 2);
    }

    /// One blank between the groups, of whichever width; a year before it is no group.
    void join_spaced_group() {
        if (pieces_.size() < 2)
            return;
        const auto& tail = pieces_.back();
        auto& head = pieces_[pieces_.size() - 2];
        if (!tail.figures || !head.figures || tail.glued || tail.end - tail.begin != 3 || head.number < 1 ||
            head.number > 999'999 || tail.sentence != head.sentence ||
            (head.end - head.begin > 3 && head.symbol != vocabulary_.symbol_of_figures("0", true)))
            return;
        const auto blank = std::string_view(document_.text).substr(head.end, tail.begin - head.end);
        if (blank == " " || blank == "\u00a0" || blank == "\u202f")
            join(head, tail, 1);
    }

    void join(Piece& head, const Piece& tail, std::size_t pieces) {
        head.number = head.number * 1000 + tail.number;
        head.end = tail.end;
        head.symbol = vocabulary_.symbol_of_figures("0", true);
        pieces_.resize(pieces_.size() - pieces);
    }

    void join_number_words() {
        std::size_t out = 0;
        for (std::size_t i = 0; i < pieces_.size(); ++out) {
            auto piece = pieces_[i];
            const auto found =
                may_start_number(piece) ? vocabulary_.number_words(pieces_, i) : Vocabulary::NumberWords{};
            if (found.length) {
                piece.end = pieces_[i + found.length - 1].end;
                piece.key = 0;
                piece.number = found.value;
                piece.symbol = found.symbol;
            }
            i += std::max<std::size_t>(1, found.length);
            pieces_[out] = piece;
        }
        pieces_.resize(out);
    }
};

} // namespace

std::vector<Piece> pieces_of(const Document& document, const Vocabulary& vocabulary) {
    return PieceMaker(document, vocabulary).run();
}

} // namespace timeloom::timing
