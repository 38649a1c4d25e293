// What one language needs to be read, loaded when the first document in it arrives.
#pragma once

#include "entities/finder.hpp"
#include "entities/world.hpp"
#include "events/extractor.hpp"
#include "events/frames.hpp"
#include "syntax/parser.hpp"
#include "text/segmenter.hpp"
#include "time/tagger.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace timeloom {

struct Language {
    /// Throws InputError when a table is broken.
    Language(const std::filesystem::path& data, const std::string& code, const Frames& frames,
             const World& world);

    /// What only reading takes.
    struct Reader {
        Reader(const std::filesystem::path& data, const std::string& code, const Frames& frames,
               const World& world, std::string& note);

        Segmenter segmenter;
        EntityFinder finder;
        std::optional<Parser> parser; ///< none: arguments are bound by position
        Extractor extractor;
    };

    std::string note;                     ///< what the user should know: why there is no parser; "" otherwise
    Tagger tagger;                        ///< resolves dates once all documents are read, too
    std::unique_ptr<const Reader> reader; ///< null after Languages::end_reading()
};

/// All languages under the data folder. Safe to use from several threads.
class Languages {
  public:
    /// Loads the tables that all languages share. Throws InputError.
    explicit Languages(std::filesystem::path data);

    /// The language, loaded on first use; null when it is not one of ours. Throws InputError when a table is
    /// broken.
    const Language* get(const std::string& code) const;

    /// Frees what only reading takes, for the timeline wants the room: no document can be read afterwards.
    void end_reading();

    const Frames& frames() const { return frames_; }
    const World& world() const { return world_; }
    const std::filesystem::path& data() const { return data_; }

  private:
    struct Slot {
        std::once_flag once;
        std::unique_ptr<Language> language;
    };
    std::filesystem::path data_;
    Frames frames_;
    World world_;
    mutable std::map<std::string, Slot> slots_; ///< one a known language; never grows after construction
};

} // namespace timeloom
