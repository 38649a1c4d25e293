// The examples in languages/constructions.tsv and languages/*/factuality.tsv are tests: each is read with its
// language's model, and must give what its row promises.
#include "base/data.hpp"
#include "base/table.hpp"
#include "events/clauses.hpp"
#include "events/extractor.hpp"
#include "events/factuality.hpp"
#include "events/lexicon.hpp"
#include "events/triggers.hpp"
#include "text/segmenter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

using namespace timeloom;

namespace {

constexpr std::array companies = {"Quellon", "Brandt", "Arvo",        "Nubelia",
                                  "Nubela",  "Tarvex", "Radio Lumen", "Radio Lume"};
constexpr std::array people = {"Ana Rubio", "Ana Lobo", "Ina Roth", "Anna Ferri"};

/// A sentence with the stretch between '[' and ']' and the word between two '*'.
struct Example {
    Document document;
    DocumentEntities entities;
    Span bracket;
    Span starred;
};

void add_names(Example& example, std::string_view name, EntityType type) {
    const std::string_view text = example.document.text;
    const auto entity = std::uint32_t(example.entities.entities.size());
    for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        if (at + name.size() < text.size() &&
            std::isalpha(static_cast<unsigned char>(text[at + name.size()])))
            continue;
        EntityMention mention;
        mention.span = {std::uint32_t(at), std::uint32_t(at + name.size())};
        mention.entity = entity;
        example.entities.mentions.push_back(mention);
    }
    if (example.entities.mentions.empty() || example.entities.mentions.back().entity != entity)
        return;
    LocalEntity named;
    named.name = name;
    named.type = type;
    example.entities.entities.push_back(named);
}

Example read_example(const std::string& language, std::string_view text) {
    Example example;
    auto& plain = example.document.text;
    bool open = false;
    for (const char c : text) {
        const auto here = std::uint32_t(plain.size());
        if (c == '[')
            example.bracket.begin = here;
        else if (c == ']')
            example.bracket.end = here;
        else if (c == '*')
            ((open = !open) ? example.starred.begin : example.starred.end) = here;
        else
            plain += c;
    }
    if (!plain.ends_with('.'))
        plain += '.';
    example.document.language = language;
    Segmenter(find_data(), language).segment(example.document);
    for (const auto* name : companies)
        add_names(example, name, EntityType::organization);
    for (const auto* name : people)
        add_names(example, name, EntityType::person);
    return example;
}

void sort_names(Example& example) {
    std::ranges::sort(example.entities.mentions, {}, [](const EntityMention& m) { return m.span.begin; });
}

const Frames& frames() {
    static const Frames all(find_data());
    return all;
}

/// The extractor with its model; null without one.
const Extractor* reader_of(const std::string& language) {
    static std::map<std::string, Parser> parsers;
    static std::map<std::string, Extractor> extractors;
    const auto model = find_data() / "models" / (language + ".model");
    if (!std::filesystem::exists(model)) {
        MESSAGE("SKIPPED: no model for " << language);
        return nullptr;
    }
    if (!extractors.contains(language)) {
        const auto& parser = parsers.emplace(language, Parser::load(model)).first->second;
        extractors.try_emplace(language, find_data(), language, frames(), &parser);
    }
    return &extractors.at(language);
}

bool has_effect(Modality modality, Polarity polarity, bool ends, bool held, std::string_view effect) {
    constexpr std::array<std::string_view, 5> names = {"asserted", "reported", "possible", "conditional",
                                                       "planned"};
    if (effect == "negative" || effect == "undone")
        return polarity == Polarity::negative || ends; // a state that ends is told as one that held
    if (effect == "ends")
        return ends;
    if (effect == "attribution")
        return held;
    if (effect == "plans") // the example says it in an infinitive
        return modality == Modality::planned;
    return effect == names[std::size_t(modality)];
}

