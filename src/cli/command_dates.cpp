// `timeloom dates INPUT…`: every time expression, as JSON Lines or TimeML.
#include "cli/command.hpp"
#include "pipeline.hpp"

#include "base/data.hpp"
#include "time/timex_output.hpp"

#include <iostream>

namespace timeloom {

namespace {

class DatesCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        app = program.add_subcommand("dates", "Print every time expression, one document a line");
        app->add_option("INPUT", inputs_, "Files, folders, or - for standard input")->required();
        app->add_option("--published", options_.published,
                        "Day of publication of articles that do not say it")
            ->type_name("DATE");
        app->add_option("--language", options_.language,
                        "Language of all articles, instead of identifying it")
            ->type_name("CODE");
        app->add_flag("--timeml", timeml_,
                      "Print the texts with inline TIMEX3 elements instead of JSON Lines");
    }

    Exit run(const Globals& globals, Console& console) override {
        const Languages languages(find_data(globals.data));
        const auto counts = read_inputs(inputs_, options_, languages, console, [&](Document&& document) {
            std::vector<Timex> times;
            if (const Language* language = languages.get(document.language)) {
                language->reader->segmenter.segment(document);
                times = language->tagger.tag(document);
            }
            std::cout << (timeml_ ? timexes_as_timeml(document, times) : timexes_as_json(document, times));
        });
        std::cout.flush();
        return counts.documents == 0 ? Exit::nothing : counts.failed > 0 ? Exit::some_unread : Exit::done;
    }

  private:
    std::vector<std::string> inputs_;
    RunOptions options_;
    bool timeml_ = false;
};

} // namespace

std::unique_ptr<Command> dates_command() {
    return std::make_unique<DatesCommand>();
}

} // namespace timeloom
