#include "cli/advice.hpp"

#include "export/nearest.hpp"

namespace timeloom {

namespace {

std::string unknown(const char* kind, const std::string& word, const std::vector<std::string>& known) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    return "there is no " + std::string(kind) + " “" + word + "” (did you mean “" +
           std::string(nearest(word, names)) + "”?)";
}

/// The options that may stand after a command: its own and those of the whole program.
std::vector<std::string> options_of(const CLI::App* program, const CLI::App* command) {
    std::vector<std::string> out;
    for (const auto* app : {program, command})
        for (const auto* option : app->get_options())
            for (const auto& name : option->get_lnames())
                out.push_back("--" + name);
    return out;
}

/// The first word that nothing takes explained; "" where all are taken, or a value is wrong.
std::string explain(const CLI::App* program) {
    const auto left = program->remaining(true);
    if (left.empty())
        return "";
    const auto commands = program->get_subcommands();
    if (commands.empty() && !left.front().starts_with('-')) {
        std::vector<std::string> names;
        for (const auto* command : program->get_subcommands([](const CLI::App*) { return true; }))
            names.push_back(command->get_name());
        return unknown("command", left.front(), names);
    }
    const auto* command = commands.empty() ? program : commands.front();
    return left.front().starts_with("--") ? unknown("option", left.front().substr(0, left.front().find('=')),
                                                    options_of(program, command))
                                          : "";
}

} // namespace

std::string advice_for(const CLI::App* program, const CLI::Error& error) {
    const auto explained = explain(program);
    const auto commands = program->get_subcommands();
    return "timeloom: " + (explained.empty() ? std::string(error.what()) : explained) + "\n`timeloom " +
           (commands.empty() ? "" : commands.front()->get_name() + " ") + "--help` tells more.\n";
}

} // namespace timeloom