/// What the cues make of the word that heads the bracket, where it tells no event of its own.
class Heads {
  public:
    explicit Heads(const std::string& language)
        : folder_(find_data() / "languages" / language), classes_(folder_),
          lexicon_(folder_, frames(), Inflection(folder_), classes_.reflexives()), amounts_(folder_),
          cues_(folder_, Inflection(folder_)), triggers_(lexicon_, classes_),
          parser_(Parser::load(find_data() / "models" / (language + ".model"))) {}

    bool judged(const Example& example, bool inside, std::span<const std::string> effects) const {
        const auto& mentions = example.entities.mentions;
        auto view = view_sentence(
            example.document, 0, {mentions, 0, std::uint32_t(mentions.size()), {}, 0, 0}, classes_, amounts_);
        SentenceView* const only = &view;
        parse_sentences({&only, 1}, parser_, classes_);
        cut_clauses(view, triggers_.finite_verbs(view));
        const FactualityJudge judge(view, cues_);
        const auto within = [&](std::int32_t i) {
            return i >= 0 && example.bracket.contains(view.words[std::size_t(i)].unit.span) == inside;
        };
        for (std::uint32_t i = 0; i < view.words.size(); ++i) {
            if (!within(std::int32_t(i)) || view.words[i].punctuation() ||
                (inside && within(view.words[i].head)))
                continue;
            const auto found = judge.judge(i, i, {});
            if (std::ranges::all_of(effects, [&](const std::string& effect) {
                    return has_effect(found.modality, found.undone ? Polarity::negative : found.polarity,
                                      found.ends, !found.holders.empty(), effect);
                }))
                return true;
        }
        return false;
    }

  private:
    std::filesystem::path folder_;
    WordClasses classes_;
    Lexicon lexicon_;
    AmountFinder amounts_;
    CueTable cues_;
    TriggerFinder triggers_;
    Parser parser_;
};

/// A parser misreads some sentences: nearly all rows must hold, and those that do not are named.
class Tally {
  public:
    void count(bool held, const std::string& row) {
        ++rows_;
        if (!held)
            missed_.push_back(row);
    }
    /// At most one row in `rows` may fail.
    void check(std::size_t rows) const {
        for (const auto& row : missed_)
            MESSAGE("not read as promised: " << row);
        CHECK(missed_.size() * rows <= rows_);
    }

  private:
    std::size_t rows_ = 0;
    std::vector<std::string> missed_;
};

} // namespace

TEST_CASE("each construction finds the argument of its example") {
    const auto table = read_table(find_data() / "languages" / "constructions.tsv", {6, 7});
    Tally tally;
    for (const auto& row : table.rows) {
        // "it: [Quellon] afferma …"; English when no language is written.
        auto text = row[6];
        std::string language = "en";
        if (const auto colon = text.find(": "); colon == 2) {
            language = text.substr(0, colon);
            text.remove_prefix(colon + 2);
        }
        const auto* reader = reader_of(language);
        if (!reader)
            continue;
        auto example = read_example(language, text);
        if (std::ranges::none_of(example.entities.mentions,
                                 [&](const EntityMention& m) { return m.span == example.bracket; })) {
            EntityMention pronoun;
            pronoun.span = example.bracket;
            pronoun.entity = std::uint32_t(example.entities.entities.size());
            pronoun.kind = MentionKind::possessive;
            LocalEntity owner;
            owner.name = "owner";
            owner.type = EntityType::organization;
            example.entities.entities.push_back(owner);
            example.entities.mentions.push_back(pronoun);
        }
        sort_names(example);
        const auto events = reader->extract(example.document, {}, example.entities);
        // Possessors, prepositions and predicates have roles of the word's own.
        const bool by_slot = row[0] != "predicate" && (row[1] == "A" || row[1] == "B");
        const bool bound = std::ranges::any_of(events, [&](const EventMention& event) {
            return event.trigger == example.starred &&
                   std::ranges::any_of(event.participants, [&](const Participant& p) {
                       return p.span == example.bracket && p.tier != Tier::nearest &&
                              (!by_slot || p.role == frames()[event.frame].role_of(row[1]));
                   });
        });
        tally.count(bound, std::string(text));
    }
    tally.check(6);
}

