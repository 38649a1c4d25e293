// Treebanks that annotate the same thing differently, brought to one scheme before training.
#pragma once

#include "base/table.hpp"
#include "train/conllu.hpp"

#include <filesystem>
#include <span>
#include <utility>

namespace timeloom {

/// Rules per treebank from models/harmonise.tsv (its FORMAT stands there), then, for every treebank: the
/// subject of a passive is nsubj:pass, and a clause with a relative pronoun is acl:relcl.
class Harmoniser {
  public:
    /// Throws InputError naming file and line.
    explicit Harmoniser(const Table& table);
    static Harmoniser load(const std::filesystem::path& file);

    void apply(GoldSentence& sentence) const;

  private:
    using Fields = std::vector<std::pair<std::string, std::string>>; ///< what (form, upos, …), value
    struct Rule {
        std::string treebank;
        Fields when, then;
    };
    std::vector<Rule> rules_;
};

} // namespace timeloom
