// Text with its expressions marked: "they left [in June=2016-06]".
#pragma once

#include "text/document.hpp"
#include "time/timex.hpp"

#include <span>
#include <string>
#include <string_view>

namespace timeloom {

struct MarkedText {
    std::string text;     ///< "they left in June"
    std::string expected; ///< "in June=2016-06; "
};

inline MarkedText unmark(std::string_view marked) {
    MarkedText result;
    std::string expression;
    bool inside = false, value = false;
    for (const char c : marked) {
        if (c == '[' && !inside) {
            inside = true;
            value = false;
        } else if (c == ']' && inside) {
            inside = false;
            result.expected += expression + "; ";
            expression.clear();
        } else if (inside) {
            value |= c == '=';
            expression += c;
            if (!value)
                result.text += c;
        } else {
            result.text += c;
        }
    }
    return result;
}

/// In the form of MarkedText::expected.
inline std::string listed(const Document& document, std::span<const Timex> times) {
    std::string text;
    for (const auto& time : times)
        text += std::string(time.span.of(document.text)) + "=" + time.value + "; ";
    return text;
}

} // namespace timeloom
