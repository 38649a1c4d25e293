// Where the names of a document stand, and what speaks for each.
//
// A name is the longest stretch that the world tables know, or a run of words that look like a name
// (capitals, inner capitals, letters with digits), held together by particles, ampersands and the words of
// names ("University of …").
#pragma once

#include "entities/entity.hpp"
#include "entities/pieces.hpp"
#include "entities/vocabulary.hpp"
#include "entities/world.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Weight of what speaks for each type.
using TypeVotes = std::array<std::uint16_t, 7>;

/// A stretch of pieces that may be a name.
struct Candidate {
    std::uint32_t first = 0, end = 0;      ///< pieces, end exclusive
    std::uint64_t hash = 0;                ///< name_hash of its letters, an ending that inflects it cut off
    std::span<const NameReading> readings; ///< of the world tables; empty for an unknown name
    TypeVotes votes{};
    std::string name; ///< given by how it is composed ("API de OpenAI": "OpenAI API"); mostly ""
    std::uint32_t owner = unknown_entity; ///< known maker, when the name begins with it ("OpenAI API")
    bool nested = false;                  ///< inside a longer candidate
    bool doubtful = false; ///< only the looks of one word speak for it: kept when the document confirms it
    bool unsure = false;   ///< a known name that is a common word too, in no telling position
    bool cut = false;      ///< an ending was cut from the last piece
};

class NameJudge;

struct SpotterText {
    std::string_view text;
    std::span<const Piece> pieces;
    const Vocabulary& words;
    const World& world;
    std::uint16_t language = 0;       ///< World::language_bit
    const NameJudge* judge = nullptr; ///< none where it is still to learn
};

/// Candidates by first piece, longer first.
std::vector<Candidate> spot_names(const SpotterText& reading);

/// Adds what the words around a candidate, and those in it, say of its type.
void weigh_types(const SpotterText& reading, Candidate& candidate);

} // namespace timeloom
