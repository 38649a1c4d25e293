// A list that is held by the hundred thousand and mostly short or empty: eight bytes and its items.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace timeloom {

/// As std::vector, with at most 2^32 - 1 items; size and room stand before the items.
template <class T>
class CompactList {
  public:
    using value_type = T;

    CompactList() = default;
    CompactList(std::initializer_list<T> items) : CompactList(items.begin(), items.size()) {}
    CompactList(const CompactList& other) : CompactList(other.begin(), other.size()) {}
    CompactList(CompactList&& other) noexcept : head_(std::exchange(other.head_, nullptr)) {}
    CompactList& operator=(CompactList other) noexcept {
        std::swap(head_, other.head_);
        return *this;
    }
    ~CompactList() { drop(); }

    bool empty() const { return size() == 0; }
    std::size_t size() const { return head_ ? head_->size : 0; }
    T* data() { return items(head_); }
    const T* data() const { return items(head_); }
    T* begin() { return data(); }
    T* end() { return data() + size(); }
    const T* begin() const { return data(); }
    const T* end() const { return data() + size(); }
    T& operator[](std::size_t i) { return data()[i]; }
    const T& operator[](std::size_t i) const { return data()[i]; }
    T& front() { return *begin(); }
    const T& front() const { return *begin(); }
    T& back() { return end()[-1]; }
    const T& back() const { return end()[-1]; }

    void push_back(T item) {
        if (size() == room())
            move_to(std::max<std::size_t>(1, 2 * size()));
        std::construct_at(end(), std::move(item));
        ++head_->size;
    }
    void reserve(std::size_t count) {
        if (count > room())
            move_to(count);
    }
    void shrink_to_fit() {
        if (size() < room())
            move_to(size());
    }

  private:
    struct Head {
        std::uint32_t size;
        std::uint32_t room;
    };
    static_assert(alignof(T) <= sizeof(Head) && std::is_nothrow_move_constructible_v<T>);

    CompactList(const T* from, std::size_t count) {
        reserve(count);
        for (; size() < count; ++from)
            push_back(*from);
    }

    static T* items(Head* head) {
        return head ? std::launder(reinterpret_cast<T*>(head + 1)) : nullptr; // NOLINT: they stand there
    }
    std::size_t room() const { return head_ ? head_->room : 0; }

    void move_to(std::size_t count) {
        Head* const to =
            count ? static_cast<Head*>(::operator new(sizeof(Head) + count * sizeof(T))) : nullptr;
        if (to)
            std::construct_at(to,
                              Head{static_cast<std::uint32_t>(size()), static_cast<std::uint32_t>(count)});
        std::uninitialized_move(begin(), end(), items(to));
        drop();
        head_ = to;
    }
    void drop() {
        std::destroy(begin(), end());
        ::operator delete(head_);
    }

    Head* head_ = nullptr; ///< the items stand after it; null for none
};

} // namespace timeloom
