#include "train/harmonise.hpp"

#include "base/utf8.hpp"
#include "syntax/names.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

constexpr std::array<std::string_view, 6> conditions = {"form", "lemma", "upos", "relation", "case", "verb"};

bool has_child(const GoldSentence& sentence, std::size_t head, auto&& fits) {
    return std::ranges::any_of(sentence.words, [&](const GoldWord& word) {
        return word.head == static_cast<std::int32_t>(head) && fits(word);
    });
}

bool holds(const GoldSentence& sentence, std::size_t at, const std::string& what, const std::string& value) {
    const GoldWord& word = sentence.words[at];
    if (what == "form")
        return std::ranges::count(split(value, '|'), fold_case(word.form)) > 0;
    if (what == "lemma")
        return word.lemma == value;
    if (what == "upos")
        return name(word.upos) == value;
    if (what == "relation")
        return word.relation == value;
    if (what == "case")
        return has_child(sentence, at, [&](const GoldWord& child) {
            return child.relation == "case" && fold_case(child.form) == value;
        });
    if (word.head < 0)
        return false; // "verb": the head is a participle, finite, …
    const GoldWord& head = sentence.words[static_cast<std::size_t>(word.head)];
    return pack(features_of("VerbForm=" + value)) == (head.bundle & pack(features_of("VerbForm=" + value))) &&
           unpack_features(head.bundle).form == features_of("VerbForm=" + value).form;
}

void subjects_of_passives(GoldSentence& sentence) {
    for (GoldWord& word : sentence.words)
        if (word.relation == "nsubj" && word.head >= 0 &&
            has_child(sentence, static_cast<std::size_t>(word.head),
                      [](const GoldWord& child) { return child.relation == "aux:pass"; }))
            word.relation = "nsubj:pass";
}

void relative_clauses(GoldSentence& sentence) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        if (sentence.words[i].relation != "acl" ||
            unpack_features(sentence.words[i].bundle).form != Features::Form::finite)
            continue;
        if (has_child(sentence, i, [](const GoldWord& child) { return child.relative; }))
            sentence.words[i].relation = "acl:relcl";
    }
}

} // namespace

Harmoniser::Harmoniser(const Table& table) {
    for (const TableRow& row : table.rows) {
        Rule rule{std::string(row[0]), {}, {}};
        const auto read = [&](std::string_view cell, Fields& fields) {
            for (const std::string& part : split(cell, ' ')) {
                const std::size_t equals = part.find('=');
                if (equals == std::string::npos || !std::ranges::count(conditions, part.substr(0, equals)))
                    table.fail(row, "what is " + part + "?",
                               "write form=, lemma=, upos=, relation=, case= or verb=");
                fields.emplace_back(part.substr(0, equals), part.substr(equals + 1));
            }
        };
        read(row[1], rule.when);
        read(row[2], rule.then);
        for (const auto& [what, value] : rule.then)
            if (what != "relation" && (what != "upos" || !upos_of(value)))
                table.fail(row, what + "=" + value + " cannot be set", "set upos= or relation=");
        rules_.push_back(std::move(rule));
    }
}

Harmoniser Harmoniser::load(const std::filesystem::path& file) {
    return Harmoniser(read_table(file, {3, 3}));
}

void Harmoniser::apply(GoldSentence& sentence) const {
    for (const Rule& rule : rules_) {
        if (rule.treebank != sentence.treebank)
            continue;
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            if (!std::ranges::all_of(rule.when,
                                     [&](const auto& c) { return holds(sentence, i, c.first, c.second); }))
                continue;
            for (const auto& [what, value] : rule.then)
                if (what == "upos")
                    sentence.words[i].upos = *upos_of(value);
                else
                    sentence.words[i].relation = value;
        }
    }
    subjects_of_passives(sentence);
    relative_clauses(sentence);
}

} // namespace timeloom
