#include "export/json_cursor.hpp"

#include "base/error.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace timeloom {
namespace {

/// "~" and "/" inside a name are written "~0" and "~1" (RFC 6901).
std::string pointer_step(std::string_view name) {
    std::string out = "/";
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

/// Follows the reader's place as a JSON pointer and notes where the wanted value begins.
class PlaceFinder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PlaceFinder> {
  public:
    PlaceFinder(std::string_view wanted, const rapidjson::MemoryStream& stream)
        : wanted_(wanted), stream_(stream) {}

    std::optional<std::size_t> offset() const { return offset_; }
    /// Where the reader is, or stopped.
    std::string place() const {
        std::string here;
        for (std::size_t i = 0; i < std::min(levels_.size(), deepest); ++i)
            here += levels_[i].step;
        return here;
    }

    bool Default() { return enter_value(); }
    bool String(const char*, rapidjson::SizeType, bool) { return enter_value(); }
    bool StartObject() { return open(false); }
    bool StartArray() { return open(true); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }
    bool Key(const char* name, rapidjson::SizeType length, bool) {
        levels_.back().step = pointer_step({name, length});
        return true;
    }

  private:
    static constexpr std::size_t deepest = 16; // no field lies deeper that is asked for
    struct Level {
        bool array;
        std::size_t next = 0;
        std::string step;
    };
    bool enter_value() {
        if (!levels_.empty() && levels_.back().array)
            levels_.back().step = "/" + std::to_string(levels_.back().next++);
        if (levels_.size() > deepest || place() != wanted_)
            return true;
        offset_ = stream_.Tell();
        return false;
    }
    bool open(bool array) {
        if (!enter_value())
            return false;
        levels_.push_back({array, 0, {}});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }

    std::string_view wanted_;
    const rapidjson::MemoryStream& stream_;
    std::vector<Level> levels_;
    std::optional<std::size_t> offset_;
};

std::size_t line_at(std::string_view text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

/// The JSON pointer of the value in which reading must stop; "/" for the whole.
std::string stop_of(std::string_view json) {
    rapidjson::MemoryStream stream(json.data(), json.size());
    PlaceFinder finder("nowhere", stream);
    rapidjson::Reader().Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(stream,
                                                                                                      finder);
    const auto place = finder.place();
    return place.empty() ? "/" : place;
}

} // namespace

std::size_t line_of(std::string_view json, std::string_view pointer) {
    rapidjson::MemoryStream stream(json.data(), json.size());
    PlaceFinder finder(pointer, stream);
    rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(stream, finder);
    // The reader stands just behind the value (or its opening bracket): one back is on its line.
    return line_at(json, finder.offset() ? *finder.offset() - 1 : json.size());
}

JsonCursor JsonCursor::operator[](const char* name) const {
    expect(value_->IsObject(), "an object");
    const auto found = value_->FindMember(name);
    if (found == value_->MemberEnd())
        fail("the field “" + std::string(name) + "” is missing",
             "see docs/timeline.schema.json for the fields");
    return JsonCursor(*text_, found->value, this, name, 0);
}

bool JsonCursor::has(const char* name) const {
    expect(value_->IsObject(), "an object");
    return value_->HasMember(name);
}

std::string_view JsonCursor::text() const {
    expect(value_->IsString(), "a text");
    return {value_->GetString(), value_->GetStringLength()};
}

std::string_view JsonCursor::text_or_null() const {
    if (is_null())
        return {};
    expect(value_->IsString(), "a text or null");
    return text();
}

std::uint32_t JsonCursor::count() const {
    expect(value_->IsUint(), "a whole number from 0");
    return value_->GetUint();
}

double JsonCursor::number() const {
    expect(value_->IsNumber(), "a number");
    return value_->GetDouble();
}

void JsonCursor::fail(const std::string& problem, const std::string& remedy) const {
    const auto place = pointer();
    text_->fail(line_of(text_->json_, place), (place.empty() ? "/" : place) + ": " + problem, remedy);
}

void JsonCursor::expect(bool right, const char* what) const {
    if (!right)
        fail(std::string("this is not ") + what, "see docs/timeline.schema.json for the fields");
}

std::string JsonCursor::pointer() const {
    if (!parent_)
        return {};
    return parent_->pointer() + (name_.empty() ? "/" + std::to_string(index_) : pointer_step(name_));
}

JsonText::JsonText(std::string_view json, std::string name) : json_(json), name_(std::move(name)) {
    document_.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(json.data(),
                                                                                            json.size());
    if (document_.HasParseError()) {
        constexpr const char* remedy = "build it again, or fetch it again";
        if (document_.GetParseError() == rapidjson::kParseErrorDocumentEmpty)
            fail(1, "the file is empty", remedy);
        const auto offset = document_.GetErrorOffset();
        const bool cut_off = json.find_first_not_of(" \t\r\n", offset) == std::string_view::npos ||
                             document_.GetParseError() == rapidjson::kParseErrorStringMissQuotationMark;
        if (cut_off)
            fail(line_at(json, json.size()), stop_of(json) + ": the file is cut off", remedy);
        fail(line_at(json, offset),
             stop_of(json) + ": not JSON: " + rapidjson::GetParseError_En(document_.GetParseError()),
             "mend the file there, or build it again");
    }
    root_ = std::unique_ptr<JsonCursor>(new JsonCursor(*this, document_, nullptr, {}, 0));
}

void JsonText::fail(std::size_t line, const std::string& problem, const std::string& remedy) const {
    throw InputError(name_, line, problem, remedy);
}

} // namespace timeloom
