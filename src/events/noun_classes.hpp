// What kinds of things common nouns name (languages/LANGUAGE/noun-classes.tsv): by them one word tells
// several events ("close the plant", "close the deal").
#pragma once

#include "base/word_table.hpp"
#include "syntax/inflection.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Classes of nouns as bits; a noun may be of several.
using NounClassBits = std::uint64_t;

class NounClasses {
  public:
    /// Reads `folder`/noun-classes.tsv (`folder` is languages/LANGUAGE). Throws InputError for a table of
    /// more than 64 classes.
    NounClasses(const std::filesystem::path& folder, const Inflection& inflection);

    /// The bit of the class called `name`; nothing where the table has none such.
    std::optional<NounClassBits> bit(std::string_view name) const;

    /// The classes of a noun in any of its forms; 0 for one that is in none. `key` is its word key. With
    /// `compounds` a noun that is in none is of those of its last part ("Autowerk").
    NounClassBits of(std::string_view noun, std::uint64_t key, bool compounds) const;

  private:
    std::vector<std::string> names_;
    WordTable<NounClassBits> nouns_;
};

} // namespace timeloom
