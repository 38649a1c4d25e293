#include "events/word_classes.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "events/spelling.hpp"
#include "syntax/inflection.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

constexpr std::array<std::string_view, 43> class_names = {
    "determiner",  "pronoun",     "clitic",    "reflexive",  "complementizer", "subordinator", "relative",
    "coordinator", "adverb",      "perfect",   "passive",    "modal",          "infinitive",   "possessive",
    "preposition", "definite",    "oblique",   "earlier",    "later",          "third",        "hearsay",
    "asking",      "superlative", "further",   "object",     "human",          "thing",        "several",
    "receiver",    "masculine",   "feminine",  "sourcing",   "when",           "starting",     "finishing",
    "owner",       "occasion",    "remaining", "continuing", "negation",       "comparing",    "citing",
    "awaiting"};

} // namespace

WordClasses::WordClasses(const std::filesystem::path& folder) {
    read_words(read_table(folder / "clause-words.tsv", {2, 3}));
    read_prepositions(read_table(folder / "prepositions.tsv", {2, 2}));
}

void WordClasses::read_words(const Table& table) {
    for (const auto& row : table.rows) {
        if (row[0] == "profile") {
            for (const auto& flag : split(row[1], ' ')) {
                auto* known = flag == "capital-nouns"    ? &profile_.capital_nouns
                              : flag == "verb-final"     ? &profile_.verb_final
                              : flag == "compounds"      ? &profile_.compounds
                              : flag == "pro-drop"       ? &profile_.pro_drop
                              : flag == "personal-a"     ? &profile_.personal_a
                              : flag == "bare-years"     ? &profile_.bare_years
                              : flag == "present-ahead"  ? &profile_.present_ahead
                              : flag == "not-until"      ? &profile_.not_until
                              : flag == "linked-clauses" ? &profile_.linked_clauses
                              : flag == "reported-mood"  ? &profile_.reported_mood
                                                         : nullptr;
                if (!known)
                    table.fail(row, "unknown profile \"" + flag + "\"", "see FORMAT at the top of the table");
                *known = true;
            }
            continue;
        }
        const auto* name = std::ranges::find(class_names, row[0]);
        if (name == class_names.end())
            table.fail(row, "no class of words is called \"" + std::string(row[0]) + "\"",
                       "see FORMAT at the top of the table");
        Features features;
        if (!row[2].empty() && !read_features(row[2], features))
            table.fail(row, "unknown features \"" + std::string(row[2]) + "\"", "see languages/README.md");
        const auto bit = std::uint64_t(1) << (name - class_names.begin());
        for (const auto& text : split(row[1], ' ')) {
            if (bit == std::uint64_t(ClassOf::reflexive))
                reflexives_.push_back(text);
            if (bit == std::uint64_t(ClassOf::object))
                objects_.push_back(text);
            for (const auto& spelling : spellings(text)) {
                auto& entry = words_[hash_key(spelling)];
                entry.is |= bit;
                if (!row[2].empty())
                    entry.features = features;
            }
        }
    }
}

void WordClasses::read_prepositions(const Table& table) {
    for (const auto& row : table.rows) {
        auto index = preposition_class(row[0]);
        if (index == 0) {
            preposition_classes_.emplace_back(row[0]);
            index = std::uint8_t(preposition_classes_.size());
        }
        for (const auto& text : split(row[1], ' ')) {
            const auto colon = text.find(':');
            const auto base = hash_key(colon == std::string::npos ? text : text.substr(colon + 1));
            for (const auto& spelling : spellings(text.substr(0, colon))) {
                const auto pieces = split(spelling, '+');
                auto& entry = words_[hash_key(pieces.front())];
                if (pieces.size() == 1) {
                    entry.is |= std::uint64_t(ClassOf::preposition);
                    entry.preposition = index;
                    entry.base = base;
                    continue;
                }
                WordClass::Longer longer{{}, index, base};
                for (std::size_t i = 1; i < pieces.size(); ++i)
                    longer.keys.push_back(hash_key(pieces[i]));
                entry.longer.push_back(std::move(longer));
            }
        }
    }
}

std::uint8_t WordClasses::preposition_class(std::string_view name) const {
    const auto found = std::ranges::find(preposition_classes_, name);
    return found == preposition_classes_.end() ? 0 : std::uint8_t(found - preposition_classes_.begin() + 1);
}

} // namespace timeloom
