#include "syntax/clues.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t name_form = 0x6e616d65, time_form = 0x74696d65; // "name", "time"
constexpr std::uint32_t capital = 1, all_capitals = 2, digit = 4, hyphen = 8, stop = 16, letter = 32,
                        telling = 64; ///< the sentence's capitals tell something

bool starts_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

struct Hash {
    std::uint32_t value = 0x811c9dc5;
    void add(char c) { value = (value ^ static_cast<unsigned char>(c)) * 0x01000193; }
    std::uint32_t done() const { // FNV-1a leaves the low bits of short words too regular
        const std::uint32_t mixed = (value ^ value >> 15) * 0x2c1b3c6d;
        return mixed ^ mixed >> 13;
    }
};

char32_t normal(char32_t c) {
    switch (c) {
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'″':
        return '"';
    case U'’':
    case U'‘':
    case U'‚':
    case U'´':
    case U'`':
        return '\'';
    case U'–':
    case U'—':
    case U'‐':
    case U'‑':
    case U'−':
        return '-';
    default:
        return c;
    }
}

/// Of the ASCII characters: the one that stands for each.
constexpr std::array<char, 128> normal_ascii = [] {
    std::array<char, 128> all{};
    for (std::size_t c = 0; c < all.size(); ++c)
        all[c] = static_cast<char>(c >= 'A' && c <= 'Z'   ? c + 32
                                   : c >= '0' && c <= '9' ? '0'
                                   : c == '`'             ? '\''
                                                          : c);
    return all;
}();

std::uint32_t shape_of(std::string_view form) {
    std::uint32_t shape = 0, letters = 0, lower = 0;
    for (std::size_t i = 0; i < form.size();) {
        const CodePoint c = code_point_at(form, i);
        const bool ascii = c.value < 0x80;
        const bool upper =
            ascii ? c.value >= 'A' && c.value <= 'Z' : u_isupper(static_cast<UChar32>(c.value));
        const bool small =
            ascii ? c.value >= 'a' && c.value <= 'z' : u_islower(static_cast<UChar32>(c.value));
        if (upper && i == 0)
            shape |= capital;
        if (c.value >= '0' && c.value <= '9')
            shape |= digit;
        if (c.value == '-')
            shape |= hyphen;
        if (c.value == '.')
            shape |= stop;
        letters += upper || small;
        lower += small;
        i += c.length;
    }
    if (letters > 0)
        shape |= letter;
    if (letters > 1 && lower == 0)
        shape |= all_capitals;
    return shape;
}

void hash_ends(std::string_view text, Clues& clues) {
    Hash hash;
    std::size_t count = 0;
    for (std::size_t i = text.size(); i-- > 0 && count < clues.suffix.size();) {
        hash.add(text[i]);
        if (starts_character(text[i]))
            clues.suffix[count++] = hash.done();
    }
    for (; count < clues.suffix.size(); ++count)
        clues.suffix[count] = hash.done() + 1;
    hash = {};
    count = 0;
    for (std::size_t i = 0; i < text.size() && count < clues.prefix.size();) {
        do
            hash.add(text[i++]);
        while (i < text.size() && !starts_character(text[i]));
        clues.prefix[count++] = hash.done();
    }
    if (const std::size_t cut = text.rfind('-');
        cut != std::string_view::npos && cut + 1 < text.size() && cut > 0)
        clues.tail = form_key(text.substr(cut + 1));
}

} // namespace

bool starts_capital(const Clues& clues) {
    return (clues.shape & capital) != 0;
}

std::string normal_form(std::string_view form) {
    std::string out;
    for (auto at = form.begin(); at < form.end();) {
        // Most words have nothing but ASCII.
        const auto end = std::find_if(at, form.end(), [](char c) { return c & 0x80; });
        std::size_t size = out.size(), digits = 0;
        out.resize(size + static_cast<std::size_t>(end - at));
        for (; at < end; ++at) {
            const char c = normal_ascii[static_cast<unsigned char>(*at)];
            digits = c == '0' ? digits + 1 : 0;
            out[size] = c;
            size += digits <= 4;
        }
        out.resize(size);
        if (at == form.end())
            break;
        const CodePoint c = code_point_at(form, static_cast<std::size_t>(at - form.begin()));
        append_utf8(out, normal(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)))));
        at += c.length;
    }
    return out;
}

std::uint32_t form_key(std::string_view normal) {
    Hash hash;
    for (const char c : normal)
        hash.add(c);
    return hash.done() & 0xFFFFFFFE;
}

std::vector<Clues> clues_of(std::span<const Word> words, const KeyTable& lexicon) {
    std::vector<Clues> all(words.size());
    std::size_t long_words = 0, capitals = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Clues& clues = all[i];
        clues.kind = words[i].kind;
        if (clues.kind != Word::Kind::plain) {
            clues.form = clues.kind == Word::Kind::name ? name_form : time_form;
            clues.suffix.fill(clues.form);
            clues.prefix.fill(clues.form);
            clues.shape = capital | letter;
            continue;
        }
        const std::string& form = words[i].normal;
        clues.form = form_key(form);
        clues.shape = shape_of(words[i].form);
        hash_ends(form, clues);
        if (const std::uint32_t* tags = lexicon.find(clues.form))
            clues.known = *tags;
        if ((clues.shape & letter) && form.size() > 3) {
            ++long_words;
            capitals += clues.shape & capital;
        }
    }
    const bool capitals_tell = capitals < 3 || capitals * 10 < long_words * 8;
    for (Clues& clues : all) {
        if (capitals_tell)
            clues.shape |= telling;
        else
            clues.shape &= ~(capital | all_capitals);
    }
    return all;
}

} // namespace timeloom
