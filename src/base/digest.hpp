// Digests: SHA-256 for documents, a fast 64-bit key for words and ids. Equal on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace timeloom {

/// SHA-256 (FIPS 180-4) of bytes, 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// 64-bit FNV-1a, for bytes that come piece by piece: starts at `hash_start`, goes on with hash_more.
constexpr std::uint64_t hash_start = 0xcbf29ce484222325u;
constexpr std::uint64_t hash_more(std::uint64_t h, std::string_view bytes) {
    for (const char c : bytes)
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return h;
}
constexpr std::uint64_t hash_more(std::uint64_t h, char byte) {
    return hash_more(h, std::string_view(&byte, 1));
}
/// The final mix.
constexpr std::uint64_t hash_end(std::uint64_t h) {
    h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93u;
    return h ^ (h >> 32);
}

/// 64-bit FNV-1a with a final mix. Keys of table words: a table of a million words meets a false match about
/// once in 10^13 lookups; table loaders refuse two entries with one key.
constexpr std::uint64_t hash_key(std::string_view bytes) {
    return hash_end(hash_more(hash_start, bytes));
}

/// `hash_key` as 16 hexadecimal digits: the tail of the ids in outputs.
std::string hash_hex(std::string_view bytes);

} // namespace timeloom
