#include "text/json_lines.hpp"

#include "base/error.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <istream>
#include <vector>

namespace timeloom {

namespace {

constexpr const char* replacement = "\\uFFFD";

bool is_hex(std::string_view digits) {
    return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// RapidJSON refuses "\ud83d" without its second half, which tools that cut texts do write.
std::string with_paired_surrogates(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    const auto unit = [&](std::size_t at) { // 0 high, 1 low, -1 neither
        if (json.substr(at, 2) != "\\u" || !is_hex(json.substr(at + 2, 4)))
            return -1;
        const auto value = std::stoul(std::string(json.substr(at + 2, 4)), nullptr, 16);
        return value >= 0xD800 && value < 0xDC00 ? 0 : value >= 0xDC00 && value < 0xE000 ? 1 : -1;
    };
    for (std::size_t i = 0; i < json.size();) {
        if (json[i] != '\\' || i + 1 >= json.size()) {
            out += json[i++];
        } else if (json[i + 1] != 'u' || unit(i) < 0) {
            out += json.substr(i, 2);
            i += 2;
        } else if (unit(i) == 0 && i + 6 < json.size() && unit(i + 6) == 1) {
            out += json.substr(i, 12);
            i += 12;
        } else {
            out += replacement;
            i += 6;
        }
    }
    return out;
}

} // namespace

Record read_record(std::string_view line, const std::string& file, std::size_t number) {
    if (!is_valid_utf8(line))
        throw InputError(file, number, "the line is not UTF-8", "save the file as UTF-8");
    if (const auto zero = line.find('\0'); zero != std::string_view::npos)
        throw InputError(file, number,
                         "the JSON breaks at byte " + std::to_string(zero + 1) + ": a zero byte",
                         "write one complete JSON object a line");
    // Its strings are read where they stand.
    auto text = line.find("\\u") == std::string_view::npos ? std::string(line) : with_paired_surrogates(line);
    rapidjson::Document json;
    json.ParseInsitu<rapidjson::kParseIterativeFlag>(text.data());
    if (json.HasParseError())
        throw InputError(file, number,
                         "the JSON breaks at byte " + std::to_string(json.GetErrorOffset() + 1) + ": " +
                             rapidjson::GetParseError_En(json.GetParseError()),
                         "write one complete JSON object a line");
    if (!json.IsObject())
        throw InputError(file, number, "the line is no JSON object", "write one JSON object a line");
    const rapidjson::Value& object = json;
    const auto member = [&](const char* name) -> std::string {
        const auto found = object.FindMember(name);
        if (found == object.MemberEnd() || found->value.IsNull())
            return {};
        if (found->value.IsInt64())
            return std::to_string(found->value.GetInt64());
        if (!found->value.IsString())
            throw InputError(file, number, "'" + std::string(name) + "' is no string", "write it in quotes");
        return {found->value.GetString(), found->value.GetStringLength()};
    };
    Record record;
    record.id = member("id");
    auto& page = record.page;
    page.text = member("text");
    page.metadata = {member("language"), member("published"), "the record",
                     member("title"),    member("publisher"), member("url")};
    if (trim(page.text).empty())
        throw InputError(file, number, "the record has no text", "give the article in the member 'text'");
    return record;
}

void for_each_line(std::istream& in, std::size_t longest,
                   const std::function<void(std::string_view, std::size_t)>& take,
                   const std::function<void(std::size_t)>& too_long) {
    std::vector<char> buffer(1 << 16);
    std::string line;
    bool overflow = false;
    std::size_t number = 1;
    const auto end_line = [&] {
        if (overflow)
            too_long(number);
        else if (!trim(line).empty())
            take(line, number);
        line.clear();
        overflow = false;
        ++number;
    };
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        std::string_view rest(buffer.data(), static_cast<std::size_t>(in.gcount()));
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            const auto piece = rest.substr(0, end);
            if (line.size() + piece.size() > longest) {
                overflow = true;
                line.clear();
            } else if (!overflow) {
                line += piece;
            }
            if (end == std::string_view::npos)
                break;
            end_line();
            rest.remove_prefix(end + 1);
        }
    }
    end_line();
}

} // namespace timeloom
