#include "entities/surnames.hpp"

#include "entities/pieces.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "Jordan Friday said": papers set bare days of the week behind names.
bool is_weekday(const Timex& time) {
    return time.reading.has(timing::Slot::weekday);
}

} // namespace

void drop_surnames(const Document& document, const World& world, std::vector<Timex>& times) {
    std::erase_if(times, [&](const Timex& time) {
        const auto token = std::ranges::lower_bound(document.tokens, time.span.begin, {},
                                                    [](const Token& t) { return t.span.begin; });
        if (token == document.tokens.begin() || token == document.tokens.end() || token->span != time.span ||
            !token->capital)
            return false;
        const Token& before = *(token - 1);
        return before.capital && before.kind == TokenKind::word && before.sentence == token->sentence &&
               token->space_before && world.is_given_name(name_hash(before.span.of(document.text))) &&
               (!is_weekday(time) || world.is_family_name(name_hash(token->span.of(document.text))));
    });
}

} // namespace timeloom
