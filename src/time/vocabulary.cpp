#include "time/vocabulary.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "time/reading.hpp"

#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace timeloom::timing {

namespace {

constexpr const char* figure_classes[] = {"number", "day",       "monthnumber", "hour", "minute",
                                          "year",   "year2",     "year3",       "yyyy", "tens",
                                          "fourth", "roundyear", "zero"};
constexpr std::size_t figure_class_count = std::size(figure_classes);

/// Bit i for figure_classes[i].
std::size_t figure_mask(std::string_view digits) {
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
                                                     size == 2 && value % 10 == 0,
                                                     size == 1 && value >= 1 && value <= 4,
                                                     size == 4 && value % 10 == 0,
                                                     value == 0 && size == 1};
    std::size_t mask = 0;
    for (std::size_t i = 0; i < figure_class_count; ++i)
        mask |= static_cast<std::size_t>(in[i]) << i;
    return mask;
}
constexpr std::size_t longest_figure = 9; ///< what an int holds

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
    cut(text, pieces);
    return pieces;
}

void cut(std::string_view text, std::vector<Piece>& pieces) {
    pieces.clear();
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
            if (shape.size() <= longest_figure)
                std::from_chars(shape.data(), shape.data() + shape.size(), piece.number);
        } else if (shape.size() == 1 && piece.sign) {
            piece.key = hash_key(shape);
        } else {
            const auto folded = first.value == 0x2019 ? "'" : is_dash(first.value) ? "-" : fold_case(shape);
            piece.capital = is_letter(shape.front()) && folded != shape;
            piece.key = hash_key(folded);
        }
        pieces.push_back(piece);
    }
}

Vocabulary::Vocabulary(const std::vector<Table>& tables, const std::string& language) {
    for (const auto* name : figure_classes)
        make_class(name);
    make_class("ordinal");
    make_class("name");
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
    for (const auto& text : split(row[0], '|')) {
        const auto pieces = cut(text);
        if (std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.figures; }))
            table.fail(row, "the figures in '" + text + "' would match nothing",
                       "write them as a slot of a pattern: {day}º");
        add(text, id, *value, condition);
    }
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

namespace {

/// ICU marks with soft hyphens where a word may be broken.
std::string without_soft_hyphens(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = code_point_at(text, at);
        if (c.value != 0xAD)
            plain += text.substr(at, c.length);
        at += c.length;
    }
    return plain;
}

} // namespace

void Vocabulary::add_number(std::string_view text, std::int32_t value, ClassId id) {
    const auto pieces = cut(text);
    if (pieces.empty() || std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.figures; }))
        return;
    if (pieces.size() == 1)
        return add(text, id, value, Condition::none);
    std::vector<std::uint64_t> keys, unhyphenated;
    for (const auto& piece : pieces) {
        keys.push_back(piece.key);
        if (piece.key != hash_key("-"))
            unhyphenated.push_back(piece.key);
    }
    add_number_words(keys, value, id);
    add_number_words(unhyphenated, value, id);
}

void Vocabulary::add_number_words(const std::vector<std::uint64_t>& keys, std::int32_t value, ClassId id) {
    numbers_.emplace(keys, NumberWords{keys.size(), value, id, no_symbol});
    auto& longest = number_starts_[keys.front()];
    longest = std::max(longest, keys.size());
    may_start_number_.set(keys.front() % may_start_number_.size());
}

/// "one hundred and fifty" is also "hundred and fifty" and "a hundred and fifty".
void Vocabulary::add_without_one(std::string_view text, std::string_view one, std::int32_t value,
                                 ClassId id) {
    if (text.size() <= one.size() || !text.starts_with(one))
        return;
    auto rest = text.substr(one.size());
    const bool apart = rest.front() == ' ';
    rest.remove_prefix(apart);
    add_number(rest, value, id);
    const auto pieces = cut(rest);
    if (!apart || pieces.size() < 2)
        return;
    for (const auto article : ones_) {
        std::vector<std::uint64_t> keys{article};
        for (const auto& piece : pieces)
            keys.push_back(piece.key);
        add_number_words(keys, value, id);
    }
}

