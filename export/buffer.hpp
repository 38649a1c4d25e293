// Gathers small pieces before they go to a sink.
#pragma once

#include "export/exporter.hpp"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace timeloom {

class Buffer {
  public:
    /// sink must outlive the buffer.
    explicit Buffer(const Sink& sink) : sink_(sink) { bytes_.reserve(capacity); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    /// Does not flush: what an exception cut off must not be written.
    ~Buffer() = default;

    Buffer& operator<<(std::string_view text) {
        if (bytes_.size() + text.size() > capacity)
            flush();
        if (text.size() > capacity)
            sink_(text);
        else
            bytes_.append(text);
        return *this;
    }
    Buffer& operator<<(char c) {
        if (bytes_.size() == capacity)
            flush();
        bytes_.push_back(c);
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
        sink_(bytes_);
        bytes_.clear();
    }

  private:
    static constexpr std::size_t capacity = 1 << 16;
    const Sink& sink_;
    std::string bytes_;
};

} // namespace timeloom
