// What single pieces look like to one who seeks names, and where the world tables know one.
#pragma once

#include "entities/spotter.hpp"

#include <deque>
#include <optional>
#include <vector>

namespace timeloom {

constexpr std::size_t longest_name = 12; ///< in pieces

/// Answers are remembered, since each piece is asked about several times. For one document and one thread.
class NameLooks {
  public:
    explicit NameLooks(const SpotterText& reading)
        : text(reading.text), pieces(reading.pieces), words(reading.words), world(reading.world),
          language_(reading.language), common_(pieces.size()), name_like_(pieces.size()),
          rare_(pieces.size()), known_(pieces.size()), declared_(declared_names()) {}

    /// Does piece i go on where the one before it ends?
    bool joined(std::size_t i) const {
        return pieces[i].gap == Gap::space || pieces[i].gap == Gap::none || pieces[i].gap == Gap::ampersand;
    }
    bool has(std::size_t i, std::uint32_t role) const {
        return i < pieces.size() && (words.small(pieces[i]) & role) != 0;
    }
    std::string_view letters(std::size_t i) const { return pieces[i].span.of(text); }
    std::uint64_t hash_of(std::size_t first, std::size_t end) const;

    /// Looks that hardly any common word has: "OpenAI", "NATO", "A320".
    bool striking(std::size_t i) const;
    std::optional<NameWord> name_word(std::size_t i) const { return words.name_word(pieces[i], text); }
    std::uint32_t title_at(std::size_t i, std::size_t end) const {
        return words.title_at(pieces, i, end, text);
    }
    std::uint32_t title_before(std::size_t end) const { return words.title_before(pieces, end, text); }
    bool common(std::size_t i) const {
        return remember(common_[i], [&] { return words.is_common(pieces[i], text); });
    }
    /// A form of a plain word, and neither common nor the name of persons.
    bool rare_word(std::size_t i) const {
        return remember(rare_[i], [&] {
            const auto hash = hash_of(i, i + 1);
            return !words.common.contains(pieces[i].word) && words.is_plain_word(pieces[i], text) &&
                   !world.is_given_name(hash) && !world.is_family_name(hash);
        });
    }
    bool plain_noun(std::size_t i) const { return common(i) || words.foreign.contains(pieces[i].word); }
    bool name_like(std::size_t i) const {
        return remember(name_like_[i], [&] { return looks_like_name(i); });
    }
    /// The longest stretch from piece i that the world tables know in this language; no readings when none.
    const Candidate& known_at(std::size_t i) const {
        if (known_[i] == 0) {
            found_known_.push_back(look_up(i));
            known_[i] = static_cast<std::uint32_t>(found_known_.size());
        }
        return found_known_[known_[i] - 1];
    }
    /// A capital that neither its place nor the language asks for.
    bool capital_for_a_name(std::size_t i) const {
        return pieces[i].capital && !pieces[i].first && !pieces[i].heading && !pieces[i].all_capitals &&
               !words.capital_nouns;
    }
    /// Begins its sentence, and may be a plain word for all that is known.
    bool may_be_plain(std::size_t i) const {
        return pieces[i].first && (words.forms.empty() || words.capital_nouns ||
                                   words.is_plain_word(pieces[i], text) || plain_noun(i));
    }
    /// A particle of names of persons and nothing else: "van" in Spanish, but not "de".
    bool only_particle(std::size_t i) const {
        return i < pieces.size() && words.small(pieces[i]) == small_particle;
    }
    /// The end of the name of a town of several words that begins at piece i; i when there is none.
    std::size_t town_end(std::size_t i) const;
    bool is_given_name(std::size_t i) const { return world.is_given_name(hash_of(i, i + 1)); }
    bool begins_person(std::size_t i) const;
    /// Speaks nothing but the look of plain words for this stretch?
    bool doubtful(std::size_t begin, std::size_t end) const;

    const std::string_view text;
    const std::span<const Piece> pieces;
    const Vocabulary& words;
    const World& world;

    /// "die Freie Liste": where nouns have capitals, an adjective with one, before a plain noun, begins a
    /// name.
    bool named_attribute(std::size_t i) const;
    /// Whether [i, end) is nothing but a noun for a body: "Party", "Agency".
    bool is_body_noun(std::size_t i, std::size_t end) const;
    /// "Hansabank": where nouns are joined, a noun for a body behind what is no word of the language.
    bool coined_body(std::size_t i) const;

  private:
    const std::uint16_t language_;

    enum class Fit : std::uint8_t { no, unsure, yes };
    Fit fits(const NameReading& reading, std::size_t first, std::size_t end) const;
    bool looks_like_name(std::size_t i) const;
    /// "Forward Party": a word of grammar with a capital, right before a noun for a body with one.
    bool before_body(std::size_t i) const;
    /// "Azione Popolare ha vinto": the second of two plain words has a capital that nothing but a name asks
    /// for.
    bool plain_name(std::size_t i) const;
    /// "Krellmann kam": built like a noun with an unknown beginning, and no name or noun follows.
    bool coined_alone(std::size_t i) const;
    /// "Ferrowald Maschinenbau GmbH": where nouns have capitals, a legal form makes a name of those before
    /// it.
    bool begins_company(std::size_t i) const;
    /// "National Brontix said": at the beginning of a sentence an attribute that belongs to the name behind
    /// it.
    bool opens_name(std::size_t i) const;
    /// "Passauer Zeitung": where nouns have capitals, a place as an attribute before the word of a body.
    bool attribute_of_name(std::size_t i) const;
    bool of_place(std::size_t i) const; ///< "Passauer"
    /// "Kestrel Holdings", "Quintal SA": a word of names follows.
    bool goes_on_as_name(std::size_t i) const;
    /// "Le Pen", "De Vries", "Van Dijk": a particle with a capital that is not due to its place.
    bool begins_with_particle(std::size_t i) const;
    /// "Per-Arne", "Al-Harun": a small word that begins a name of two parts.
    bool double_name(std::size_t i) const;
    /// Where nouns have capitals: the words that the document declares names, though they are built like
    /// nouns: one with an office ("Nordkabel-Chef") or behind the word for its kind ("der Konkurrent
    /// Nordkabel"). Sorted.
    std::vector<std::uint64_t> declared_names() const;
    Candidate look_up(std::size_t i) const;

    enum class Answer : std::uint8_t { unknown, no, yes };
    template <typename Question>
    static bool remember(Answer& answer, Question question) {
        if (answer == Answer::unknown)
            answer = question() ? Answer::yes : Answer::no;
        return answer == Answer::yes;
    }

    mutable std::vector<Answer> common_, name_like_, rare_;
    mutable std::vector<std::uint32_t> known_; ///< 1 + index into found_known_
    mutable std::deque<Candidate> found_known_;
    std::vector<std::uint64_t> declared_;
};

} // namespace timeloom
