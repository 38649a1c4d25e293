// A string that is written once and held by the hundred thousand: eight bytes and its own, nothing when
// empty.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace timeloom {

/// Owns its bytes, at most 4 GB. Read as a std::string_view, which it converts to; changed only by assigning
/// another.
class CompactString {
  public:
    CompactString() = default;
    template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
    CompactString(const Text& text) { // NOLINT: stands for the text
        assign(text);
    }
    CompactString(const CompactString& other) { assign(other); }
    CompactString(CompactString&&) noexcept = default;
    CompactString& operator=(const CompactString& other) { return *this = CompactString(other); }
    CompactString& operator=(CompactString&&) noexcept = default;
    ~CompactString() = default;

    operator std::string_view() const { // NOLINT: stands for the text
        return bytes_ ? std::string_view(bytes_.get() + sizeof(std::uint32_t), size()) : std::string_view();
    }
    std::string_view view() const { return *this; }
    bool empty() const { return !bytes_; }
    std::size_t size() const {
        std::uint32_t size = 0;
        if (bytes_)
            std::memcpy(&size, bytes_.get(), sizeof size);
        return size;
    }

    template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
    friend bool operator==(const CompactString& a, const Text& b) { return a.view() == std::string_view(b); }
    template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
    friend std::strong_ordering operator<=>(const CompactString& a, const Text& b) {
        return a.view() <=> std::string_view(b);
    }
    friend std::string operator+(std::string a, const CompactString& b) { return std::move(a.append(b)); }
    friend std::string operator+(const CompactString& a, std::string_view b) {
        return std::string(a).append(b);
    }
    friend std::ostream& operator<<(std::ostream& out, const CompactString& text) {
        return out << text.view();
    }

  private:
    void assign(std::string_view text) {
        if (text.empty())
            return;
        const auto size = static_cast<std::uint32_t>(text.size());
        bytes_.reset(new char[sizeof size + size]);
        std::memcpy(bytes_.get(), &size, sizeof size);
        std::memcpy(bytes_.get() + sizeof size, text.data(), size);
    }

    std::unique_ptr<char[]> bytes_; ///< the size, four bytes, and the text
};

} // namespace timeloom
