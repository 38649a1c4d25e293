#include "time/vocabulary.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "time/reading.hpp"

#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace timeloom::timing {

namespace {

constexpr const char* figure_classes[] = {"number", "day",   "monthnumber", "hour", "minute",
                                          "year",   "year2", "year3",       "yyyy", "tens"};
constexpr std::size_t figure_class_count = std::size(figure_classes);

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80);
}

/// Signs beyond ASCII that stand alone, so that "2016–2017" and "d’octobre" come apart.
bool is_sign(char32_t c) {
    return (c >= 0x2010 && c <= 0x2027) || c == 0xA0 || c == 0x202F || c == 0xAB || c == 0xBB || c == 0x201E;
}

bool is_dash(char32_t c) {
    return c >= 0x2010 && c <= 0x2015;
}

} // namespace

std::vector<Piece> cut(std::string_view text) {
    std::vector<Piece> pieces;
    std::size_t at = 0, last_end = 0;
    while (at < text.size()) {
        const auto first = code_point_at(text, at);
        if (first.value == ' ' || first.value == '\t' || first.value == '\n' || first.value == '\r' ||
            first.value == 0xA0 || first.value == 0x202F) {
            at += first.length;
            continue;
        }
        Piece piece;
        piece.begin = static_cast<std::uint32_t>(at);
        piece.glued = at > 0 && at == last_end;
        at += first.length;
        if (is_digit(text[piece.begin])) {
            piece.figures = true;
            while (at < text.size() && is_digit(text[at]))
                ++at;
        } else if (is_letter(text[piece.begin]) && !is_sign(first.value)) {
            while (at < text.size() && is_letter(text[at])) {
                const auto next = code_point_at(text, at);
                if (is_sign(next.value))
                    break;
                at += next.length;
            }
        }
        piece.sign = !piece.figures && (!is_letter(text[piece.begin]) || is_sign(first.value));
        piece.end = static_cast<std::uint32_t>(at);
        last_end = at;
        const auto shape = text.substr(piece.begin, piece.end - piece.begin);
        if (piece.figures) {
            if (shape.size() <= 9)
                piece.number = std::stoi(std::string(shape));
        } else {
            const auto folded = first.value == 0x2019 ? "'" : is_dash(first.value) ? "-" : fold_case(shape);
            piece.capital = is_letter(shape.front()) && folded != shape;
            piece.key = hash_key(folded);
        }
        pieces.push_back(piece);
    }
    return pieces;
}

Vocabulary::Vocabulary(const std::vector<Table>& tables, const std::string& language) {
    for (const auto* name : figure_classes)
        make_class(name);
    make_class("ordinal");
    for (const auto& table : tables)
        for (const auto& row : table.rows)
            add_row(table, row);
    spell_out(language);
}

ClassId Vocabulary::make_class(const std::string& name) {
    const auto [found, fresh] = classes_.emplace(name, static_cast<ClassId>(phrases_.size()));
    if (fresh)
        phrases_.emplace_back();
    return found->second;
}

std::optional<ClassId> Vocabulary::class_named(std::string_view name) const {
    const auto found = classes_.find(name);
    return found == classes_.end() ? std::nullopt : std::optional(found->second);
}

ClassId Vocabulary::literal(std::uint64_t key) {
    const auto [found, fresh] = literals_.emplace(key, static_cast<ClassId>(phrases_.size()));
    if (fresh)
        phrases_.emplace_back();
    return found->second;
}

std::optional<ClassId> Vocabulary::known_literal(std::uint64_t key) const {
    const auto found = literals_.find(key);
    return found == literals_.end() ? std::nullopt : std::optional(found->second);
}

void Vocabulary::add_row(const Table& table, const TableRow& row) {
    const auto value = row[2].empty() ? std::optional<std::int32_t>(0) : slot_value(row[2]);
    if (!value)
        table.fail(row, "the value '" + std::string(row[2]) + "' is unknown",
                   "give a number, a feast such as 12-25 or easter+1, or a symbol of src/time/reading.cpp");
    const auto condition = row[3] == "capital" ? Condition::capital
                           : row[3] == "lower" ? Condition::lower
                                               : Condition::none;
    if (condition == Condition::none && !row[3].empty())
        table.fail(row, "the condition '" + std::string(row[3]) + "' is unknown",
                   "write capital or lower, or nothing");
    const auto id = make_class(std::string(row[1]));
    for (const auto& text : split(row[0], '|'))
        add(text, id, *value, condition);
}

void Vocabulary::add(std::string_view text, ClassId id, std::int32_t value, Condition condition) {
    const auto pieces = cut(fold_case(text));
    if (pieces.size() != 1) {
        Phrase phrase{{}, {}, value};
        for (const auto& piece : pieces) {
            phrase.keys.push_back(piece.key);
            phrase.glued.push_back(piece.glued);
            literal(piece.key);
        }
        phrases_[id].push_back(std::move(phrase));
        return;
    }
    auto& entries = words_[pieces.front().key].entries;
    const auto same =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.id == id; });
    if (same == entries.end())
        entries.push_back({id, value, condition});
}

void Vocabulary::add_number(std::string_view text, std::int32_t value, ClassId id) {
    std::string plain; // ICU marks where a word may be broken
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        if (c.value != 0xAD)
            plain += text.substr(at, c.length);
        at += c.length;
    }
    const auto pieces = cut(plain);
    if (pieces.empty() || std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.figures; }))
        return;
    if (pieces.size() == 1)
        return add(plain, id, value, Condition::none);
    if (id == *class_named("ordinal"))
        return;
    std::vector<std::uint64_t> keys, unhyphenated;
    for (const auto& piece : pieces) {
        keys.push_back(piece.key);
        if (piece.key != hash_key("-"))
            unhyphenated.push_back(piece.key);
    }
    const bool year = id == *class_named("year");
    for (const auto& spelled : {keys, unhyphenated})
        numbers_.emplace(spelled, NumberWords{spelled.size(), value, year});
    auto& longest = number_starts_[keys.front()];
    longest = std::max(longest, keys.size());
}

