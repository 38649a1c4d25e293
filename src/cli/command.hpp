// A command of the program: `setup` only says which words it takes, `run` does the work.
#pragma once

#include "cli/console.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace timeloom {

/// Exit codes of the program.
enum class Exit : int {
    done = 0,
    some_unread = 1, ///< some inputs could not be read; the rest was done
    usage = 2,       ///< wrong words on the command line
    nothing = 3,     ///< nothing could be read, or nothing written
};

/// What every command is given.
struct Globals {
    std::filesystem::path data; ///< --data; "" for the default
    bool quiet = false;
    bool verbose = false;

    Verbosity verbosity() const {
        return quiet ? Verbosity::quiet : verbose ? Verbosity::verbose : Verbosity::normal;
    }
};

class Command {
  public:
    virtual ~Command() = default;
    /// Adds the command to `program`.
    virtual void setup(CLI::App& program) = 0;
    virtual Exit run(const Globals& globals, Console& console) = 0;

    CLI::App* app = nullptr; ///< set by setup
};

std::unique_ptr<Command> build_command();
std::unique_ptr<Command> check_command();
std::unique_ptr<Command> completion_command();
std::unique_ptr<Command> convert_command();
std::unique_ptr<Command> dates_command();
std::unique_ptr<Command> formats_command();
std::unique_ptr<Command> timeline_command();

/// Words at fault on the command line that CLI11 cannot know of (a date, a format's name): exit 2.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace timeloom
