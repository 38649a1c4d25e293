// Words told by how they end: "-gesellschaft", "-präsident".
#pragma once

#include "base/utf8.hpp"
#include "base/word_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace timeloom {

/// Filled once, then only read. That a word has none of the endings is mostly seen by its last bytes, which
/// spares folding it.
template <class Value>
class WordEndings {
  public:
    /// `ending` in lower case.
    void add(std::string ending, const Value& value) {
        any_tail_ |= ending.size() < tail_length;
        if (const auto key = tail_key(ending); key != 0)
            tails_[key] = true;
        endings_.emplace_back(std::move(ending), value);
    }

    /// Whether the word may have one of the endings: the quick look before all else.
    bool may_find(std::string_view word) const {
        if (endings_.empty())
            return false;
        const auto key = tail_key(word);
        return any_tail_ || key == 0 || tails_.contains(key);
    }

    /// The value of the first ending added that the word has, behind two bytes or more; null when none.
    const Value* find(std::string_view word) const {
        if (!may_find(word))
            return nullptr;
        const auto lower = fold_case(word);
        for (const auto& [ending, value] : endings_)
            if (lower.size() >= ending.size() + 2 && lower.ends_with(ending))
                return &value;
        return nullptr;
    }

  private:
    static constexpr std::size_t tail_length = 4;

    /// The last bytes in lower case as a number; 0 when there are too few, or other than ASCII.
    static std::uint64_t tail_key(std::string_view word) {
        if (word.size() < tail_length)
            return 0;
        std::uint64_t key = 0;
        for (const char c : word.substr(word.size() - tail_length)) {
            if (static_cast<unsigned char>(c) >= 0x80)
                return 0;
            key = key << 8 | static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return key;
    }

    std::vector<std::pair<std::string, Value>> endings_; ///< in the order added
    WordTable<bool> tails_;                              ///< the last bytes of those that are ASCII there
    bool any_tail_ = false;                              ///< an ending is too short for that
};

} // namespace timeloom
