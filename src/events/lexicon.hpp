// The vocabulary of one language: which words tell which event (languages/LANGUAGE/events.tsv), and finding
// them.
#pragma once

#include "base/word_lists.hpp"
#include "events/frames.hpp"
#include "events/noun_classes.hpp"
#include "syntax/inflection.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

/// What a word of the lexicon is: the column `pos` of events.tsv.
enum class TriggerPos : std::uint8_t { verb, noun, adjective, verb_noun, fixed };

/// What a row asks for, to be read as it says and not as the next row of the same words ("Lee joins Quellon"
/// is no "Brandt joins the alliance").
struct Requirement {
    std::string slot;        ///< "amount", "clause" for what is said, or a slot that is filled
    std::uint8_t types = 0;  ///< of a slot: bits 1 << EntityType, one of which its filler has; 0 for any
                             ///< object, named or not
    NounClassBits nouns = 0; ///< or the classes of nouns one of which fills the slot
    std::string unit;        ///< of an amount: "%", "money", or "count" for all others
};

/// One row of events.tsv.
struct LexicalEntry {
    CompactString lemma; ///< as written: "{firmar|suscribir} acuerdo"
    TriggerPos pos = TriggerPos::verb;
    FrameIndex frame = 0;
    std::string construction;
    std::vector<Slot> slots; ///< those that differ from the frame's
    std::vector<Requirement> requirements;
    std::string needs; ///< no event unless this slot is bound to an entity; ""
    std::optional<EventKind> kind;
    std::optional<Modality> modality;
    bool begins = false;
    bool further = false; ///< tells something on top of what was told ("add")
    bool ends = false;
    bool negative = false;
    bool weak = false;      ///< an event only with two bound entities
    bool ended = false;     ///< only of what is no more ("no longer makes"), which it tells as done
    bool alone = false;     ///< what the nouns that `requirements` ask for tell is told with it
    bool clause = false;    ///< tells this of a clause only: "adds that", not "adds a feature"
    bool nothing = false;   ///< tells nothing, for all that it looks like another row ("sin embargo")
    bool reflexive = false; ///< the verb needs its pronoun ("aliarse", "sich einigen")

    /// Whether it is read so only where the sentence meets what the row asks for.
    bool asks() const { return ended || !requirements.empty(); }
};

/// The words that must follow (or, for a verb + noun, stand near) the first one.
struct TriggerPattern {
    std::uint32_t entry = 0;
    TriggerPos pos = TriggerPos::verb;    ///< the entry's, to be told without looking there
    Features features;                    ///< of the first word's form
    std::span<const std::uint32_t> parts; ///< indices of form sets: the further words, in order
    std::uint8_t gap = 0;                 ///< how many words may come between two parts
    bool participle = false;              ///< the form may be a participle too ("acquired")
    bool split = false;                   ///< parts[0] is a separable prefix, to be found later in the clause
    std::uint32_t prefix = no_index;      ///< of verb + noun: the form set of the prefix that stands apart
};

/// May be moved, not copied: its patterns refer to it.
class Lexicon {
  public:
    /// Reads events.tsv of `folder` (languages/LANGUAGE). `pronouns` are the reflexive pronouns written onto
    /// an infinitive or before it ("se", "si", "sich"), by which a pronominal verb is known. Throws
    /// InputError for a row that does not hold.
    Lexicon(const std::filesystem::path& folder, const Frames& frames, const Inflection& inflection,
            std::span<const std::string> pronouns);
    Lexicon(Lexicon&&) = default;

    /// Patterns whose first word has this key; empty for most words. For verb + noun pairs the first word is
    /// the noun.
    std::span<const TriggerPattern> at(std::uint64_t key) const { return patterns_.at(key); }

    /// The form sets (TriggerPattern::parts) that have the word, ascending; none for most words.
    std::span<const std::uint32_t> parts_of(std::uint64_t key) const { return parts_.at(key); }
    std::uint32_t part_count() const { return part_count_; }

    /// Asks for the memory of what is known of the word.
    void prefetch(std::uint64_t key) const {
        patterns_.prefetch(key);
        parts_.prefetch(key);
    }

    const LexicalEntry& operator[](std::uint32_t entry) const { return entries_[entry]; }

    /// The entry of predicates that no row knows (`other`), and of quotations (`statement`).
    std::uint32_t unknown_predicate() const { return std::uint32_t(entries_.size() - 2); }
    std::uint32_t quotation() const { return std::uint32_t(entries_.size() - 1); }
    std::span<const LexicalEntry> entries() const { return entries_; }
    const NounClasses& noun_classes() const { return noun_classes_; }

  private:
    struct Reader;
    NounClasses noun_classes_;
    std::vector<LexicalEntry> entries_;
    std::vector<std::vector<std::uint32_t>> sequences_; ///< what TriggerPattern::parts show
    WordLists<TriggerPattern> patterns_;
    WordLists<std::uint32_t> parts_; ///< word key → the form sets it belongs to, ascending
    std::uint32_t part_count_ = 0;   ///< form sets
};

} // namespace timeloom
