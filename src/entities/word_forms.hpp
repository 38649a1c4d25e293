// The forms of the plain words of a language, far more than texts were counted for common-words.tsv: a
// capital letter where every word may have one (at the beginning of a sentence, in a headline, of a German
// noun) makes a name of a word only when it is none of these.
//
// The file (models/word-forms, made by tools/make_word_forms.py) holds the high halves of the forms' word
// keys (base/utf8.hpp), ascending, in blocks. It begins with the eight bytes of `magic` (the last digit is
// the version) and the number of blocks; then, for each block, its first key and where its steps begin,
// counted from the first step of all (all these in four bytes, little-endian); then the steps from each key
// to the next: seven bits a byte, the low ones first, the high bit set when more follow. One strange word in
// 4,000 to 50,000 is taken for a form.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace timeloom {

/// Immutable after construction.
class WordForms {
  public:
    static constexpr std::string_view magic = "TLWORDS1";

    WordForms() = default;
    /// Without the file there are no forms. Throws InputError when it cannot be used.
    explicit WordForms(const std::filesystem::path& file);

    bool contains(std::uint64_t word_key) const;
    bool empty() const { return blocks_ == 0; }

  private:
    std::uint32_t number_at(std::size_t byte) const;
    std::uint32_t first_key(std::uint32_t block) const;
    std::size_t steps_of(std::uint32_t block) const; ///< where they begin in bytes_

    std::string bytes_; ///< the file
    std::uint32_t blocks_ = 0;
};

} // namespace timeloom
