// The time tables of one language, read and compiled: words, patterns, automaton, cues of tense.
#pragma once

#include "time/automaton.hpp"
#include "time/pattern.hpp"
#include "time/vocabulary.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace timeloom::timing {

/// An example of a pattern: text in which "[in June 2024=2024-06]" marks an expression and its value.
struct RuleExample {
    std::string text;
    bool positive = true; ///< else nothing in it may be tagged
    std::string where;    ///< "FILE:LINE"
};

struct TimeRules {
    /// Reads languages/time-{words,patterns}.tsv, which hold for all, and those of the language, which come
    /// after.
    TimeRules(const std::filesystem::path& data, const std::string& language);

    Vocabulary vocabulary;
    std::vector<RuleExample> examples;
    std::vector<std::pair<std::string, Tense>> tense_endings; ///< "-ed": endings of finite verbs
    std::vector<Rule> rules; ///< read after the members above, which its reading fills
    Automaton automaton;

  private:
    static std::vector<Table> word_tables(const std::filesystem::path& data, const std::string& language);
    std::vector<Rule> read_patterns(const std::filesystem::path& data, const std::string& language);
};

} // namespace timeloom::timing
