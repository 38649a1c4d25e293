// Which kind of event a verb tells (languages/LANGUAGE/events.tsv), as far as one word alone shows it: what
// names do, and what is done to them, tells of what type they are.
#pragma once

#include "base/word_table.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// Immutable after construction.
class Doings {
  public:
    /// Reads frames.tsv and doers.tsv, and events.tsv and the inflection of the language; a missing table
    /// tells nothing.
    Doings(const std::filesystem::path& data, const std::string& language);

    /// The frame that a form of a verb tells of first, in angle brackets ("<resignation>"); "" for other
    /// words.
    std::string_view of(std::uint64_t word) const {
        const auto* frame = frames_of_.find(word);
        return frame ? std::string_view(frames_[*frame]) : std::string_view();
    }

    /// Do only persons what that form of a verb tells ("died"), or is it done to them ("arrested")? As
    /// frames.tsv says of the role of a subject, and doers.tsv.
    bool only_persons(std::uint64_t word) const {
        const auto* frame = frames_of_.find(word);
        return frame && persons_[*frame];
    }

    /// Do mostly bodies what that form of a verb tells ("merged", with a number behind it "fired 300")? As
    /// doers.tsv says.
    bool mostly_bodies(std::uint64_t word, bool number) const {
        const auto* frame = frames_of_.find(word);
        return frame && (bodies_[*frame] || (number && counting_bodies_[*frame]));
    }

  private:
    std::vector<std::string> frames_;
    std::vector<bool> persons_, bodies_, counting_bodies_; ///< by frame
    WordTable<std::uint8_t> frames_of_;
};

} // namespace timeloom
