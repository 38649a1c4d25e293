#include "time/rules.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <set>

namespace timeloom::timing {

namespace {

namespace fs = std::filesystem;

Reading parse_reading(const Table& table, const TableRow& row) {
    Reading reading;
    const auto words = split(row[1], ' ');
    const auto kind = kind_named(words.front());
    if (!kind)
        table.fail(row, "the reading '" + words.front() + "' is unknown",
                   "write date, duration, set, reference or none");
    reading.kind = *kind;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        const auto slot = slot_named(words[i].substr(0, equals));
        const auto value =
            equals == std::string::npos ? std::nullopt : slot_value(words[i].substr(equals + 1));
        if (!slot || !value)
            table.fail(row, "'" + words[i] + "' sets no slot",
                       "write slot=value with names of src/time/reading.cpp");
        reading[*slot] = *value;
    }
    return reading;
}

void collect_slots(const PatternNode& pattern, std::set<Slot>& slots) {
    if (pattern.slot)
        slots.insert(*pattern.slot);
    for (const auto& part : pattern.parts)
        collect_slots(part, slots);
}

/// With the four that reading in context may add: tense, follows, and hour and minute of "1430".
void check_slots(const Table& table, const TableRow& row, const PatternNode& pattern) {
    std::set<Slot> slots;
    collect_slots(pattern, slots);
    const auto set_by_rule = static_cast<std::size_t>(std::count(row[1].begin(), row[1].end(), '='));
    if (slots.size() + set_by_rule + 4 > Reading::most_slots)
        table.fail(row, "the pattern fills " + std::to_string(slots.size() + set_by_rule) + " slots",
                   "split it: " + std::to_string(Reading::most_slots - 4) + " are the most");
}

std::vector<fs::path> files(const fs::path& data, const std::string& language, const char* name) {
    return {data / "languages" / name, data / "languages" / language / name};
}

bool is_ending(const TableRow& row) {
    return row[0].size() > 1 && row[0].front() == '-';
}

} // namespace

std::vector<Table> TimeRules::word_tables(const fs::path& data, const std::string& language) {
    std::vector<Table> tables;
    for (const auto& file : files(data, language, "time-words.tsv")) {
        tables.push_back(read_table(file, {2, 4}));
        std::erase_if(tables.back().rows, is_ending);
    }
    return tables;
}

std::vector<Rule> TimeRules::read_patterns(const fs::path& data, const std::string& language) {
    std::vector<Rule> read;
    NamedPatterns named;
    for (const auto& file : files(data, language, "time-patterns.tsv")) {
        const auto table = read_table(file, {2, 4});
        for (const auto& row : table.rows) {
            if (row[0].front() == '@' && row[1].substr(0, 1) == "=") {
                named[std::string(row[0])] = parse_pattern(table, row, row[1].substr(1), vocabulary, named);
                continue;
            }
            Rule rule{parse_pattern(table, row, row[0], vocabulary, named), parse_reading(table, row),
                      row.line, false};
            check_slots(table, row, rule.pattern);
            rule.has_spans = has_span(rule.pattern);
            read.push_back(std::move(rule));
            const auto where = table.file + ":" + std::to_string(row.line);
            for (const auto& text : split(row[2], '|'))
                examples.push_back({text, true, where});
            for (const auto& text : split(row[3], '|'))
                examples.push_back({text, false, where});
        }
    }
    for (const auto& row : read_table(files(data, language, "time-words.tsv").back(), {2, 4}).rows)
        if (is_ending(row))
            for (const auto& ending : split(row[0], '|'))
                tense_endings.emplace_back(ending.substr(1),
                                           row[1] == "future" ? Tense::future : Tense::past);
    std::stable_sort(tense_endings.begin(), tense_endings.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    vocabulary.freeze();
    return read;
}

TimeRules::TimeRules(const fs::path& data, const std::string& language)
    : vocabulary(word_tables(data, language), language), rules(read_patterns(data, language)),
      automaton(rules, vocabulary) {}

} // namespace timeloom::timing
