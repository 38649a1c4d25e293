#include "entities/name_spelling.hpp"

#include <utility>

namespace timeloom {

bool same_given_name(std::string_view a, std::string_view b) {
    if (a == b)
        return true;
    if (a.size() > b.size())
        std::swap(a, b);
    if (a.empty())
        return false;
    if (a.size() == 1)
        return b.front() == a.front();
    constexpr std::size_t shortest = 5; // "jan" and "jane" are two
    if (a.size() < shortest || b.size() != a.size() + 1)
        return false;
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same])
        ++same;
    if (a.substr(same) != b.substr(same + 1))
        return false;
    return same + 1 < b.size() || b[same] == b[same - 1]; // within, or the last letter doubled
}

} // namespace timeloom
