#include "entities/clubs.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// "2-0", "3:1" at piece i: two small numbers with nothing but a hyphen or colon between them, no date or
/// time.
bool is_result(const SpotterText& r, std::size_t i) {
    constexpr std::uint32_t digits = 2;
    const auto is_count = [&](const Piece& p) { return p.number && p.span.length() <= digits && !p.barred; };
    if (i + 1 >= r.pieces.size() || !is_count(r.pieces[i]) || !is_count(r.pieces[i + 1]))
        return false;
    const auto begin = r.pieces[i].span.end;
    const auto between = r.text.substr(begin, r.pieces[i + 1].span.begin - begin);
    return between == "-" || between == ":" || between == "–";
}

/// May the name be a town's, so that its club is called so too? A country has no seat in a country.
bool names_town(const SpotterText& r, const Candidate& c) {
    if (c.readings.empty())
        return r.world.is_town(word_key(cover(r.text, r.pieces, c.first, c.end).of(r.text)));
    return std::any_of(c.readings.begin(), c.readings.end(), [&](const NameReading& reading) {
        const auto& entity = r.world[reading.entity];
        return entity.type == EntityType::place && entity.prominence > 1 &&
               (reading.languages & r.language) != 0;
    });
}

/// "in Lecce", "from Cagliari": the town itself.
bool shown_as_place(const SpotterText& r, const Candidate& c) {
    return c.first > 0 && r.pieces[c.first].gap == Gap::space &&
           (r.words.small(r.pieces[c.first - 1]) & (small_in | small_article)) == small_in;
}

} // namespace

void find_clubs(const SpotterText& r, std::vector<Candidate>& candidates) {
    std::vector<std::uint32_t> sentences; // that tell a result
    for (std::size_t i = 0; i < r.pieces.size(); ++i)
        if (is_result(r, i) && (sentences.empty() || sentences.back() != r.pieces[i].sentence))
            sentences.push_back(r.pieces[i].sentence);
    if (sentences.empty())
        return;
    std::vector<std::uint64_t> clubs;
    for (const auto& c : candidates)
        if (!c.nested && names_town(r, c) && !shown_as_place(r, c) &&
            std::binary_search(sentences.begin(), sentences.end(), r.pieces[c.first].sentence))
            clubs.push_back(c.hash);
    std::sort(clubs.begin(), clubs.end());
    for (auto& c : candidates)
        if (!c.nested && !shown_as_place(r, c) && std::binary_search(clubs.begin(), clubs.end(), c.hash)) {
            c.readings = {};
            c.doubtful = c.unsure = false;
            c.votes[static_cast<std::size_t>(EntityType::organization)] += 8;
        }
}

} // namespace timeloom
