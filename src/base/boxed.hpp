// A value that few of many have: eight bytes where there is none.
#pragma once

#include <memory>
#include <utility>

namespace timeloom {

/// Owns a value or none; a copy has its own.
template <class T>
class Boxed {
  public:
    Boxed() = default;
    Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {} // NOLINT: stands for the value
    Boxed(const Boxed& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(Boxed other) noexcept {
        value_.swap(other.value_);
        return *this;
    }
    ~Boxed() = default;

    explicit operator bool() const { return value_ != nullptr; }
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

  private:
    std::unique_ptr<T> value_;
};

} // namespace timeloom
