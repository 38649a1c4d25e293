// Gathers small pieces before they go to a sink.
#pragma once

#include "export/exporter.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace timeloom {

class Buffer {
  public:
    /// sink must outlive the buffer.
    explicit Buffer(const Sink& sink) : sink_(sink), bytes_(new char[capacity]) {}
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    /// Does not flush: what an exception cut off must not be written.
    ~Buffer() = default;

    Buffer& operator<<(std::string_view text) {
        if (text.size() > capacity - used_) {
            flush();
            if (text.size() > capacity) {
                sink_(text);
                return *this;
            }
        }
        std::copy(text.begin(), text.end(), bytes_.get() + used_);
        used_ += text.size();
        return *this;
    }
    Buffer& operator<<(char c) {
        if (used_ == capacity)
            flush();
        bytes_[used_++] = c;
        return *this;
    }
    Buffer& operator<<(std::int64_t number) {
        char digits[24];
        return *this << std::string_view(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    }
    /// Shortest form that reads back as the same number: "0.93", "5e+11".
    Buffer& operator<<(double number) {
        // Weights and confidences are small and have two decimals at most: no search for the shortest form.
        const auto hundredths = static_cast<int>(number > 0 && number < 1000 ? number * 100 + 0.5 : 0);
        if (hundredths > 0 && hundredths / 100.0 == number) {
            *this << std::int64_t{hundredths / 100};
            if (hundredths % 100)
                *this << '.' << static_cast<char>('0' + hundredths / 10 % 10);
            if (hundredths % 10)
                *this << static_cast<char>('0' + hundredths % 10);
            return *this;
        }
        char digits[32];
        return *this << std::string_view(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    }
    /// Writes `text` up to the first byte that `special` (a predicate on unsigned char) marks, or all of it.
    /// Gives how many bytes that were. The texts that formats escape are short and seldom hold a special
    /// byte, so that copying and looking go together, a block at a time.
    template <class Special>
    std::size_t write_until(std::string_view text, Special special) {
        std::size_t done = 0;
        while (true) {
            const std::size_t piece = std::min(text.size() - done, capacity - used_);
            const std::size_t plain = copy_plain(text.data() + done, piece, bytes_.get() + used_, special);
            used_ += plain;
            done += plain;
            if (plain < piece || done == text.size())
                return done;
            flush();
        }
    }
    /// Writes `text` when `special` marks none of its bytes; else nothing, and gives false.
    template <class Special>
    bool write_if_plain(std::string_view text, Special special) {
        if (text.size() > capacity) {
            if (std::any_of(text.begin(), text.end(), special))
                return false;
            *this << text;
            return true;
        }
        if (text.size() > capacity - used_)
            flush();
        if (copy_plain(text.data(), text.size(), bytes_.get() + used_, special) < text.size())
            return false;
        used_ += text.size();
        return true;
    }
    /// The same with quotation marks around it.
    template <class Special>
    bool write_quoted_if_plain(std::string_view text, Special special) {
        if (text.size() + 2 > capacity)
            return false;
        if (text.size() + 2 > capacity - used_)
            flush();
        char* const begin = bytes_.get() + used_;
        if (copy_plain(text.data(), text.size(), begin + 1, special) < text.size())
            return false;
        begin[0] = begin[text.size() + 1] = '"';
        used_ += text.size() + 2;
        return true;
    }
    /// With quotation marks around it; `plain` is short and needs no escaping.
    void write_quoted(std::string_view plain) {
        if (plain.size() + 2 > capacity - used_)
            flush();
        char* const begin = bytes_.get() + used_;
        begin[0] = begin[plain.size() + 1] = '"';
        std::copy(plain.begin(), plain.end(), begin + 1);
        used_ += plain.size() + 2;
    }
    void flush() {
        sink_({bytes_.get(), used_});
        used_ = 0;
    }

  private:
    /// Copies up to the first special byte; gives how many bytes are plain. `to` has room for all.
    template <class Special>
    static std::size_t copy_plain(const char* from, std::size_t size, char* to, Special special) {
        std::size_t at = 0;
        bool plain = true;
        for (; plain && size - at >= 16; at += plain ? 16 : 0)
            plain = copy_block<16>(from + at, to + at, special);
        // The last block overlaps the one before it.
        if (plain && at < size && size >= 16 && copy_block<16>(from + size - 16, to + size - 16, special))
            return size;
        if (size >= 8 && size < 16 && copy_block<8>(from, to, special) &&
            copy_block<8>(from + size - 8, to + size - 8, special))
            return size;
        for (; at < size && !special(static_cast<unsigned char>(from[at])); ++at)
            to[at] = from[at];
        return at;
    }
    /// Whether no byte of the block is special: all are compared at once.
    template <std::size_t Size, class Special>
    static bool copy_block(const char* from, char* to, Special special) {
        using Block [[gnu::vector_size(Size)]] = unsigned char;
        Block block;
        std::memcpy(&block, from, Size);
        std::memcpy(to, &block, Size);
        const auto found = special(block);
        std::uint64_t words[Size / 8];
        std::memcpy(words, &found, Size);
        return std::all_of(std::begin(words), std::end(words), [](auto word) { return word == 0; });
    }

    static constexpr std::size_t capacity = 1 << 16;
    const Sink& sink_;
    std::unique_ptr<char[]> bytes_; // a string's append costs more than the copy of a short piece
    std::size_t used_ = 0;
};

} // namespace timeloom
