// What a language's tables say of names and of the words around them (languages/XX; formats in
// languages/README.md).
#pragma once

#include "base/word_table.hpp"
#include "entities/bodies.hpp"
#include "entities/doings.hpp"
#include "entities/entity.hpp"
#include "entities/person_nouns.hpp"
#include "entities/phrase_table.hpp"
#include "entities/pieces.hpp"
#include "entities/word_endings.hpp"
#include "entities/word_forms.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timeloom {

/// Roles of the small words of a language (small-words.tsv), as bits.
enum SmallWord : std::uint32_t {
    small_article = 1,         ///< definite
    small_indefinite = 1 << 1, ///< "a", "un", "ein"
    small_determiner = 1 << 2, ///< demonstrative, quantifier: what follows is a noun
    small_of = 1 << 3,
    small_for = 1 << 4,
    small_and = 1 << 5,
    small_both = 1 << 6,
    small_two = 1 << 7,
    small_in = 1 << 8,       ///< prepositions of place
    small_particle = 1 << 9, ///< inside names of persons: "von", "de", "van der"
    small_never = 1 << 10,   ///< names nobody although capitalised: "CEO", "GB", "Monday"
    small_former = 1 << 11,  ///< before a role: "former", "ex"
    small_by = 1 << 12,      ///< "von", "por": who made or did it
    small_this = 1 << 13,    ///< "this", "esta": points back
    small_plural = 1 << 14,  ///< an article before several: "the", "los", "aos"
    small_years = 1 << 15,   ///< behind a number, somebody's age: "años", "ans"
    small_at = 1 << 16,      ///< a preposition of place that bodies have too: "at", "chez"
    small_new = 1 << 17, ///< "new": the phone that was just told of, the head just appointed; another company
};

/// How a word of name-words.tsv stands to a name.
enum class NameWordUse : std::uint8_t { part, head, before };

struct NameWord {
    EntityType type = EntityType::other;
    NameWordUse use = NameWordUse::part;
    bool local = false; ///< a head that one place after another has: "procura di Brontia"
};

/// A noun phrase that can stand for an entity (descriptions.tsv).
struct Description {
    EntityType type = EntityType::organization;
    bool many = false;
    bool beside = false;      ///< only before a name: "the blog Brontix"
    bool maker = false;       ///< takes what it makes: "the maker of ChatGPT"
    BodyKinds kinds = 0;      ///< of bodies that it is said of ("the bank"); none: of any company
    std::uint64_t except = 0; ///< the article with which it means several: "die Unternehmen"
};

struct Pronoun {
    MentionKind kind = MentionKind::pronoun;
    bool person = false, organization = false, many = false, relative = false;
    bool speaker = false; ///< first person: "I"
};

struct Vocabulary {
    Vocabulary(const std::filesystem::path& data, const std::string& language);

    /// Fills `small` and `may` of the pieces of a text, on which the questions below rely.
    void look_up(std::span<Piece> pieces, std::string_view text) const;

    /// Words (their keys) that are names though written without a capital.
    void add_lower_case_names(std::span<const std::uint64_t> words);

    bool is_common(const Piece& piece, std::string_view text) const;
    /// Is it common, a form of any plain word of the language, or made of two such words where words are
    /// joined?
    bool is_plain_word(const Piece& piece, std::string_view text) const;
    /// Where words are joined: does it only end as a plain noun does, but begin as no word ("Krellmann",
    /// "Ferrowald")?
    bool is_coined(const Piece& piece, std::string_view text) const;
    bool is_function_word(const Piece& piece) const;
    /// Key of a noun without its inflection: "Präsident" and "Präsidenten", "ministro" and "ministra" share
    /// it.
    std::uint64_t stem(const Piece& piece, std::string_view text) const;
    static std::uint32_t small(const Piece& piece) { return piece.small; }
    /// A title or role ends right before `end` ("presidente ", "US-Außenminister "); its length in pieces, 0
    /// for none.
    std::uint32_t title_before(std::span<const Piece> pieces, std::size_t end, std::string_view text) const;
    std::uint32_t title_at(std::span<const Piece> pieces, std::size_t at, std::size_t end,
                           std::string_view text) const {
        return pieces[at].may & may_begin_title ? find_title(pieces, at, end, text) : 0;
    }
    /// The noun phrase at piece `at` that describes a body or thing ("company", "réseau social"): its length
    /// in pieces, and what it says.
    std::optional<std::pair<std::size_t, Description>>
    description_at(std::span<const Piece> pieces, std::size_t at, std::string_view text) const;
    /// The English form of a word that names a kind of product ("API", "Service"); "" for other words.
    std::string_view product_noun(const Piece& piece) const;
    std::optional<NameWord> name_word(const Piece& piece, std::string_view text) const {
        return piece.may & may_be_name_word ? find_name_word(piece, text) : std::nullopt;
    }

    bool capital_nouns = false; ///< nouns are written with a capital
    bool compounds = false;     ///< words are joined to longer ones: the last part tells what it is

    PersonNouns persons;
    Doings doings;
    Phrases titles, descriptions_index;
    std::vector<Description> descriptions;
    WordTable<char> common;
    WordTable<char> prepositions; ///< of one word
    WordForms forms;              ///< of plain words; empty when the language has no list of them
    WordTable<NameWord> name_words;
    WordTable<EntityType> owned; ///< what only such a thing has: "shareholders of Brontix"
    WordTable<bool> openings; ///< attributes that begin names, at the beginning of a sentence too: "National
                              ///< Brontix"
    std::unordered_map<std::uint64_t, std::string> product_nouns;
    std::unordered_map<std::uint64_t, std::string> local_heads; ///< "universidad" → "University"
    WordTable<Pronoun> pronouns;
    Phrases latters; ///< "celle-ci", "quest'ultimo": what was named last; values are bits of EntityType
    WordTable<char> foreign; ///< common words of the language that lends words
    WordForms foreign_forms; ///< where nouns have capitals: the forms of its plain words
    std::unordered_map<std::uint64_t, std::string> demonyms; ///< word → place of world/places.tsv
    WordEndings<NameWord> name_word_endings;                 ///< "-gesellschaft": the word ends so
    WordEndings<bool> title_endings;
    WordEndings<Description> description_endings;
    std::vector<std::string> noun_endings;  ///< of inflected nouns, longer first
    std::vector<std::string> noun_suffixes; ///< of nouns made from other words: "-ung"
    std::vector<std::string> place_endings; ///< of attributes made from names of places: "Berlin|er"
    std::vector<std::string> name_endings;  ///< that a name may take: the genitive "s"

  private:
    struct WordFacts {
        std::uint32_t small = 0;
        std::uint8_t may = 0;
    };
    WordTable<WordFacts> facts_;
    WordTails tails_; ///< bits of WordMay

    std::uint32_t find_title(std::span<const Piece> pieces, std::size_t at, std::size_t end,
                             std::string_view text) const;
    std::optional<NameWord> find_name_word(const Piece& piece, std::string_view text) const;
    bool is_joined(std::string_view word) const;
    void learn_facts();
    void add_demonym(std::string_view word, std::string_view place,
                     const std::vector<std::vector<std::string>>& endings);
};

} // namespace timeloom
