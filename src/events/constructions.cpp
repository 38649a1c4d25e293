#include "events/constructions.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

enum Column : std::size_t { use, slot, from, path, when, tier };

constexpr std::array<std::string_view, 5> use_names = {"active", "passive", "nominal", "support",
                                                       "predicate"};

/// In the order of ConstructionPath::When.
constexpr std::array<std::string_view, 6> when_names = {"-",      "nonfinite",  "finite",
                                                        "unsaid", "controlled", "shared"};

/// As Universal Dependencies writes them, in the order of Deprel.
constexpr std::array<std::string_view, 40> relation_names = {
    "root",         "nsubj", "nsubj:pass", "csubj",  "obj",      "iobj",       "obl",       "obl:agent",
    "vocative",     "expl",  "dislocated", "advcl",  "advmod",   "discourse",  "aux",       "aux:pass",
    "cop",          "mark",  "nmod",       "appos",  "nummod",   "acl",        "acl:relcl", "amod",
    "det",          "clf",   "case",       "conj",   "cc",       "fixed",      "flat",      "compound",
    "compound:prt", "list",  "parataxis",  "orphan", "goeswith", "reparandum", "punct",     "ccomp"};
static_assert(std::size_t(Deprel::ccomp) + 1 == relation_names.size());

std::optional<Deprel> relation_named(std::string_view name) {
    if (name == "xcomp")
        return Deprel::xcomp;
    const auto* found = std::ranges::find(relation_names, name);
    if (found == relation_names.end())
        return std::nullopt;
    return Deprel(found - relation_names.begin());
}

bool has_preposition(const SentenceView& view, const WordClasses& classes, std::uint32_t word,
                     std::string_view of) {
    return std::ranges::any_of(view.children_of(word), [&](auto child) {
        return view.words[child].relation == Deprel::case_ &&
               classes.preposition_class(view.words[child].preposition) == of;
    });
}

} // namespace

std::string_view name_of(Use use) {
    return use_names[std::size_t(use)];
}

Constructions::Constructions(const std::filesystem::path& data)
    : Constructions(read_table(data / "languages" / "constructions.tsv", {6, 7})) {}

Constructions::Constructions(const Table& table) {
    for (const auto& row : table.rows) {
        const auto* known = std::ranges::find(use_names, row[Column::use]);
        if (known == use_names.end())
            table.fail(row, "no use is called \"" + std::string(row[Column::use]) + "\"",
                       "see FORMAT at the top of the table");
        ConstructionPath entry;
        entry.slot = row[Column::slot];
        entry.from_verb = row[Column::from] == "verb";
        for (const auto& text : split(row[Column::path], ' ')) {
            const auto at = std::min(text.find('@'), text.size());
            const auto relation = relation_named(std::string_view(text).substr(1, at - 1));
            if (!relation || (text.front() != '<' && text.front() != '>'))
                table.fail(row, "\"" + text + "\" is no step",
                           "write >relation, <relation or >relation@preposition");
            entry.steps.push_back(
                {text.front() == '<', *relation, text.substr(std::min(at + 1, text.size()))});
        }
        const auto* when = std::ranges::find(when_names, row[Column::when]);
        if (when == when_names.end())
            table.fail(row, "\"" + std::string(row[Column::when]) + "\" is no condition",
                       "see FORMAT at the top of the table");
        entry.when = ConstructionPath::When(when - when_names.begin());
        entry.tier = row[Column::tier] == "path" ? Tier::path : Tier::repaired;
        paths_[known - use_names.begin()].push_back(std::move(entry));
    }
}

FirstSteps::FirstSteps(const SentenceView& view, std::uint32_t start) {
    for (const auto child : view.children_of(start))
        down_ |= std::uint64_t{1} << unsigned(view.words[child].relation);
    if (view.words[start].head >= 0)
        up_ = view.words[start].relation;
}

std::vector<std::uint32_t> follow(const SentenceView& view, const WordClasses& classes, std::uint32_t start,
                                  const ConstructionPath& path) {
    std::vector<std::uint32_t> here, next;
    const auto go = [&](std::uint32_t word, const ConstructionPath::Step& step) {
        if (step.up) {
            if (view.words[word].relation == step.relation && view.words[word].head >= 0)
                next.push_back(std::uint32_t(view.words[word].head));
            return;
        }
        for (const auto child : view.children_of(word))
            if (view.words[child].relation == step.relation && child != start &&
                (step.preposition.empty() || has_preposition(view, classes, child, step.preposition)))
                next.push_back(child);
    };
    if (path.steps.empty())
        return {start};
    go(start, path.steps.front()); // most paths end here
    for (std::size_t i = 1; i < path.steps.size() && !next.empty(); ++i) {
        here.swap(next);
        next.clear();
        for (const auto word : here)
            go(word, path.steps[i]);
    }
    return next;
}

} // namespace timeloom
