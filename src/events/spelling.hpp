// How the words of tables may stand in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// A word with straight apostrophes, and with curly ones where it has any.
inline std::vector<std::string> spellings(std::string_view word) {
    std::vector<std::string> all{std::string(word)};
    if (word.find('\'') == std::string_view::npos)
        return all;
    std::string curly;
    for (const char c : word)
        c == '\'' ? curly += "’" : curly += c;
    all.push_back(std::move(curly));
    return all;
}

} // namespace timeloom
