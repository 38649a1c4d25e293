// A document as read: its text, what is known about it, and its sentences and tokens.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace timeloom {

/// How a date came to be known (contract: published.basis).
enum class Basis : std::uint8_t { given, stated, inferred };

/// Day (or month, or year) of publication as EDTF; "" when unknown.
struct Published {
    std::string edtf;
    Basis basis = Basis::given;
    std::vector<std::string> why; ///< sentences in English, for the reader of the timeline
};

enum class TokenKind : std::uint8_t { word, number, punctuation, symbol };

/// A word, a number with its separators ("1.500,5", "2025"), or one punctuation mark. Clitics written with an
/// apostrophe are tokens of their own ("l'" + "accordo", "OpenAI" + "'s"); a word with inner hyphens is one
/// token.
struct Token {
    Span span;
    std::uint64_t key = 0; ///< word_key(text), what every word table is keyed by (base/utf8.hpp)
    TokenKind kind = TokenKind::word;
    bool capital = false;      ///< the first letter is upper or title case
    bool all_capitals = false; ///< two letters or more, none lower case
    bool plain = false;        ///< nothing but ASCII letters, none a capital but the first, as most words
    bool space_before = false;
    std::uint32_t sentence = 0; ///< index into Document::sentences
};

enum class SentenceKind : std::uint8_t {
    prose,
    title,     ///< the article's headline where it stands in the text
    heading,   ///< a line of its own without final punctuation
    item,      ///< a bulleted or numbered point
    dateline,  ///< "NEW YORK, June 8, 2010" and the like: place and date of the report
    furniture, ///< not the article's: comment forms, photo credits, "read more", plugin lines; no mentions
               ///< from here
};

struct Sentence {
    Span span;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0; ///< exclusive
    SentenceKind kind = SentenceKind::prose;
};

struct Document {
    std::string id;        ///< "doc:…", from the content; see text/read.hpp
    std::string uri;       ///< the path or address it was read from, as the user named it
    std::string title;     ///< "" when unknown
    std::string language;  ///< two letters; "" when not identified or not one of ours
    std::string publisher; ///< "" when unknown
    std::string url;       ///< "" when unknown
    Published published;
    std::string sha256; ///< of `text`
    std::string text;   ///< UTF-8, exactly what offsets count in

    std::vector<Sentence>
        sentences;             ///< in text order, not overlapping; filled by Segmenter (text/segmenter.hpp)
    std::vector<Token> tokens; ///< in text order, not overlapping
};

} // namespace timeloom
