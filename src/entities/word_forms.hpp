// The forms of the plain words of a language, far more than texts were counted for common-words.tsv: a
// capital letter where every word may have one (at the beginning of a sentence, in a headline, of a German
// noun) makes a name of a word only when it is none of these.
//
// The file (models/word-forms, made by tools/make_word_forms.py): the eight bytes of `magic` (its last digit
// is the version), the number of forms (four bytes, little-endian), then the high halves of their word keys
// (base/utf8.hpp), ascending, each as the step from the one before: seven bits a byte, the low ones first,
// the high bit set when more follow. One strange word in 10,000 is taken for a form.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace timeloom {

/// Immutable after construction.
class WordForms {
  public:
    static constexpr std::string_view magic = "TLWORDS1";

    WordForms() = default;
    /// Without the file there are no forms. Throws InputError when it cannot be used.
    explicit WordForms(const std::filesystem::path& file);

    bool contains(std::uint64_t word_key) const;
    bool empty() const { return keys_.empty(); }

  private:
    std::vector<std::uint32_t> keys_; ///< ascending
};

} // namespace timeloom
