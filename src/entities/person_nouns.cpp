#include "entities/person_nouns.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <bit>

namespace timeloom {

namespace {

constexpr std::uint32_t most_kinds = 28;
/// Columns of persons.tsv, as bits beside those of the kinds.
constexpr std::uint32_t both = 1u << 28, man = 1u << 29, woman = 1u << 30, many = 1u << 31;
constexpr std::uint32_t all_kinds = both - 1;

PersonNoun noun_of(std::uint32_t value, std::uint32_t length) {
    const auto columns = value & (both | man | woman);
    return {value & all_kinds, columns == man, columns == woman, columns == 0, length};
}

} // namespace

PersonNouns::PersonNouns(const std::filesystem::path& data, const std::string& language) {
    const auto kinds = read_table(data / "languages" / "person-kinds.tsv", {1, 2});
    for (const auto& row : kinds.rows)
        names_.emplace_back(row[0]);
    if (names_.size() > most_kinds)
        kinds.fail(kinds.rows.back(), "too many kinds", "keep to " + std::to_string(most_kinds));
    const auto bit = [&](const Table& table, const TableRow& row, std::string_view kind) {
        if (const auto found = bit_of(kind); found != 0)
            return found;
        table.fail(row, "unknown kind '" + std::string(kind) + "'", "use one of person-kinds.tsv");
    };
    for (const auto& row : kinds.rows) {
        auto& implied = implied_.emplace_back(bit(kinds, row, row[0]));
        for (const auto& kind : split(row[1], ' '))
            implied |= bit(kinds, row, kind);
    }
    const auto table = read_table(data / "languages" / language / "persons.tsv", {2, 5});
    for (const auto& row : table.rows) {
        std::uint32_t value = 0;
        for (const auto& kind : split(row[0], ' '))
            value |= bit(table, row, kind);
        for (const auto& [column, number] : {std::pair{1, both}, {2, man}, {3, woman}, {4, many}})
            for (const auto& noun : split(row[static_cast<std::size_t>(column)], '|'))
                if (noun.starts_with('-'))
                    endings_.add(fold_case(noun.substr(1)), value | number);
                else
                    nouns_.add(noun, value | number);
    }
}

PersonNoun PersonNouns::find(std::span<const Piece> pieces, std::size_t at, std::size_t end,
                             std::string_view text) const {
    if (const auto match = nouns_.at(pieces, at, end); match.length > 0)
        return noun_of(match.value, match.length);
    const auto* ending = endings_.find(pieces[at].span.of(text));
    return ending ? noun_of(*ending, 1) : PersonNoun();
}

std::uint32_t PersonNouns::with_implied(std::uint32_t kinds) const {
    std::uint32_t all = 0;
    for (auto left = kinds; left != 0; left &= left - 1)
        all |= implied_[static_cast<std::size_t>(std::countr_zero(left))];
    return all;
}

std::uint32_t PersonNouns::court() const {
    return bit_of("judge") | bit_of("lawyer") | bit_of("prosecutor") | bit_of("journalist") |
           bit_of("spokesperson");
}

std::uint32_t PersonNouns::bit_of(std::string_view kind) const {
    const auto at = std::find(names_.begin(), names_.end(), kind);
    return at == names_.end() ? 0 : 1u << (at - names_.begin());
}

} // namespace timeloom
