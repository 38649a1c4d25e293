// What an exporter writes, as a string.
#pragma once

#include "export/exporter.hpp"

#include <string>

namespace timeloom {

template <class Write>
std::string written(Write write) {
    std::string out;
    write(Sink([&out](std::string_view bytes) { out += bytes; }));
    return out;
}

} // namespace timeloom
