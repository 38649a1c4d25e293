// The words of a language's time tables, and the classes that they and figures belong to.
#pragma once

#include "base/table.hpp"
#include "base/word_table.hpp"

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timeloom::timing {

using ClassId = std::uint16_t;
/// What the automaton reads for a piece: one number for each set of classes that pieces can have.
using SymbolId = std::uint16_t;
constexpr SymbolId no_symbol = 0;

/// A word, a run of digits, or one sign; tokens such as "28-year-old" or "22.01.2025" are several.
struct Piece {
    std::uint32_t begin = 0; ///< bytes of the document
    std::uint32_t end = 0;
    std::uint64_t key = 0;    ///< of its folded text; 0 for figures
    std::int32_t number = -1; ///< of figures and of numbers in words
    std::uint32_t sentence = 0;
    SymbolId symbol = no_symbol;
    bool glued = false; ///< no space before
    bool capital = false;
    bool figures = false;
    bool sign = false; ///< neither letters nor figures
};

/// Classes of figures, known without a table: which of them a figure has hangs on its length and value.
/// number: any; day 1-31; monthnumber 1-12; hour 0-24; minute, second: two digits up to 59; year: four digits
/// 1000-2199; year2, year3: two and three digits; yyyy: four digits; tens: 00, 10, … 90; fourth: 1-4;
/// roundyear: four digits, the last a 0; zero. And of words: name, one with a capital and of no
/// other class.
class Vocabulary {
  public:
    /// Reads `tables` (word, class, value, condition; see languages/README.md), and for `language` the
    /// numbers in words.
    Vocabulary(const std::vector<Table>& tables, const std::string& language);

    /// The class of that name, where a word or a figure has it.
    std::optional<ClassId> class_named(std::string_view name) const;
    /// The class of exactly one word, for patterns that name the word itself.
    ClassId literal(std::uint64_t key);
    std::optional<ClassId> known_literal(std::uint64_t key) const;
    /// To be called once after the last `literal`: numbers the symbols.
    void freeze();

    SymbolId symbol_of_word(std::uint64_t key, bool capital) const;
    /// Asks for the memory of the word's symbol.
    void prefetch(std::uint64_t key) const { word_symbols_.prefetch(key); }
    SymbolId symbol_of_figures(std::string_view digits, bool grouped) const;
    std::size_t symbol_count() const { return symbols_.size(); }
    /// Symbols whose pieces belong to the class, ascending.
    const std::vector<SymbolId>& symbols_with(ClassId id) const { return with_[id]; }
    bool has(SymbolId symbol, ClassId id) const;

    /// The value of a word in a class.
    std::optional<std::int32_t> value(std::uint64_t key, ClassId id) const;

    /// Entries of several pieces ("hoje em dia"), by class.
    struct Phrase {
        std::vector<std::uint64_t> keys;
        std::vector<bool> glued;
        std::int32_t value;
    };
    const std::vector<Phrase>& phrases(ClassId id) const { return phrases_[id]; }

    /// The longest number in words that starts at pieces[at]: how many pieces (2 or more; 0 for none) and its
    /// value.
    struct NumberWords {
        std::size_t length = 0;
        std::int32_t value = 0;
        ClassId id = 0; ///< number, ordinal or year
        SymbolId symbol = no_symbol;
    };
    NumberWords number_words(const std::vector<Piece>& pieces, std::size_t at) const;
    bool starts_number(std::uint64_t key) const {
        return may_start_number_[key % may_start_number_.size()] && number_starts_.contains(key);
    }

  private:
    enum class Condition : std::uint8_t { none, capital, lower };
    struct Entry {
        ClassId id;
        std::int32_t value;
        Condition condition;
    };
    struct Word {
        std::vector<Entry> entries;
    };
    struct WordSymbols {
        SymbolId lower = no_symbol;
        SymbolId capital = no_symbol;
    };

    ClassId make_class(const std::string& name);
    void add(std::string_view text, ClassId id, std::int32_t value, Condition condition);
    void add_row(const Table& table, const TableRow& row);
    void spell_out(const std::string& language);
    void add_number(std::string_view text, std::int32_t value, ClassId id);
    void add_number_words(const std::vector<std::uint64_t>& keys, std::int32_t value, ClassId id);
    void add_without_one(std::string_view text, std::string_view one, std::int32_t value, ClassId id);
    SymbolId symbol_for(std::vector<ClassId> classes);

    std::map<std::string, ClassId, std::less<>> classes_;
    std::unordered_map<std::uint64_t, Word> words_;
    WordTable<WordSymbols> word_symbols_; ///< read at every word
    std::unordered_map<std::uint64_t, ClassId> literals_;
    std::vector<std::vector<Phrase>> phrases_;
    std::map<std::vector<std::uint64_t>, NumberWords> numbers_;    ///< by the keys of their pieces
    std::unordered_map<std::uint64_t, std::size_t> number_starts_; ///< first key to the greatest length
    std::bitset<4096> may_start_number_; ///< by the last bits of their keys: asked of every word
    std::vector<std::uint64_t> ones_;    ///< words for 1: "a", "one"
    std::map<std::vector<ClassId>, SymbolId> symbol_ids_;
    std::vector<std::vector<ClassId>> symbols_;
    std::vector<std::vector<SymbolId>> with_;
    std::vector<SymbolId> figures_; ///< by mask of figure classes
    SymbolId name_ = no_symbol;
};

/// Cuts text as documents are cut, for the words of tables: "p.m." is "p" "." "m" ".".
std::vector<Piece> cut(std::string_view text);
/// The same into `pieces`, whose memory serves again.
void cut(std::string_view text, std::vector<Piece>& pieces);

} // namespace timeloom::timing
