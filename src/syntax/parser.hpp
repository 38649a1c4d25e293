// From the words of a sentence to its tags and tree, by a trained model of one language.
#pragma once

#include "syntax/tree.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Immutable after loading; may be shared by threads. Integer scores: the same trees on every machine.
class Parser {
  public:
    /// Loads models/LANGUAGE.model. Throws InputError (base/error.hpp) naming the file when it is missing,
    /// truncated, corrupt or of another version.
    static Parser load(const std::filesystem::path& model);
    ~Parser();
    Parser(Parser&&) noexcept;

    /// Tags and parses sentences side by side. The units of a sentence are in text order and do not overlap;
    /// names and times count as proper nouns and are never split. Linear in the number of units, whatever it
    /// is.
    std::vector<Tree> parse(std::string_view text, std::span<const std::vector<Unit>> sentences) const;

    /// Tags and lemmas only (Tree::words with head -1): about four times faster.
    Tree tag(std::string_view text, std::span<const Unit> units) const;

  private:
    struct Model;
    explicit Parser(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> model_;
};

} // namespace timeloom
