#include "cli/terminal_output.hpp"

#include "export/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace timeloom {

void print_timeline(const Timeline& timeline, bool quotes) {
    TerminalStyle style;
    style.quotations = quotes;
    style.width = 0;
    if (isatty(STDOUT_FILENO)) {
        winsize size{};
        style.width = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
        const char* no_colour = std::getenv("NO_COLOR");
        style.colour = !no_colour || !*no_colour;
    }
    write_terminal(timeline, style, [](std::string_view bytes) { std::cout << bytes; });
    std::cout.flush();
}

} // namespace timeloom
