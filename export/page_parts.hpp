// The files of export/page/ and D3, built into the program by export/page/embed.py.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace timeloom {

struct PagePart {
    std::string_view name; ///< "page.css"
    const unsigned char* bytes;
    std::size_t size;
};
std::span<const PagePart> page_parts();

} // namespace timeloom
