// Whether a text is one of a few.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace timeloom {

inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> choices) {
    return std::find(choices.begin(), choices.end(), text) != choices.end();
}

} // namespace timeloom
