#include "events/noun_classes.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::size_t most_classes = 64;
constexpr std::size_t shortest_first = 3; ///< letters of the first part of a compound
constexpr std::size_t shortest_last = 4;

} // namespace

NounClasses::NounClasses(const std::filesystem::path& folder, const Inflection& inflection) {
    const auto table = read_table(folder / "noun-classes.tsv", {2, 2});
    for (const auto& row : table.rows) {
        auto known = bit(row[0]);
        if (!known) {
            if (names_.size() == most_classes)
                table.fail(row, "more than 64 classes of nouns", "put its nouns into another class");
            names_.emplace_back(row[0]);
            known = bit(row[0]);
        }
        for (const auto& lemma : split(row[1], ' '))
            inflection.each_form(lemma, 'N', [&](std::string_view form, const Features&) {
                nouns_[hash_key(fold_case(form))] |= *known;
            });
    }
}

std::optional<NounClassBits> NounClasses::bit(std::string_view name) const {
    const auto known = std::ranges::find(names_, name);
    if (known == names_.end())
        return std::nullopt;
    return NounClassBits{1} << unsigned(known - names_.begin());
}

NounClassBits NounClasses::of(std::string_view noun, std::uint64_t key, bool compounds) const {
    if (const auto* known = nouns_.find(key))
        return *known;
    const auto lower = fold_case(noun);
    if (const auto hyphen = lower.rfind('-'); hyphen != std::string::npos) // "A350-Werk"
        return of(std::string_view(lower).substr(hyphen + 1),
                  hash_key(std::string_view(lower).substr(hyphen + 1)), compounds);
    if (!compounds)
        return 0;
    for (auto cut = shortest_first; cut + shortest_last <= lower.size(); ++cut)
        if ((static_cast<unsigned char>(lower[cut]) & 0xC0) != 0x80)
            if (const auto* known = nouns_.find(hash_key(std::string_view(lower).substr(cut))))
                return *known;
    return 0;
}

} // namespace timeloom
