#include "text/published.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"

#include <date/date.h>

#include <algorithm>
#include <string>
#include <vector>

namespace timeloom {

namespace {

constexpr std::size_t longest_date = 64; // bytes

/// A day, or month, or year; month and day 0 when not given.
std::string edtf(int year, unsigned month, unsigned day) {
    if (year < 1000 || year > 2999 || month > 12 || (month == 0 && day > 0))
        return {};
    if (day > 0 && !(date::year{year} / date::month{month} / date::day{day}).ok())
        return {};
    const auto two_digits = [](unsigned value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
    return std::to_string(year) + (month ? two_digits(month) : "") + (day ? two_digits(day) : "");
}

/// Runs of digits, and runs of letters, of a date; everything else only separates.
struct Piece {
    std::string text;
    bool is_number;
    int value;
};

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (const char c : fold_case(text)) {
        const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'z';
        if (!digit && !letter) {
            pieces.push_back({});
        } else {
            if (pieces.empty() || pieces.back().text.empty() || pieces.back().is_number != digit)
                pieces.push_back({{}, digit, 0});
            pieces.back().text += c;
            if (digit)
                pieces.back().value = std::min(pieces.back().value, 99'999'999) * 10 + (c - '0');
        }
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.text.empty(); });
    return pieces;
}

/// 1 to 12 for an English month's name or its first three letters; 0 for other words.
unsigned month_number(std::string_view word) {
    constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                           "may",       "june",     "july",     "august",
                                           "september", "october",  "november", "december"};
    if (word.size() < 3)
        return 0;
    const auto* found = std::find_if(std::begin(months), std::end(months),
                                     [&](auto month) { return month.starts_with(word); });
    if (word == "sept")
        return 9;
    return found == std::end(months) ? 0 : static_cast<unsigned>(found - std::begin(months)) + 1;
}

std::string with_month_name(const std::vector<Piece>& pieces) {
    unsigned month = 0, day = 0;
    int year = 0;
    for (const auto& piece : pieces) {
        if (piece.is_number && piece.text.size() == 4 && year == 0)
            year = piece.value;
        else if (piece.is_number && piece.text.size() <= 2 && day == 0 && year == 0)
            day = static_cast<unsigned>(piece.value);
        else if (!piece.is_number && month == 0)
            month = month_number(piece.text);
    }
    return month ? edtf(year, month, day) : "";
}

} // namespace

std::string to_edtf(std::string_view date) {
    date = trim(date);
    if (date.empty() || date.size() > longest_date || !is_valid_utf8(date))
        return {};
    const auto pieces = pieces_of(date);
    if (pieces.empty())
        return {};
    const auto number = [&](std::size_t i) {
        return i < pieces.size() && pieces[i].is_number ? pieces[i].value : -1;
    };
    const auto part = [&](std::size_t i) { return static_cast<unsigned>(number(i)); };
    if (!pieces[0].is_number || (number(1) < 0 && pieces.size() > 1 && pieces[1].text != "t"))
        return with_month_name(pieces);
    const auto first_length = pieces[0].text.size();
    if (first_length == 8 && number(0) > 0)
        return edtf(number(0) / 10000, part(0) / 100 % 100, part(0) % 100);
    if (first_length == 4) {
        if (pieces.size() == 1)
            return edtf(number(0), 0, 0);
        if (number(1) <= 0 || pieces[1].text.size() > 2)
            return {};
        if (pieces.size() == 2)
            return edtf(number(0), part(1), 0);
        return number(2) > 0 && pieces[2].text.size() <= 2 ? edtf(number(0), part(1), part(2)) : "";
    }
    if (first_length > 2 || number(1) <= 0 || number(2) <= 0 || pieces[2].text.size() != 4)
        return {};
    const bool dots = date.find('.') < date.find(pieces[2].text);
    if (dots || part(0) > 12 || part(0) == part(1))
        return edtf(number(2), part(1), part(0));
    return part(1) > 12 ? edtf(number(2), part(0), part(1)) : "";
}

std::string edtf_from_url(std::string_view url) {
    const auto digits = [&](std::size_t at, std::size_t count) {
        if (at + count > url.size())
            return -1;
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (url[i] < '0' || url[i] > '9')
                return -1;
            value = value * 10 + (url[i] - '0');
        }
        return value;
    };
    for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
        if (at + 11 > url.size())
            return {};
        const char separator = url[at + 5];
        if ((separator != '/' && separator != '-') || url[at + 8] != separator)
            continue;
        const int year = digits(at + 1, 4), month = digits(at + 6, 2), day = digits(at + 9, 2);
        if (year < 0 || month <= 0 || day <= 0 || (at + 11 < url.size() && digits(at + 11, 1) >= 0))
            continue;
        if (auto found = edtf(year, static_cast<unsigned>(month), static_cast<unsigned>(day)); !found.empty())
            return found;
    }
    return {};
}

} // namespace timeloom
