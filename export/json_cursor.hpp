// Reading a JSON document field by field, with errors that name the line and the JSON pointer of what is
// wrong.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace timeloom {

class JsonText;

/// A value and the way to it. The parents of a cursor must outlive it; in a chain such as at["time"]["edtf"]
/// they do.
class JsonCursor {
  public:
    JsonCursor operator[](const char* name) const;
    bool has(const char* name) const;
    bool is_null() const { return value_->IsNull(); }

    /// Calls visit(cursor) for each item of an array.
    template <class Visit>
    void each(Visit visit) const {
        expect(value_->IsArray(), "a list");
        for (rapidjson::SizeType i = 0; i < value_->Size(); ++i)
            visit(JsonCursor(*text_, (*value_)[i], this, {}, i));
    }

    std::string_view text() const;
    std::string_view text_or_null() const; ///< "" for null
    std::uint32_t count() const;
    double number() const;

    /// Throws InputError: "FILE:LINE: POINTER: problem (remedy)".
    [[noreturn]] void fail(const std::string& problem, const std::string& remedy) const;

  private:
    friend class JsonText;
    JsonCursor(const JsonText& text, const rapidjson::Value& value, const JsonCursor* parent,
               std::string_view name, std::size_t index)
        : text_(&text), value_(&value), parent_(parent), name_(name), index_(index) {}
    void expect(bool right, const char* what) const;
    std::string pointer() const;

    const JsonText* text_;
    const rapidjson::Value* value_;
    const JsonCursor* parent_;
    std::string_view name_;
    std::size_t index_;
};

/// A parsed JSON text. `json` must outlive it.
class JsonText {
  public:
    /// Throws InputError where the text is no JSON in UTF-8; `name` stands for the file in messages.
    JsonText(std::string_view json, std::string name);

    const JsonCursor& root() const { return *root_; }

  private:
    friend class JsonCursor;
    [[noreturn]] void fail(std::size_t line, const std::string& problem, const std::string& remedy) const;

    std::string_view json_;
    std::string name_;
    rapidjson::Document document_;
    std::unique_ptr<JsonCursor> root_;
};

/// The line (from 1) on which the value at a JSON pointer begins; the last line when it is not there. Reads
/// the text again: for messages only.
std::size_t line_of(std::string_view json, std::string_view pointer);

} // namespace timeloom
