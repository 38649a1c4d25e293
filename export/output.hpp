// Files that appear whole or not at all: each is written under a temporary name beside its place, and all of
// them are renamed into place by commit(). Whatever goes wrong before leaves the last good output as it was.
#pragma once

#include "export/exporter.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// what() reads "PATH: cannot be written: No space left on device (remedy)".
class OutputError : public std::runtime_error {
  public:
    OutputError(const std::filesystem::path& path, int error_number);
};

class Output {
  public:
    /// Makes the folder where it is missing. Throws OutputError.
    explicit Output(std::filesystem::path folder);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output(); ///< removes what was not committed

    /// Starts a file ("graph.graphml", "neo4j/nodes.csv"); the one before is complete. The sink lives until
    /// the next call of file(), path() or commit(). Throws OutputError, and so does the sink.
    Sink file(std::string_view name);

    /// The same for a library that writes to a path by itself: an unused temporary name.
    std::filesystem::path path(std::string_view name);

    /// Takes over the files of another output, which are complete, behind its own.
    void take(Output&& other);

    /// Puts all files on the disk and then in their places. Returns the paths, in the order they were
    /// started.
    std::vector<std::filesystem::path> commit();

  private:
    struct File {
        std::filesystem::path place;
        std::filesystem::path temporary;
    };
    void start(std::string_view name);

    std::filesystem::path folder_;
    std::vector<File> files_;
};

} // namespace timeloom
