#include "text/encoding.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::size_t sample = 1 << 16; // bytes looked at to tell text from other files

struct Signature {
    std::string_view bytes;
    const char* meaning;
};
constexpr Signature signatures[] = {
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"GIF8", "a GIF picture"},
    {"RIFF", "a media file"},
    {"%PDF-", "a PDF file"},
    {"PK\x03\x04", "a ZIP archive or office file"},
    {"\x1F\x8B", "a gzip file"},
    {"\x7F"
     "ELF",
     "a program"},
    {"\xD0\xCF\x11\xE0", "an office file"},
};

[[noreturn]] void refuse(const std::string& file, const std::string& what) {
    throw InputError(file, what, "give plain text, Markdown, HTML or JSON Lines in UTF-8");
}

std::string converted(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    auto* converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status))
        return {};
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
    ucnv_close(converter);
    std::string text;
    if (U_SUCCESS(status))
        wide.toUTF8String(text); // unpaired surrogates become U+FFFD
    return text;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\x1B') ||
           byte == 0x7F;
}

/// "UTF-16LE" or "UTF-16BE" when nearly every other byte is zero, as in Latin script; else nullptr.
const char* utf16_without_mark(std::string_view bytes) {
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return nullptr;
    std::size_t zeros[2] = {0, 0};
    const auto looked = std::min(bytes.size(), sample);
    for (std::size_t i = 0; i < looked; ++i)
        zeros[i % 2] += bytes[i] == '\0';
    const auto most = looked / 2 * 7 / 10, few = looked / 2 / 20;
    if (zeros[1] >= most && zeros[0] <= few)
        return "UTF-16LE";
    if (zeros[0] >= most && zeros[1] <= few)
        return "UTF-16BE";
    return nullptr;
}

struct Utf8Statistics {
    std::size_t sequences = 0; ///< well-formed, of two bytes or more
    std::size_t broken = 0;
    std::size_t first_broken = 0;
};

Utf8Statistics count_utf8(std::string_view bytes, std::string* repaired) {
    Utf8Statistics counts;
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t i = 0; i < size;) {
        const auto begin = static_cast<std::size_t>(i);
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), i, size, c);
        if (c < 0 && counts.broken++ == 0)
            counts.first_broken = begin;
        counts.sequences += c >= 0x80;
        if (repaired)
            append_utf8(*repaired, c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
    }
    return counts;
}

/// Windows-1252 leaves five bytes undefined, and prose in our languages is mostly ASCII with letters above
/// it.
bool looks_like_windows_1252(std::string_view bytes) {
    constexpr std::string_view undefined = "\x81\x8D\x8F\x90\x9D";
    std::size_t high = 0, letters = 0;
    for (const char c : bytes) {
        if (undefined.find(c) != undefined.npos)
            return false;
        const auto byte = static_cast<unsigned char>(c);
        high += byte >= 0x80;
        letters += byte >= 0xC0 || (byte >= 0x80 && byte <= 0x9F) || c == '\xAB' || c == '\xBB' ||
                   c == '\xA0' || c == '\xBF' || c == '\xA1' || c == '\xAA' || c == '\xBA' || c == '\xA3' ||
                   c == '\xB0' || c == '\xA7';
    }
    return high * 4 <= bytes.size() && letters * 10 >= high * 7;
}

} // namespace

DecodedText decode_text(std::string bytes, const std::string& file, const std::string& declared) {
    if (bytes.size() > INT32_MAX)
        refuse(file, "larger than 2 GB");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    for (const auto& signature : signatures)
        if (bytes.starts_with(signature.bytes) && (signature.bytes != "RIFF" || bytes.find('\0') < sample))
            refuse(file, std::string("is ") + signature.meaning + ", not text");
    for (const auto& [mark, encoding] :
         {std::pair{"\xFF\xFE", "UTF-16LE"}, std::pair{"\xFE\xFF", "UTF-16BE"}})
        if (bytes.starts_with(mark))
            return {converted(std::string_view(bytes).substr(2), encoding), {}};
    if (const char* encoding = utf16_without_mark(bytes))
        return {converted(bytes, encoding), std::string("read as ") + encoding + ", which it does not say"};

    const std::string_view begin = std::string_view(bytes).substr(0, sample);
    const auto controls = static_cast<std::size_t>(std::count_if(begin.begin(), begin.end(), is_control));
    if (const auto zero = bytes.find('\0'); zero < sample && controls * 100 > begin.size())
        refuse(file, "is not text: zero byte at offset " + std::to_string(zero));
    if (controls * 10 > begin.size())
        refuse(file, "is not text: " + std::to_string(controls) + " control characters in its first " +
                         std::to_string(begin.size()) + " bytes");
    if (is_valid_utf8(bytes))
        return {std::move(bytes), {}};

    const auto counts = count_utf8(bytes, nullptr);
    if (counts.sequences >= 4 * counts.broken) {
        std::string repaired;
        count_utf8(bytes, &repaired);
        return {std::move(repaired), std::to_string(counts.broken) +
                                         " bytes are not UTF-8, the first at offset " +
                                         std::to_string(counts.first_broken) + "; read as U+FFFD"};
    }
    if (!declared.empty())
        if (auto text = converted(bytes, declared.c_str()); !text.empty())
            return {std::move(text), {}};
    if (looks_like_windows_1252(bytes))
        return {converted(bytes, "windows-1252"), "read as Windows-1252, as it is not UTF-8"};
    refuse(file, "is in no known encoding: not UTF-8 at offset " + std::to_string(counts.first_broken));
}

} // namespace timeloom
