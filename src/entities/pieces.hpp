// A document as names see it: runs of letters and digits, cut at hyphens and points too, with what their
// looks tell.
//
// A name is looked up by the hash of its folded letters, gaps left out: "Red Hat", "RedHat" and "red hat"
// hash alike, and so do "U.S." and "US", "S&P 500" and "S & P 500", however the tokens are cut.
#pragma once

#include "base/digest.hpp"
#include "text/document.hpp"
#include "time/timex.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// The hash of no letters; extend_name_hash goes on from it.
constexpr std::uint64_t empty_name_hash = hash_start;
std::uint64_t extend_name_hash(std::uint64_t hash, std::string_view letters);

/// Hash of a whole name: of all its letters and digits, folded.
inline std::uint64_t name_hash(std::string_view name) {
    return extend_name_hash(empty_name_hash, name);
}

/// Byte spans of the runs of letters and digits in a text.
std::vector<Span> letter_runs(std::string_view text);

/// What parts a piece from the one before it.
enum class Gap : std::uint8_t {
    none,      ///< nothing but a hyphen, an apostrophe or a point without space
    space,     ///< blanks, or an ampersand, a hyphen or a point with blanks
    ampersand, ///< "&" or "+"
    comma,     ///< one comma
    wide,      ///< anything else: other punctuation, a new sentence
};

/// What may be found at a word (Piece::may), as bits: the quick look before a phrase or an ending is sought.
enum WordMay : std::uint8_t {
    may_be_name_word = 1,
    may_begin_title = 2,
    may_end_title = 4,
    may_describe = 8,           ///< descriptions.tsv
    may_be_person = 1 << 4,     ///< persons.tsv
    may_be_demonym = 1 << 5,    ///< demonyms.tsv, or a people or faith with a capital ("Islamic")
    may_be_lower_name = 1 << 6, ///< World::lower_case_names
};

struct Piece {
    Span span;
    std::uint64_t word = 0;  ///< word_key(text), what word tables are keyed by
    std::uint32_t small = 0; ///< roles of a small word; filled by Vocabulary::look_up
    std::uint8_t may = 0xFF; ///< bits of WordMay; the same
    std::uint32_t token = 0;
    std::uint32_t sentence = 0;
    Gap gap = Gap::wide;       ///< to the piece before
    bool hyphen = false;       ///< the gap is a hyphen
    bool capital = false;      ///< begins with a capital letter
    bool all_capitals = false; ///< two letters or more, none lower case
    bool camel = false;        ///< a capital after a lower-case letter: "OpenAI", "iPhone"
    bool digit = false;        ///< holds a digit
    bool number = false;       ///< nothing but digits
    bool first = false;        ///< begins its sentence, a quotation or what follows a colon or bullet
    bool quoted = false;       ///< right behind an opening quotation mark
    bool barred = false;       ///< inside a time expression, or before a currency sign ("US$")
    bool heading = false;      ///< in a title or heading, or in a sentence written with capitals throughout
};

/// What the pieces from `first` to `end` cover; with the point behind the last one that closes an
/// abbreviation
/// ("S.p.A.").
Span cover(std::string_view text, std::span<const Piece> pieces, std::uint32_t first, std::uint32_t end);

/// The pieces of a segmented document, furniture left out, in text order.
std::vector<Piece> cut_pieces(const Document& document, std::span<const Timex> times);

} // namespace timeloom
