// What the program says to its user, on standard error; standard output is for what was asked for.
#pragma once

#include <cstddef>
#include <cstdio>
#include <mutex>
#include <string>

namespace timeloom {

enum class Verbosity { quiet, normal, verbose };

/// Safe to use from several threads.
class Console {
  public:
    explicit Console(Verbosity verbosity);

    /// A fault with one input, while the rest goes on. Always said.
    void warn(const std::string& message);
    /// How things go. Not said when quiet.
    void say(const std::string& message);
    /// Detail for the curious. Said when verbose.
    void detail(const std::string& message);

    /// A bar on the last line of a terminal, drawn at most ten times a second; nothing when quiet or piped.
    /// `total` 0: not known.
    void progress(const std::string& what, std::size_t done, std::size_t total);
    void end_progress();

    std::size_t warnings() const { return warnings_; }

  private:
    void line(const char* mark, const std::string& message);

    Verbosity verbosity_;
    bool terminal_;
    bool bar_ = false;    ///< a bar stands on the last line
    double drawn_at_ = 0; ///< seconds of the monotonic clock
    std::size_t warnings_ = 0;
    std::mutex mutex_;
};

} // namespace timeloom
