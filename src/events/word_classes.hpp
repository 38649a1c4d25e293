// Closed-class words of one language (clause-words.tsv and prepositions.tsv): what cuts clauses, marks verbs
// and heads arguments when there is no parser, and names the slot of a prepositional argument with or without
// one.
#pragma once

#include "base/table.hpp"
#include "base/word_table.hpp"
#include "syntax/tree.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Bits of WordClass::is; names and order are those of the column `class`.
enum class ClassOf : std::uint64_t {
    determiner = 1ULL << 0,
    pronoun = 1ULL << 1,
    clitic = 1ULL << 2,
    reflexive = 1ULL << 3,
    complementizer = 1ULL << 4,
    subordinator = 1ULL << 5,
    relative = 1ULL << 6,
    coordinator = 1ULL << 7,
    adverb = 1ULL << 8,
    perfect = 1ULL << 9,
    passive = 1ULL << 10,
    modal = 1ULL << 11,
    infinitive = 1ULL << 12,
    possessive = 1ULL << 13,
    preposition = 1ULL << 14,
    definite = 1ULL << 15,
    oblique = 1ULL << 16,
    earlier = 1ULL << 17,
    later = 1ULL << 18,
    third = 1ULL << 19,
    hearsay = 1ULL << 20,
    asking = 1ULL << 21,
    superlative = 1ULL << 22,
    further = 1ULL << 23,
    object = 1ULL << 24,
    human = 1ULL << 25,
    thing = 1ULL << 26,
    several = 1ULL << 27,
    receiver = 1ULL << 28,
    masculine = 1ULL << 29,
    feminine = 1ULL << 30,
    sourcing = 1ULL << 31,
    when = 1ULL << 32,
    starting = 1ULL << 33,
    finishing = 1ULL << 34,
    owner = 1ULL << 35,
    occasion = 1ULL << 36,
    remaining = 1ULL << 37,
    continuing = 1ULL << 38,
    negation = 1ULL << 39,
    comparing = 1ULL << 40,
    citing = 1ULL << 41,
    awaiting = 1ULL << 42,
};

/// What a word may be; words of several classes have several bits.
struct WordClass {
    std::uint64_t is = 0;
    std::uint8_t preposition = 0; ///< index into WordClasses::preposition_classes, from 1; 0 for none
    std::uint64_t base = 0;       ///< key of the preposition that a slot of events.tsv names ("de" for "del")
    Features features;            ///< of an auxiliary
    /// A preposition's further words, when it has some ("junto a").
    struct Longer {
        std::vector<std::uint64_t> keys;
        std::uint8_t preposition;
        std::uint64_t base;
    };
    std::vector<Longer> longer;

    bool has(ClassOf of) const { return (is & std::uint64_t(of)) != 0; }
};

/// How a language builds its clauses (the rows `profile` of clause-words.tsv).
struct ClauseProfile {
    bool capital_nouns = false;  ///< a noun is written with a capital, a verb is not
    bool verb_final = false;     ///< participles and infinitives close the clause
    bool compounds = false;      ///< nouns grow together: the last part is the head
    bool pro_drop = false;       ///< subjects may stay unsaid
    bool personal_a = false;     ///< "demandó a Brandt": an object that is somebody has a preposition
    bool reported_mood = false;  ///< a main clause in the subjunctive is somebody's word: "Er habe verkauft."
    bool present_ahead = false;  ///< the present with a date tells what is to come: "übernimmt im August"
    bool not_until = false;      ///< what was not done until a day was done then: "did not open until 1980"
    bool linked_clauses = false; ///< "after" opens a clause only with "that" or an infinitive: "dopo *che*"
    bool bare_years = false;     ///< "2018 klagte Brandt": a year dates without a preposition
};

class WordClasses {
  public:
    /// Reads `folder`/clause-words.tsv and prepositions.tsv (`folder` is languages/LANGUAGE).
    explicit WordClasses(const std::filesystem::path& folder);

    /// Null for open-class words.
    const WordClass* find(std::uint64_t key) const { return words_.find(key); }

    /// Name of a class of prepositions, as the slots of frames.tsv call it; "" for 0.
    std::string_view preposition_class(std::uint8_t index) const {
        return index ? std::string_view(preposition_classes_[index - 1U]) : std::string_view();
    }
    std::uint8_t preposition_class(std::string_view name) const;

    const ClauseProfile& profile() const { return profile_; }

    /// The reflexive pronouns as written.
    const std::vector<std::string>& reflexives() const { return reflexives_; }
    /// The object pronouns as written.
    const std::vector<std::string>& objects() const { return objects_; }

  private:
    void read_words(const Table& table);
    void read_prepositions(const Table& table);

    ClauseProfile profile_;
    std::vector<std::string> preposition_classes_;
    std::vector<std::string> reflexives_;
    std::vector<std::string> objects_;
    WordTable<WordClass> words_;
};

} // namespace timeloom
