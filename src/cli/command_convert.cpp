// `timeloom convert FILE|DIR --format …`: other formats from an earlier run's timeline.json.
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_options.hpp"
#include "cli/timeline_input.hpp"

#include "base/data.hpp"
#include "base/parallel.hpp"

namespace timeloom {

namespace {

class ConvertCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("convert", "Write other formats from an earlier run's timeline.json");
        app->add_option("TIMELINE", place_, timeline_input_help)->required();
        output_.add_to(*app);
        filter_.add_to(*app);
    }

    Exit run(const Globals& globals, Console& console) override {
        output_.check();
        filter_.filter();
        const Frames frames(find_data(globals.data));
        output_.write(filter_.apply(read_timeline_input(place_), console), frames, console, threads_for(0));
        return Exit::done;
    }

  private:
    std::string place_;
    OutputOptions output_;
    FilterOptions filter_;
};

} // namespace

std::unique_ptr<Command> convert_command() {
    return std::make_unique<ConvertCommand>();
}

} // namespace timeloom
