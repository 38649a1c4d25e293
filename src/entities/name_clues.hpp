// What a learned judge looks at in an unknown name and around it.
//
// A clue is a kind and up to three tokens: words in lower case, punctuation marks, or classes of words
// ("<title>", "<in>"), so that what one word teaches holds for its whole class. The weights of clues stand in
// models/name-clues: all.tsv has those without a word of a language.
#pragma once

#include "entities/spotter.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace timeloom {

enum class NameClueKind : std::uint8_t {
    before,
    behind,
    second,
    around,
    length,
    ending,
    start,
    inside,
    shape,
    known,
    does,
    done,
    any
};

inline constexpr std::array<std::string_view, 13> name_clue_kinds = {
    "before", "behind", "second", "around", "length", "ending", "start",
    "inside", "shape",  "known",  "does",   "done",   "any"};

/// A word of the text, a mark or a class.
struct NameClueToken {
    std::uint64_t key = 0;
    std::string_view text; ///< as written: fold its case to show it
};

struct NameClue {
    NameClueKind kind = NameClueKind::any;
    std::array<NameClueToken, 3> tokens; ///< an unused one has the key 0
    bool plain = false;                  ///< holds a word or an ending: tells nothing in other languages

    std::uint64_t key() const;
};

/// The clue that a row of those tables names, "before <in>"; with the key 0 when there is no such kind.
std::uint64_t name_clue_key(std::string_view row);

/// The clues of one candidate, each once.
class NameClues {
  public:
    NameClues(const SpotterText& reading, const Candidate& candidate);
    std::span<const NameClue> all() const { return {clues_.data(), size_}; }

  private:
    static constexpr std::size_t most = 80;
    void add(NameClueKind kind, bool plain, NameClueToken a, NameClueToken b = {}, NameClueToken c = {}) {
        if (size_ < most)
            clues_[size_++] = {kind, {a, b, c}, plain};
    }
    void add_around(const SpotterText& reading, const Candidate& candidate);
    void add_doings(const SpotterText& reading, const Candidate& candidate);
    void add_inside(const SpotterText& reading, const Candidate& candidate);

    std::array<NameClue, most> clues_;
    std::size_t size_ = 0;
};

} // namespace timeloom