void Vocabulary::spell_out(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(language.c_str()), status);
    if (U_FAILURE(status))
        return; // a language that ICU cannot count in has its numbers in its table
    const auto spell = [&](const icu::UnicodeString& rules, std::int32_t from, std::int32_t to,
                           std::int32_t step, const char* name) {
        for (auto value = from; value <= to; value += step) {
            icu::UnicodeString spelled;
            icu::FieldPosition position;
            std::string text;
            UErrorCode failed = U_ZERO_ERROR;
            format.format(value, rules, spelled, position, failed);
            if (U_SUCCESS(failed))
                add_number(spelled.toUTF8String(text), value, *class_named(name));
        }
    };
    for (int i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
        const auto rules = format.getRuleSetName(i);
        if (rules.indexOf("ordinal") >= 0) {
            spell(rules, 1, 31, 1, "ordinal");
        } else if (rules.indexOf("numbering-year") >= 0) {
            spell(rules, 1500, 2050, 1, "year");
        } else if (rules.indexOf("cardinal") >= 0 || rules.indexOf("numbering") >= 0) {
            spell(rules, 1, 130, 1, "number");
            spell(rules, 200, 2000, 100, "number");
        }
    }
}

SymbolId Vocabulary::symbol_for(std::vector<ClassId> classes) {
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    if (classes.empty())
        return no_symbol;
    const auto [found, fresh] = symbol_ids_.emplace(classes, static_cast<SymbolId>(symbols_.size()));
    if (fresh) {
        for (const auto id : classes)
            with_[id].push_back(found->second);
        symbols_.push_back(std::move(classes));
    }
    return found->second;
}

void Vocabulary::freeze() {
    symbols_.assign(1, {});
    with_.assign(phrases_.size(), {});
    for (const auto& [key, id] : literals_)
        words_[key];
    std::vector<std::uint64_t> keys; // in order, so that symbols are numbered the same on every machine
    for (const auto& [key, word] : words_)
        keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    for (const auto key : keys) {
        auto& word = words_[key];
        std::vector<ClassId> lower, capital;
        for (const auto& entry : word.entries) {
            if (entry.condition != Condition::capital)
                lower.push_back(entry.id);
            if (entry.condition != Condition::lower)
                capital.push_back(entry.id);
        }
        if (const auto literal = literals_.find(key); literal != literals_.end()) {
            lower.push_back(literal->second);
            capital.push_back(literal->second);
        }
        word.lower = symbol_for(lower);
        word.capital = symbol_for(capital);
    }
    figures_.resize(1u << figure_class_count);
    for (std::size_t mask = 0; mask < figures_.size(); ++mask) {
        std::vector<ClassId> classes;
        for (std::size_t i = 0; i < figure_class_count; ++i)
            if (mask >> i & 1)
                classes.push_back(static_cast<ClassId>(i));
        figures_[mask] = no_symbol;
        if (mask & 1)
            figures_[mask] = symbol_for(classes);
    }
    number_words_ = symbol_for({*class_named("number")});
    year_words_ = symbol_for({*class_named("year")});
}

SymbolId Vocabulary::symbol_of_word(std::uint64_t key, bool capital) const {
    const auto found = words_.find(key);
    if (found == words_.end())
        return no_symbol;
    return capital ? found->second.capital : found->second.lower;
}

SymbolId Vocabulary::symbol_of_figures(std::string_view digits, bool grouped) const {
    if (digits.size() > 9)
        return no_symbol;
    const int value = std::stoi(std::string(digits));
    const auto size = digits.size();
    const bool is_round = value % 100 == 0 && value != 1900 && value != 2000; // "1500" is mostly no year
    const std::array<bool, figure_class_count> in = {true,
                                                     size <= 2 && value >= 1 && value <= 31,
                                                     size <= 2 && value >= 1 && value <= 12,
                                                     size <= 2 && value <= 24,
                                                     size == 2 && value <= 59,
                                                     size == 4 && value > 1000 && value < 2200 && !is_round,
                                                     size == 2,
                                                     size == 3 && value >= 100,
                                                     size == 4,
                                                     size == 2 && value % 10 == 0};
    std::size_t mask = 0;
    for (std::size_t i = 0; i < figure_class_count; ++i)
        mask |= static_cast<std::size_t>(in[i]) << i;
    return figures_[grouped ? 1 : mask];
}

bool Vocabulary::has(SymbolId symbol, ClassId id) const {
    const auto& classes = symbols_[symbol];
    return std::binary_search(classes.begin(), classes.end(), id);
}

std::optional<std::int32_t> Vocabulary::value(std::uint64_t key, ClassId id) const {
    const auto found = words_.find(key);
    if (found != words_.end())
        for (const auto& entry : found->second.entries)
            if (entry.id == id)
                return entry.value;
    return std::nullopt;
}

Vocabulary::NumberWords Vocabulary::number_words(const std::vector<Piece>& pieces, std::size_t at) const {
    const auto start = number_starts_.find(pieces[at].key);
    if (start == number_starts_.end())
        return {};
    std::vector<std::uint64_t> keys;
    for (std::size_t i = at; i < pieces.size() && keys.size() < start->second; ++i)
        keys.push_back(pieces[i].key);
    for (; keys.size() > 1; keys.pop_back())
        if (const auto found = numbers_.find(keys); found != numbers_.end())
            return found->second;
    return {};
}

} // namespace timeloom::timing
