// The program: one command a file in cli/. Here the words become a command, and errors become advice.
#include "base/error.hpp"
#include "cli/advice.hpp"
#include "cli/command.hpp"

#include <cstdio>
#include <exception>
#include <system_error>

using namespace timeloom;

namespace {

constexpr const char* description =
    R"(Weaves news articles in several languages into one timeline and one knowledge graph.
Every event, relation and date can be traced to the words that it came from.)";

constexpr const char* examples = R"(
Examples:
  timeloom build articles/ -o out/            read a folder, write all the usual files
  timeloom build a.html b.txt --published 2025-01-22 -o out/
  cat news.jsonl | timeloom build - -o out/ --format json,graphml
  timeloom timeline out/                      print the timeline in the terminal
  timeloom convert out/timeline.json -o out/ --format gexf,neo4j
  timeloom dates article.txt --published 2025-01-22

Exit codes: 0 done; 1 some inputs could not be read, the rest was done; 2 wrong usage; 3 nothing read or written.
`timeloom COMMAND --help` tells more; so does `man timeloom`.)";

} // namespace

int main(int argc, char** argv) {
    CLI::App program(description, "timeloom");
    program.footer(examples);
    program.require_subcommand(1);
    program.fallthrough();
    program.failure_message(advice_for);
    program.set_version_flag("--version", "timeloom " TIMELOOM_VERSION);
    Globals globals;
    program.add_option("--data", globals.data, "Folder that holds languages/ and models/")->type_name("DIR");
    program.add_flag("-q,--quiet", globals.quiet, "Say nothing but faults");
    program.add_flag("-v,--verbose", globals.verbose, "Say more");

    std::vector<std::unique_ptr<Command>> commands;
    for (const auto make : {build_command, timeline_command, convert_command, check_command, dates_command,
                            formats_command, completion_command}) {
        commands.push_back(make());
        commands.back()->setup(program);
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? program.exit(error)
                                          : (program.exit(error), static_cast<int>(Exit::usage));
    }

    Console console(globals.verbosity());
    try {
        for (const auto& command : commands)
            if (command->app->parsed())
                return static_cast<int>(command->run(globals, console));
    } catch (const UsageError& error) {
        console.warn(error.what());
        return static_cast<int>(Exit::usage);
    } catch (const std::bad_alloc&) {
        console.warn("out of memory; give fewer articles at a time");
    } catch (const std::exception& error) {
        console.warn(error.what());
    }
    return static_cast<int>(Exit::nothing);
}
