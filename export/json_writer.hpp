// RapidJSON's writer over a buffer, with each item of a long list on a line of its own, so that outputs can
// be compared and paged through, and an error message can name a line.
#pragma once

#include "export/buffer.hpp"

#include <rapidjson/writer.h>

#include <cmath>
#include <span>
#include <string>
#include <string_view>

namespace timeloom {

/// A buffer as RapidJSON's output stream.
class BufferStream {
  public:
    using Ch = char;
    explicit BufferStream(Buffer& buffer) : buffer_(buffer) {}
    void Put(char c) { buffer_ << c; }
    void PutName(std::string_view name) { buffer_.write_quoted(name); }
    /// Writes the text in quotes when nothing in it is to be escaped; else nothing, and gives false.
    bool PutQuoted(std::string_view text) {
        return buffer_.write_quoted_if_plain(text,
                                             [](auto c) { return (c < 0x20) | (c == '"') | (c == '\\'); });
    }
    void Flush() {}

  private:
    Buffer& buffer_;
};

class JsonWriter : public rapidjson::Writer<BufferStream> {
    using Base = rapidjson::Writer<BufferStream>;

  public:
    /// buffer must outlive the writer and be flushed by its owner.
    explicit JsonWriter(Buffer& buffer) : Base(stream_), stream_(buffer) {}

    /// Starts an object on a new line.
    void StartItem() {
        Prefix(rapidjson::kObjectType);
        os_->Put('\n');
        new (level_stack_.template Push<Level>()) Level(false);
        WriteStartObject();
    }
    void EndList() {
        os_->Put('\n');
        EndArray();
    }
    /// Names are ours: nothing in them is to be escaped.
    void key(std::string_view name) {
        Prefix(rapidjson::kStringType);
        os_->PutName(name);
    }
    /// Most texts hold nothing to escape, and are copied as they are.
    void text(std::string_view value) {
        Prefix(rapidjson::kStringType);
        if (!os_->PutQuoted(value))
            WriteString(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    void text_or_null(std::string_view value) { value.empty() ? void(Null()) : text(value); }
    /// A whole number without a decimal point; others in their shortest form.
    void number(double value) {
        if (!std::isfinite(value))
            Null();
        else if (std::floor(value) == value && std::abs(value) < 9007199254740992.0)
            Int64(static_cast<std::int64_t>(value));
        else
            Double(value);
    }
    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void field_or_null(std::string_view name, std::string_view value) {
        key(name);
        text_or_null(value);
    }
    void field(std::string_view name, std::int64_t value) {
        key(name);
        Int64(value);
    }
    void field(std::string_view name, std::span<const std::string> items) {
        key(name);
        StartArray();
        for (const auto& item : items)
            text(item);
        EndArray();
    }

  private:
    BufferStream stream_;
};

} // namespace timeloom
