// Words told by how they end: "-gesellschaft", "-präsident".
#pragma once

#include "base/utf8.hpp"
#include "base/word_table.hpp"

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace timeloom {

/// Filled once, then only read.
template <class Value>
class WordEndings {
  public:
    /// `ending` in lower case.
    void add(std::string ending, const Value& value) { endings_.emplace_back(std::move(ending), value); }

    /// The value of the first ending added that the word has, behind two bytes or more; null when none.
    const Value* find(std::string_view word) const {
        if (endings_.empty())
            return nullptr;
        const auto lower = fold_case(word);
        for (const auto& [ending, value] : endings_)
            if (lower.size() >= ending.size() + 2 && lower.ends_with(ending))
                return &value;
        return nullptr;
    }

    /// In the order added.
    std::span<const std::pair<std::string, Value>> all() const { return endings_; }

  private:
    std::vector<std::pair<std::string, Value>> endings_;
};

/// In which of several lists of endings a word may be found: the quick look before all else, at its last
/// bytes alone, which spares folding it. Filled once, then only read.
class WordTails {
  public:
    /// The list goes by `bit` in what `may_find` says.
    template <class Value>
    void add(const WordEndings<Value>& endings, std::uint8_t bit) {
        for (const auto& [ending, value] : endings.all()) {
            unread_ |= bit;
            if (ending.size() < tail_length)
                always_ |= bit;
            else if (const auto key = tail_key(ending); key != 0)
                bits_[key] |= bit;
        }
    }

    /// The bits of the lists that may have an ending of the word.
    std::uint8_t may_find(std::string_view word) const {
        if (word.size() < tail_length)
            return always_;
        const auto key = tail_key(word);
        if (key == 0)
            return unread_;
        const auto* found = bits_.find(key);
        return found ? *found | always_ : always_;
    }

  private:
    static constexpr std::size_t tail_length = 4;

    /// The last bytes as a number, in lower case if they are letters; 0 when there are too few, or other than
    /// ASCII.
    static std::uint64_t tail_key(std::string_view word) {
        if (word.size() < tail_length)
            return 0;
        std::uint32_t tail = 0;
        std::memcpy(&tail, word.data() + word.size() - tail_length, tail_length);
        if ((tail & 0x80808080u) != 0)
            return 0;
        const auto key = (tail | 0x20202020u) * std::uint64_t{0x9E3779B97F4A7C15u};
        return key ^ (key >> 32);
    }

    WordTable<std::uint8_t> bits_;
    std::uint8_t always_ = 0; ///< lists with an ending too short for that
    std::uint8_t unread_ = 0; ///< those that have any ending
};

} // namespace timeloom
