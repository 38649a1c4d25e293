// `timeloom timeline FILE|DIR`: the timeline in the terminal.
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/terminal_output.hpp"
#include "cli/timeline_input.hpp"

namespace timeloom {

namespace {

class TimelineCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("timeline", "Print a timeline in the terminal");
        app->add_option("TIMELINE", place_, timeline_input_help)->required();
        app->add_flag("--quotes", quotes_, "Show a sentence behind each event");
        filter_.add_to(*app);
    }

    Exit run(const Globals&, Console& console) override {
        print_timeline(filter_.apply(read_timeline_input(place_), console), quotes_);
        return Exit::done;
    }

  private:
    std::string place_;
    bool quotes_ = false;
    FilterOptions filter_;
};

} // namespace

std::unique_ptr<Command> timeline_command() {
    return std::make_unique<TimelineCommand>();
}

} // namespace timeloom