TEST_CASE("each cue has its effect on what its example governs") {
    for (const auto* language : {"de", "en", "es", "fr", "it", "pt"}) {
        const auto* reader = reader_of(language);
        if (!reader)
            continue;
        const Heads heads(language);
        Tally tally;
        const auto table = read_table(find_data() / "languages" / language / "factuality.tsv", {4, 5});
        for (const auto& row : table.rows) {
            if (row[4].find('[') == std::string_view::npos)
                continue;
            auto example = read_example(language, row[4]);
            sort_names(example);
            const auto events = reader->extract(example.document, {}, example.entities);
            const auto effects = split(row[2], '+');
            // The bracket of a holder is around who says it: its effect is on what lies outside.
            const bool inside = row[3] != "holder";
            const bool governed = std::ranges::any_of(events, [&](const EventMention& event) {
                return example.bracket.contains(event.trigger) == inside &&
                       std::ranges::all_of(effects, [&](const std::string& effect) {
                           return has_effect(event.modality, event.polarity, event.ends,
                                             !event.attribution.empty(), effect);
                       });
            });
            const bool told = inside && std::ranges::any_of(events, [&](const EventMention& event) {
                                  return example.bracket.contains(event.trigger);
                              });
            tally.count(governed || (!told && heads.judged(example, inside, effects)), std::string(row[4]));
        }
        CAPTURE(language);
        tally.check(25);
    }
}

TEST_CASE("a word of saying tells a statement of a clause, not of a thing") {
    const auto states = [](const char* language, const char* text) {
        const auto* reader = reader_of(language);
        REQUIRE(reader);
        auto example = read_example(language, text);
        sort_names(example);
        const auto events = reader->extract(example.document, {}, example.entities);
        return std::ranges::any_of(
            events, [](const EventMention& event) { return frames()[event.frame].type == "statement"; });
    };
    CHECK(states("en", "Quellon added that Brandt left"));
    CHECK_FALSE(states("en", "Quellon added a new service for Brandt"));
    CHECK(states("es", "Nubelia aseguró que Tarvex vendió su filial"));
    CHECK_FALSE(states("es", "Nubelia aseguró los recursos para Tarvex"));
    CHECK(states("fr", "Quellon ajoute que Brandt a vendu sa filiale"));
    CHECK_FALSE(states("fr", "Quellon ajoute un service pour Brandt"));
}

TEST_CASE("what is not ruled out is possible") {
    constexpr std::pair<const char*, const char*> sentences[] = {
        {"en", "Quellon does not rule out selling Brandt"},
        {"es", "Nubelia no descarta vender Tarvex"},
        {"it", "Nubelia non esclude di vendere Tarvex"},
    };
    for (const auto& sentence : sentences) {
        const auto* reader = reader_of(sentence.first);
        REQUIRE(reader);
        auto example = read_example(sentence.first, sentence.second);
        sort_names(example);
        const auto events = reader->extract(example.document, {}, example.entities);
        CAPTURE(std::string(sentence.second));
        CHECK(std::ranges::any_of(events, [](const EventMention& event) {
            return frames()[event.frame].type == "sale" && event.modality == Modality::possible &&
                   event.polarity == Polarity::positive;
        }));
    }
}

TEST_CASE("werden makes the future of an infinitive and the passive of a participle") {
    const auto read = [](const char* text) {
        const auto* reader = reader_of("de");
        REQUIRE(reader);
        auto example = read_example("de", text);
        sort_names(example);
        const auto events = reader->extract(example.document, {}, example.entities);
        REQUIRE(!events.empty());
        return events.front().modality;
    };
    CHECK(read("Nubela wird Tarvex kaufen") == Modality::planned);
    CHECK(read("Tarvex wurde von Nubela gekauft") == Modality::asserted);
}
