// `timeloom completion SHELL`: the script that completes the program's words, made from the words themselves.
#include "cli/command.hpp"

#include <iostream>

namespace timeloom {

namespace {

std::string join(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> words;
    for (const CLI::Option* option : app.get_options()) {
        for (const auto& name : option->get_lnames())
            words.push_back("--" + name);
        for (const auto& name : option->get_snames())
            words.push_back("-" + name);
    }
    return words;
}

class CompletionCommand : public Command {
  public:
    void setup(CLI::App& program) override {
        program_ = &program;
        app = program.add_subcommand("completion", "Print the completion script for a shell");
        app->add_option("SHELL", shell_, "bash, zsh or fish")
            ->required()
            ->check(CLI::IsMember({"bash", "zsh", "fish"}));
        app->footer(
            "\nFor bash: timeloom completion bash > ~/.local/share/bash-completion/completions/timeloom");
    }

    Exit run(const Globals&, Console&) override {
        if (shell_ == "fish")
            print_fish();
        else
            print_bash();
        return Exit::done;
    }

  private:
    std::vector<const CLI::App*> commands() const {
        return std::as_const(*program_).get_subcommands([](const CLI::App*) { return true; });
    }

    void print_bash() const {
        if (shell_ == "zsh")
            std::cout << "#compdef timeloom\nautoload -U +X bashcompinit && bashcompinit\n";
        std::vector<std::string> names;
        for (const CLI::App* command : commands())
            names.push_back(command->get_name());
        std::cout << "_timeloom() {\n    local word=${COMP_WORDS[COMP_CWORD]} words\n    case "
                     "${COMP_WORDS[1]} in\n";
        for (const CLI::App* command : commands())
            std::cout << "        " << command->get_name() << ") words=\"" << join(options_of(*command))
                      << "\" ;;\n";
        std::cout << "        *) words=\"" << join(names) << " " << join(options_of(*program_))
                  << "\" ;;\n    esac\n"
                  << "    if [[ $COMP_CWORD -eq 1 || $word == -* ]]; then COMPREPLY=($(compgen -W \"$words\" "
                     "-- \"$word\"))\n"
                  << "    else COMPREPLY=($(compgen -f -- \"$word\")); fi\n}\n"
                  << "complete -o filenames -F _timeloom timeloom\n";
    }

    void print_fish() const {
        for (const CLI::App* command : commands()) {
            std::cout << "complete -c timeloom -n __fish_use_subcommand -a " << command->get_name() << " -d '"
                      << command->get_description() << "'\n";
            for (const CLI::Option* option : command->get_options())
                for (const auto& name : option->get_lnames())
                    std::cout << "complete -c timeloom -n '__fish_seen_subcommand_from "
                              << command->get_name() << "' -l " << name << " -d '"
                              << option->get_description() << "'\n";
        }
    }

    const CLI::App* program_ = nullptr;
    std::string shell_;
};

} // namespace

std::unique_ptr<Command> completion_command() {
    return std::make_unique<CompletionCommand>();
}

} // namespace timeloom
