#include "export/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace timeloom {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, change});
        }
    }
    return row.back();
}

} // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> names) {
    const auto found = std::min_element(
        names.begin(), names.end(), [&](auto a, auto b) { return distance(name, a) < distance(name, b); });
    return found == names.end() ? std::string_view() : *found;
}

} // namespace timeloom
