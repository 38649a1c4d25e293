// How arguments hang on a trigger in a dependency tree (languages/constructions.tsv): paths from the trigger
// to them.
#pragma once

#include "base/table.hpp"
#include "events/event.hpp"
#include "events/sentence.hpp"
#include "events/word_classes.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

std::string_view name_of(Use use);

struct ConstructionPath {
    /// unsaid: a finite verb that leaves its subject unsaid, or names it with a pronoun of the third person
    /// only; controlled: a verb that is not finite, under one whose object does what it tells; shared: a verb
    /// without object, joined to another right behind it.
    enum class When : std::uint8_t { always, nonfinite, finite, unsaid, controlled, shared };
    struct Step {
        bool up;
        Deprel relation;
        std::string preposition; ///< the class of the one that it has ("to"); empty: of any or none
    };
    std::string slot; ///< "A", "B", "C", "P"; "*": the argument's preposition tells
    bool from_verb = false;
    std::vector<Step> steps;
    When when = When::always;
    Tier tier = Tier::path;

    /// Whether it looks for the subject with another word, which only a word without its own subject needs.
    bool climbs() const {
        return steps.size() > 1 && steps.front().up &&
               (steps.back().relation == Deprel::nsubj || steps.back().relation == Deprel::nsubj_pass);
    }
};

class Constructions {
  public:
    /// Reads `data`/languages/constructions.tsv. Throws InputError for a row that does not hold.
    explicit Constructions(const std::filesystem::path& data);
    explicit Constructions(const Table& table);

    /// In the order of the table: the first path that finds a filler for a slot wins.
    std::span<const ConstructionPath> of(Use use) const { return paths_[std::size_t(use)]; }

  private:
    std::vector<ConstructionPath> paths_[5];
};

/// The steps that lead away from a word: most paths cannot even begin there.
class FirstSteps {
  public:
    FirstSteps(const SentenceView& view, std::uint32_t start);

    bool begin(const ConstructionPath& path) const {
        if (path.steps.empty())
            return true;
        const auto& step = path.steps.front();
        return step.up ? step.relation == up_ : (down_ >> unsigned(step.relation) & 1U) != 0;
    }

  private:
    std::uint64_t down_ = 0;   ///< the relations of its children, as bits
    std::optional<Deprel> up_; ///< its own, where it has a head
};

/// The words at the end of a path from `start`, in text order.
std::vector<std::uint32_t> follow(const SentenceView& view, const WordClasses& classes, std::uint32_t start,
                                  const ConstructionPath& path);

} // namespace timeloom