void Vocabulary::spell_out(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(language.c_str()), status);
    if (U_FAILURE(status))
        return; // a language that ICU cannot count in has its numbers in its table
    const auto spelled = [&](const icu::UnicodeString& rules, std::int32_t value) {
        icu::UnicodeString text;
        icu::FieldPosition position;
        std::string utf8;
        UErrorCode failed = U_ZERO_ERROR;
        format.format(value, rules, text, position, failed);
        return U_SUCCESS(failed) ? without_soft_hyphens(text.toUTF8String(utf8)) : utf8;
    };
    const auto number = *class_named("number"), year = *class_named("year"),
               ordinal = *class_named("ordinal");
    for (const auto& [key, word] : words_)
        for (const auto& entry : word.entries)
            if (entry.id == number && entry.value == 1)
                ones_.push_back(key);
    for (int i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
        const auto rules = format.getRuleSetName(i);
        const auto spell = [&](std::int32_t from, std::int32_t to, std::int32_t step, ClassId id) {
            for (auto value = from; value <= to; value += step)
                add_number(spelled(rules, value), value, id);
        };
        if (rules.indexOf("ordinal") >= 0) {
            spell(1, 31, 1, ordinal);
        } else if (rules.indexOf("numbering-year") >= 0) {
            spell(1501, 1999, 1, year);
            spell(2001, 2050, 1, year);
        } else if (rules.indexOf("cardinal") >= 0 || rules.indexOf("numbering") >= 0) {
            spell(1, 199, 1, number);
            spell(200, 900, 50, number);
            spell(1000, 10000, 500, number);
            const auto one = spelled(rules, 1);
            for (std::int32_t value = 100; value < 200; ++value)
                add_without_one(spelled(rules, value), one, value, number);
            add_without_one(spelled(rules, 1000), one, 1000, number);
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
        if (word.entries.empty()) // but a part of some phrase: the "Santos" of "Todos los Santos"
            capital.push_back(*class_named("name"));
        const auto in_lower_case = symbol_for(lower);
        word_symbols_[key] = {in_lower_case, symbol_for(capital)};
    }
    name_ = symbol_for({*class_named("name")});
    figures_.assign(1u << figure_class_count, no_symbol);
    for (const std::size_t size : {1, 2, 3, 4, 5}) // longer ones belong to the classes of five
        for (int value = 0; value < (size < 5 ? 10000 : 1); ++value) {
            auto digits = std::to_string(value);
            if (digits.size() > size)
                break;
            digits.insert(0, size - digits.size(), '0');
            auto& symbol = figures_[figure_mask(digits)];
            if (symbol != no_symbol)
                continue;
            std::vector<ClassId> classes;
            for (std::size_t i = 0; i < figure_class_count; ++i)
                if (figure_mask(digits) >> i & 1)
                    classes.push_back(static_cast<ClassId>(i));
            symbol = symbol_for(classes);
        }
    for (auto& [spelled, number] : numbers_)
        number.symbol =
            symbol_for(number.id == *class_named("number") && number.value % 10 == 0 && number.value < 100
                           ? std::vector{number.id, *class_named("tens")}
                           : std::vector{number.id});
}

SymbolId Vocabulary::symbol_of_word(std::uint64_t key, bool capital) const {
    const auto* found = word_symbols_.find(key);
    const auto symbol = !found ? no_symbol : capital ? found->capital : found->lower;
    return symbol == no_symbol && capital ? name_ : symbol;
}

SymbolId Vocabulary::symbol_of_figures(std::string_view digits, bool grouped) const {
    if (digits.size() > longest_figure)
        return no_symbol;
    return figures_[grouped ? 1 : figure_mask(digits)];
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
