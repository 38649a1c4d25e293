// What to say to words on the command line that make no command.
#pragma once

#include <CLI/CLI.hpp>

namespace timeloom {

/// "timeloom: there is no command “buidl” (did you mean “build”?)", or CLI11's own words where it is not a
/// name that is wrong; then where to read on. For CLI::App::failure_message.
std::string advice_for(const CLI::App* program, const CLI::Error& error);

} // namespace timeloom
