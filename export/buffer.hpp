// Gathers small pieces before they go to a sink.
#pragma once

#include "export/exporter.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
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
        char digits[32];
        return *this << std::string_view(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
    }
    void flush() {
        sink_({bytes_.get(), used_});
        used_ = 0;
    }

  private:
    static constexpr std::size_t capacity = 1 << 16;
    const Sink& sink_;
    std::unique_ptr<char[]> bytes_; // a string's append costs more than the copy of a short piece
    std::size_t used_ = 0;
};

} // namespace timeloom
