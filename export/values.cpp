#include "export/values.hpp"

#include <algorithm>
#include <charconv>

namespace timeloom {

void append_json(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto special = [](char c) { return c == '"' || c == '\\' || (c >= 0 && c < 32); };
    out += '"';
    for (auto at = text.begin();;) {
        const auto found = std::find_if(at, text.end(), special);
        out.append(at, found);
        if (found == text.end())
            break;
        if (*found == '\n')
            out += "\\n";
        else if (*found == '"' || *found == '\\')
            (out += '\\') += *found;
        else
            ((out += "\\u00") += digits[*found >> 4]) += digits[*found & 15];
        at = found + 1;
    }
    out += '"';
}

std::string_view text_of(const Value& value, std::string& scratch) {
    if (const auto* text = std::get_if<std::string_view>(&value))
        return *text;
    if (const auto* day = std::get_if<Day>(&value))
        return scratch = day_text(*day);
    if (const auto* items = std::get_if<std::span<const std::string>>(&value)) {
        scratch = "[";
        for (const auto& item : *items) {
            if (scratch.size() > 1)
                scratch += ',';
            append_json(scratch, item);
        }
        return scratch += ']';
    }
    char digits[32];
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return scratch.assign(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
    if (const auto* real = std::get_if<double>(&value))
        return scratch.assign(digits, std::to_chars(digits, digits + sizeof digits, *real).ptr);
    return {};
}

std::string_view text_named(std::span<const Column> columns, std::span<const Value> row,
                            std::string_view name) {
    for (std::size_t i = 0; i < row.size(); ++i)
        if (columns[i].name == name)
            if (const auto* text = std::get_if<std::string_view>(&row[i]))
                return *text;
    return {};
}

} // namespace timeloom
