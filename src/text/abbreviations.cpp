#include "text/abbreviations.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <unicode/dtfmtsym.h>

namespace timeloom {

namespace {

std::string without_final_stop(std::string word) {
    if (word.ends_with('.'))
        word.pop_back();
    return word;
}

Abbreviations::Keys names_of_months_and_days(const std::string& language) {
    Abbreviations::Keys keys;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    const auto add = [&](const icu::UnicodeString* names, int count) {
        for (int i = 0; i < count; ++i) {
            std::string name;
            names[i].toUTF8String(name);
            keys.insert(word_key(without_final_stop(name)));
        }
    };
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
            int count = 0;
            const auto* names = symbols.getMonths(count, context, width);
            add(names, count);
            names = symbols.getWeekdays(count, context, width);
            add(names, count);
        }
    keys.erase(hash_key("")); // ICU numbers the days of the week from 1
    return keys;
}

} // namespace

Abbreviations Abbreviations::read(const std::filesystem::path& data, const std::string& language) {
    Abbreviations read;
    const auto table = read_table(data / "languages" / language / "abbreviations.tsv", {2, 3});
    for (const auto& row : table.rows) {
        Keys* keys = nullptr;
        if (row[0] == "title")
            keys = &read.titles;
        if (row[0] == "abbreviation")
            keys = &read.abbreviations;
        if (row[0] == "starter")
            keys = &read.starters;
        if (row[0] == "elision")
            keys = &read.elisions;
        if (keys) {
            for (const auto& word : split(row[1], ' '))
                keys->insert(word_key(without_final_stop(word)));
        } else if (row[0] == "ordinal") {
            read.ordinals = true;
        } else if (row[0] == "thousands") {
            read.thousands = true;
        } else {
            table.fail(row, "unknown kind '" + std::string(row[0]) + "'",
                       "use title, abbreviation, starter, elision, ordinal or thousands");
        }
    }
    read.months = names_of_months_and_days(language);
    return read;
}

} // namespace timeloom
