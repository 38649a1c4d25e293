#include "cli/output_options.hpp"

#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "export/filter.hpp"
#include "export/formats.hpp"
#include "export/output.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>

namespace timeloom {

namespace {

std::vector<const Format*> chosen(const std::string& list) {
    try {
        return formats_named(list);
    } catch (const UnknownFormat& error) {
        throw UsageError(std::string("--format: ") + error.what());
    }
}

std::string counted(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

/// A folder under the system's temporary one that is gone when this is.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "timeloom-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw OutputError(name, errno);
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace

void OutputOptions::add_to(CLI::App& app) {
    app.add_option("-o,--output", folder_,
                   "Folder for the results; - writes a single format to standard output")
        ->type_name("DIR")
        ->capture_default_str();
    app.add_option("-f,--format", formats_,
                   "Formats, comma-separated, or all (`timeloom formats` lists them)")
        ->type_name("LIST")
        ->capture_default_str();
    app.add_flag("--edges-only", edges_only_, "In graphs, entities and the direct edges between them alone");
    app.add_flag("--per-entity", per_entity_, "Also a timeline for each entity, in DIR/entities/NAME/");
}

void OutputOptions::check() const {
    const auto formats = chosen(formats_);
    if (!to_standard_output())
        return;
    if (formats.size() != 1 || formats[0]->file.ends_with('/'))
        throw UsageError("-o -: standard output takes one format of a single file (give --format json, say)");
    if (per_entity_)
        throw UsageError("--per-entity: writes many files; give a folder with -o");
}

void OutputOptions::write(const Timeline& timeline, const Frames& frames, Console& console,
                          unsigned jobs) const {
    const EventTypes types = event_types(frames);
    const auto shape = edges_only_ ? KnowledgeGraph::Shape::entities : KnowledgeGraph::Shape::full;
    const Story story{timeline, types, shape};
    const auto formats = chosen(formats_);
    if (to_standard_output()) {
        // Through a file, because some formats (SQLite) are written by libraries that want one.
        const TemporaryFolder folder;
        const auto written = write_formats(story, formats, folder.path());
        std::cout << std::ifstream(written.front(), std::ios::binary).rdbuf() << std::flush;
        if (!std::cout)
            throw OutputError("standard output", errno);
        return;
    }
    const auto written = write_formats(story, formats, folder_, jobs);
    console.say(counted(timeline.documents.size(), "document", "documents") + ", " +
                counted(timeline.entities.size(), "entity", "entities") + ", " +
                counted(timeline.events.size(), "event", "events") + ", " +
                counted(timeline.conflicts.size(), "conflict", "conflicts") + ". Written:");
    for (const auto& path : written)
        console.say("  " + path.string());
    if (per_entity_)
        write_entities(timeline, types, console);
}

void OutputOptions::write_entities(const Timeline& timeline, const EventTypes& types,
                                   Console& console) const {
    const auto formats = chosen(formats_);
    const auto shape = edges_only_ ? KnowledgeGraph::Shape::entities : KnowledgeGraph::Shape::full;
    std::set<std::string> taken;
    for (const auto& [name, part] : by_entity(timeline)) {
        std::string folder = fold_name(name);
        while (!taken.insert(folder).second)
            folder += "-";
        write_formats({part, types, shape}, formats, std::filesystem::path(folder_) / "entities" / folder);
    }
    console.say(counted(taken.size(), "entity's timeline", "entities' timelines") + " in " +
                (std::filesystem::path(folder_) / "entities").string());
}

} // namespace timeloom
