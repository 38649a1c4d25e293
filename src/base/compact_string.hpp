// A string that is written once and held by the hundred thousand: eight bytes and its own, nothing when
// empty.
#pragma once

#include <atomic>
#include <compare>
#include <concepts>
#include <cstdint>
#include <new>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace timeloom {

/// At most 4 GB. Read as a std::string_view, which it converts to; changed only by assigning another. Copies
/// share the bytes, in whatever thread they live.
class CompactString {
  public:
    CompactString() = default;
    template <class Text>
    requires std::convertible_to<const Text&, std::string_view> CompactString(const Text& text)
        : head_(write(text)) {} // NOLINT: stands for the text
    CompactString(const CompactString& other) : head_(other.head_) {
        if (head_)
            head_->owners.fetch_add(1, std::memory_order_relaxed);
    }
    CompactString(CompactString&& other) noexcept : head_(std::exchange(other.head_, nullptr)) {}
    CompactString& operator=(CompactString other) noexcept {
        std::swap(head_, other.head_);
        return *this;
    }
    ~CompactString() {
        if (head_ && head_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
            ::operator delete(head_);
    }

    operator std::string_view() const { // NOLINT: stands for the text
        return head_ ? std::string_view(reinterpret_cast<const char*>(head_ + 1), head_->size)
                     : std::string_view();
    }
    std::string_view view() const { return *this; }
    bool empty() const { return !head_; }
    std::size_t size() const { return view().size(); }

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
    struct Head {
        std::atomic<std::uint32_t> owners;
        std::uint32_t size;
    };

    static Head* write(std::string_view text) {
        if (text.empty())
            return nullptr;
        void* const bytes = ::operator new(sizeof(Head) + text.size());
        auto* const head = ::new (bytes) Head{1, static_cast<std::uint32_t>(text.size())};
        text.copy(reinterpret_cast<char*>(head + 1), text.size());
        return head;
    }

    Head* head_ = nullptr; ///< the text stands after it
};

} // namespace timeloom
