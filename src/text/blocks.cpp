#include "text/blocks.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::size_t sampled_lines = 2000; // enough to see whether a text is wrapped
constexpr std::size_t widest_wrap = 120;    // characters; longer lines are paragraphs
constexpr std::size_t least_wrapped_lines = 4;
constexpr double filled_share = 0.7; // of the lines that another follows

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string_view first_word(std::string_view line) {
    return line.substr(0, std::min(line.find(' '), line.size()));
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(text[begin]))
        ++begin;
    while (end > begin && is_blank(text[end - 1]))
        --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<Block> find_lines(std::string_view text) {
    std::vector<Block> lines;
    std::size_t carriage_return = text.find('\r'); // the next one; most texts have none
    for (std::size_t begin = 0; begin < text.size();) {
        if (carriage_return < begin)
            carriage_return = text.find('\r', begin);
        const auto end = std::min({text.find('\n', begin), carriage_return, text.size()});
        if (const auto line = trimmed(text, begin, end); !line.empty())
            lines.push_back({line, false});
        else if (!lines.empty())
            lines.back().blank_after = true;
        begin = end + 1;
        if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n')
            ++begin;
    }
    if (!lines.empty())
        lines.back().blank_after = true;
    return lines;
}

/// The width that the text's lines are filled to; 0 when it is not wrapped.
std::size_t wrap_width(std::string_view text, const std::vector<Block>& lines) {
    const auto sampled = std::min(lines.size(), sampled_lines);
    std::size_t width = 0;
    for (std::size_t i = 0; i < sampled; ++i) {
        if (lines[i].span.length() > 4 * widest_wrap)
            return 0;
        width = std::max(width, width_of(lines[i].span.of(text)));
    }
    if (width > widest_wrap)
        return 0;
    std::size_t followed = 0, filled = 0;
    for (std::size_t i = 0; i + 1 < sampled; ++i) {
        if (lines[i].blank_after)
            continue;
        ++followed;
        const auto next = first_word(lines[i + 1].span.of(text));
        filled += width_of(lines[i].span.of(text)) + 1 + width_of(next) > width * 9 / 10;
    }
    const bool wrapped = filled >= least_wrapped_lines &&
                         static_cast<double>(filled) >= filled_share * static_cast<double>(followed);
    return wrapped ? width : 0;
}

} // namespace

bool begins_item(std::string_view line) {
    if (line.empty())
        return false;
    constexpr std::u32string_view bullets = U"•-*–—·▪◦‣●■►▸▶✓✔✅➤➡";
    const auto [c, length] = code_point_at(line, 0);
    const auto is_space_at = [&](std::size_t at) { return at < line.size() && is_blank(line[at]); };
    if (bullets.find(c) != bullets.npos)
        return is_space_at(length) || c == U'•';
    std::size_t at = line[0] == '(' ? 1 : 0;
    const std::size_t label = at;
    while (at < line.size() && at < label + 3 && line[at] >= '0' && line[at] <= '9')
        ++at;
    if (at == label && at < line.size() && line[at] >= 'a' && line[at] <= 'z')
        return at + 1 < line.size() && line[at + 1] == ')' && is_space_at(at + 2);
    return at > label && at < line.size() && (line[at] == ')' || (line[at] == '.' && label == 0)) &&
           is_space_at(at + 1);
}

std::vector<Block> find_blocks(std::string_view text) {
    auto lines = find_lines(text);
    const auto width = wrap_width(text, lines);
    if (width == 0)
        return lines;
    std::vector<Block> blocks;
    std::size_t last_width = 0; // of the block's last line with the next line's first word
    for (const auto& line : lines) {
        const auto words = line.span.of(text);
        const bool filled = last_width + 1 + width_of(first_word(words)) > width * 9 / 10;
        if (!blocks.empty() && !blocks.back().blank_after && filled && !begins_item(words)) {
            blocks.back().span.end = line.span.end;
            blocks.back().blank_after = line.blank_after;
        } else {
            blocks.push_back(line);
        }
        last_width = width_of(words);
    }
    return blocks;
}

} // namespace timeloom
