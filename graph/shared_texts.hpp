// A list of texts that is written once and stands in many places.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace timeloom {

/// Copies share one list, which cannot be changed, only exchanged for another.
class SharedTexts {
  public:
    SharedTexts() = default;
    SharedTexts(std::vector<std::string> texts) { // NOLINT: stands for them
        if (!texts.empty())
            texts_ = std::make_shared<const std::vector<std::string>>(std::move(texts));
    }
    SharedTexts(std::initializer_list<std::string> texts) : SharedTexts(std::vector<std::string>(texts)) {}

    operator std::span<const std::string>() const { // NOLINT: stands for them
        return texts_ ? std::span<const std::string>(*texts_) : std::span<const std::string>();
    }
    bool empty() const { return !texts_; }
    std::size_t size() const { return texts_ ? texts_->size() : 0; }
    const std::string* begin() const { return texts_ ? texts_->data() : nullptr; }
    const std::string* end() const { return begin() + size(); }
    const std::string& operator[](std::size_t i) const { return (*texts_)[i]; }

    friend bool operator==(const SharedTexts& a, const std::vector<std::string>& b) {
        return std::vector<std::string>(a.begin(), a.end()) == b;
    }

  private:
    std::shared_ptr<const std::vector<std::string>> texts_;
};

/// Lists made but once for each key.
template <class Key>
class SharedTextsByKey {
  public:
    /// `make` gives the texts of a key that is new.
    template <class Make>
    const SharedTexts& get(const Key& key, Make make) {
        auto found = lists_.lower_bound(key);
        if (found == lists_.end() || found->first != key)
            found = lists_.emplace_hint(found, key, SharedTexts(make()));
        return found->second;
    }

  private:
    std::map<Key, SharedTexts> lists_;
};

} // namespace timeloom
