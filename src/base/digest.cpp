#include "base/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace timeloom {

namespace {

void append_hex(std::string& out, std::uint64_t value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += "0123456789abcdef"[value >> shift & 15];
}

} // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("the cryptography library offers no SHA-256");
    std::string out;
    for (const auto byte : digest)
        append_hex(out, byte, 2);
    return out;
}

std::string hash_hex(std::string_view bytes) {
    std::string out;
    append_hex(out, hash_key(bytes), 16);
    return out;
}

} // namespace timeloom
