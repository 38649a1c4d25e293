// `timeloom check FILE…`: whether files of our own formats are whole and sound.
#include "cli/command.hpp"

#include "base/error.hpp"
#include "export/check.hpp"

#include <iostream>

namespace timeloom {

namespace {

class CheckCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("check", "Say whether a timeline.json, GraphML or GEXF file is sound");
        app->add_option("FILE", files_, "The files")->required();
    }

    Exit run(const Globals&, Console& console) override {
        for (const auto& file : files_) {
            try {
                std::cout << check_file(file) << '\n';
            } catch (const InputError& error) {
                console.warn(error.what());
            }
        }
        return console.warnings() == 0              ? Exit::done
               : console.warnings() < files_.size() ? Exit::some_unread
                                                    : Exit::nothing;
    }

  private:
    std::vector<std::string> files_;
};

} // namespace

std::unique_ptr<Command> check_command() {
    return std::make_unique<CheckCommand>();
}

} // namespace timeloom
