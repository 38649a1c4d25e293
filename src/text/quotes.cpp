#include "text/quotes.hpp"

#include <string_view>

namespace timeloom {

namespace {

bool is_bracket(std::string_view mark) {
    return mark == "(" || mark == "[" || mark == "-" || mark == "–" || mark == "—";
}

} // namespace

QuoteMark quote_at(const Document& document, std::uint32_t token) {
    const auto& tokens = document.tokens;
    const auto text = [&](std::uint32_t i) { return tokens[i].span.of(document.text); };
    const auto mark = text(token);
    if (mark == "\"")
        return QuoteMark::straight;
    if (mark == "„")
        return QuoteMark::opens;
    if (mark == "”")
        return QuoteMark::closes;
    if (mark != "“" && mark != "«" && mark != "»")
        return QuoteMark::none;
    const bool first = token == 0 || tokens[token].space_before || is_bracket(text(token - 1));
    const bool last = token + 1 == tokens.size() || tokens[token + 1].space_before ||
                      tokens[token + 1].kind == TokenKind::punctuation;
    if (first != last)
        return first ? QuoteMark::opens : QuoteMark::closes;
    return mark == "»" ? QuoteMark::closes : QuoteMark::opens;
}

} // namespace timeloom
