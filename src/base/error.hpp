// What can go wrong with input and data, said so that the user can mend it.
#pragma once

#include <stdexcept>
#include <string>

namespace timeloom {

/// A file that cannot be used. what() reads "FILE: what is wrong (remedy)" or "FILE:LINE: …".
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;

    InputError(const std::string& file, const std::string& problem, const std::string& remedy)
        : std::runtime_error(file + ": " + problem + " (" + remedy + ")") {}

    InputError(const std::string& file, std::size_t line, const std::string& problem,
               const std::string& remedy)
        : std::runtime_error(file + ":" + std::to_string(line) + ": " + problem + " (" + remedy + ")") {}
};

} // namespace timeloom
