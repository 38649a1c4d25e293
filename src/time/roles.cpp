#include "time/roles.hpp"

#include <algorithm>

namespace timeloom::timing {

void RoleTable::add(std::string_view class_name, Roles role) {
    const auto id = vocabulary_.class_named(class_name);
    if (!id)
        return;
    for (const auto symbol : vocabulary_.symbols_with(*id))
        words_[symbol] |= role;
    for (const auto& phrase : vocabulary_.phrases(*id)) {
        phrases_.push_back({phrase.keys, role});
        for (const bool capital : {false, true})
            words_[vocabulary_.symbol_of_word(phrase.keys.back(), capital)] |= ends_phrase;
    }
}

RoleTable::Entry RoleTable::last_entry(const std::vector<Piece>& pieces, std::size_t first,
                                       std::size_t end) const {
    if (end == first)
        return {};
    const auto symbol = pieces[end - 1].symbol;
    Entry longest{of_word(symbol), of_word(symbol) != 0};
    if (!(words_[symbol] & ends_phrase))
        return longest;
    for (const auto& [keys, role] : phrases_) {
        const auto size = keys.size();
        if (size < longest.length || size > end - first)
            continue;
        std::size_t same = 0;
        while (same < size && pieces[end - 1 - same].key == keys[size - 1 - same])
            ++same;
        if (same < size)
            continue;
        if (size > longest.length)
            longest = {role, size};
        else
            longest.roles |= role;
    }
    return longest;
}

} // namespace timeloom::timing
