// `timeloom build INPUT… -o DIR`: the main job.
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_options.hpp"
#include "cli/terminal_output.hpp"
#include "pipeline.hpp"

#include "base/data.hpp"
#include "base/parallel.hpp"

namespace timeloom {

namespace {

class BuildCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("build", "Read articles; write their timeline and graph");
        app->add_option("INPUT", inputs_, "Files, folders, or - for standard input (.txt .md .html .jsonl)")
            ->required();
        output_.add_to(*app);
        app->add_option("--published", options_.published,
                        "Day of publication of articles that do not say it (2025-01-22)")
            ->type_name("DATE");
        app->add_option("--language", options_.language,
                        "Language of all articles, instead of identifying it (es)")
            ->type_name("CODE");
        app->add_option("-j,--jobs", options_.jobs, "Threads that share the work (default: one a processor)")
            ->type_name("N");
        app->add_flag("--show", show_, "Print the timeline in the terminal as well");
        filter_.add_to(*app);
    }

    Exit run(const Globals& globals, Console& console) override {
        output_.check();
        filter_.filter();
        Languages languages(find_data(globals.data));
        auto outcome = weave(inputs_, options_, languages, console);
        if (outcome.counts.documents == 0) {
            console.warn("nothing could be read; no file was written");
            return Exit::nothing;
        }
        const Timeline timeline = filter_.apply(std::move(outcome.timeline), console);
        if (show_)
            print_timeline(timeline, false);
        output_.write(timeline, languages.frames(), console, threads_for(options_.jobs));
        return outcome.counts.failed > 0 ? Exit::some_unread : Exit::done;
    }

  private:
    std::vector<std::string> inputs_;
    RunOptions options_;
    OutputOptions output_;
    FilterOptions filter_;
    bool show_ = false;
};

} // namespace

std::unique_ptr<Command> build_command() {
    return std::make_unique<BuildCommand>();
}

} // namespace timeloom
