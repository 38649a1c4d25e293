#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace timeloom {

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::size_t terminal_width() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

constexpr double seconds_between_drawings = 0.1;

} // namespace

Console::Console(Verbosity verbosity) : verbosity_(verbosity), terminal_(isatty(STDERR_FILENO) != 0) {}

void Console::line(const char* mark, const std::string& message) {
    const std::lock_guard lock(mutex_);
    std::fprintf(stderr, "%s%s%s\n", bar_ ? "\r\033[K" : "", mark, message.c_str());
    bar_ = false;
}

void Console::warn(const std::string& message) {
    line("timeloom: ", message);
    const std::lock_guard lock(mutex_);
    ++warnings_;
}

void Console::say(const std::string& message) {
    if (verbosity_ != Verbosity::quiet)
        line("", message);
}

void Console::detail(const std::string& message) {
    if (verbosity_ == Verbosity::verbose)
        line("  ", message);
}

void Console::progress(const std::string& what, std::size_t done, std::size_t total) {
    if (!terminal_ || verbosity_ == Verbosity::quiet)
        return;
    const std::lock_guard lock(mutex_);
    const double time = now();
    if (time - drawn_at_ < seconds_between_drawings && done != total)
        return;
    drawn_at_ = time;
    bar_ = true;
    std::string text = what + " " + std::to_string(done);
    if (total > 0) {
        text += "/" + std::to_string(total);
        const std::size_t room = std::min<std::size_t>(
            40, terminal_width() > text.size() + 4 ? terminal_width() - text.size() - 4 : 0);
        const std::size_t filled = room * std::min(done, total) / total;
        text += " [" + std::string(filled, '#') + std::string(room - filled, '.') + "]";
    }
    std::fprintf(stderr, "\r\033[K%s", text.c_str());
    std::fflush(stderr);
}

void Console::end_progress() {
    const std::lock_guard lock(mutex_);
    if (bar_)
        std::fprintf(stderr, "\r\033[K");
    bar_ = false;
}

} // namespace timeloom
