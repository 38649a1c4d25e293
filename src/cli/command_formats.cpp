// `timeloom formats`: the output formats, a line each.
#include "cli/command.hpp"
#include "export/formats.hpp"

#include <iomanip>
#include <iostream>

namespace timeloom {

namespace {

class FormatsCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("formats", "List the output formats");
    }

    Exit run(const Globals&, Console&) override {
        for (const Format& format : all_formats())
            std::cout << std::left << std::setw(12) << format.name << ' ' << std::setw(22) << format.file
                      << ' ' << format.description << '\n';
        return Exit::done;
    }
};

} // namespace

std::unique_ptr<Command> formats_command() {
    return std::make_unique<FormatsCommand>();
}

} // namespace timeloom
