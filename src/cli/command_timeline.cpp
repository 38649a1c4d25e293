// `timeloom timeline FILE|DIR`: the timeline in the terminal.
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/terminal_output.hpp"

#include "base/error.hpp"
#include "export/read_json.hpp"

namespace timeloom {

namespace {

class TimelineCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("timeline", "Print a timeline in the terminal");
        app->add_option("TIMELINE", place_,
                        "A timeline.json, the folder that holds it, or - for standard input")
            ->required();
        app->add_flag("--quotes", quotes_, "Show a sentence behind each event");
        filter_.add_to(*app);
    }

    Exit run(const Globals&, Console& console) override {
        std::filesystem::path file = place_ == "-" ? "/dev/stdin" : place_;
        if (std::filesystem::is_directory(file)) {
            if (!std::filesystem::exists(file / "timeline.json"))
                throw InputError(place_, "no timeline.json in this folder",
                                 "make one of its articles: timeloom build " + place_ + " -o out/");
            file /= "timeline.json";
        }
        print_timeline(filter_.apply(read_timeline(file), console), quotes_);
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
