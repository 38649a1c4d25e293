#include "entities/name_clues.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// A neighbour of a name, in both its shapes; for a mark and the bounds of a sentence they are the same.
struct Neighbour {
    NameClueToken word, kind;
    bool plain = false; ///< a word
};

/// A mark or a class.
NameClueToken token(std::string_view text) {
    return {hash_key(text), text};
}

Neighbour bound() {
    static const NameClueToken edge = token("^");
    return {edge, edge, false};
}

/// The first mark between two words.
std::string_view mark_in(std::string_view between) {
    const auto at = between.find_first_not_of(" \n\r\t");
    if (at == std::string_view::npos)
        return {};
    return static_cast<unsigned char>(between[at]) < 0x80 ? between.substr(at, 1) : std::string_view("\"");
}

enum WordClass : std::uint8_t {
    number_class,
    in_class,
    of_class,
    by_class,
    for_class,
    and_class,
    article_class,
    indefinite_class,
    former_class,
    determiner_class,
    title_class,
    whose_class,
    demonym_class,
    capital_class,
    unknown_class,
    function_class,
    noun_class,
    verb_class,
    adjective_class,
    capital_noun_class,
    capital_adjective_class,
    capital_verb_class,
    first_kind_class // and one for each entity type, then the same with a capital
};

const NameClueToken& class_token(std::size_t i) {
    static const auto tokens = [] {
        constexpr std::array<std::string_view, first_kind_class + 14> names = {
            "<number>",    "<in>",         "<of>",        "<by>",         "<for>",          "<and>",
            "<article>",   "<indefinite>", "<former>",    "<determiner>", "<title>",        "<whose>",
            "<demonym>",   "<capital>",    "<unknown>",   "<function>",   "<noun>",         "<verb>",
            "<adjective>", "<Noun>",       "<Adjective>", "<Verb>",       "<organization>", "<person>",
            "<place>",     "<product>",    "<project>",   "<work>",       "<other>",        "<Organization>",
            "<Person>",    "<Place>",      "<Product>",   "<Project>",    "<Work>",         "<Other>"};
        std::array<NameClueToken, names.size()> all;
        for (std::size_t k = 0; k < names.size(); ++k)
            all[k] = {hash_key(names[k]), names[k]};
        return all;
    }();
    return tokens[i];
}

std::size_t class_of(const SpotterText& r, std::size_t i, bool behind) {
    const Piece& p = r.pieces[i];
    if (p.number || p.barred)
        return number_class;
    constexpr std::array<std::pair<std::uint32_t, WordClass>, 9> smalls = {
        {{small_in, in_class},
         {small_of, of_class},
         {small_by, by_class},
         {small_for, for_class},
         {small_and, and_class},
         {small_article, article_class},
         {small_indefinite, indefinite_class},
         {small_former, former_class},
         {small_determiner, determiner_class}}};
    for (const auto& [role, kind] : smalls)
        if (r.words.small(p) & role)
            return kind;
    const auto title = behind ? r.words.title_at(r.pieces, i, std::min(i + 6, r.pieces.size()), r.text)
                              : r.words.title_before(r.pieces, i + 1, r.text);
    if (title > 0)
        return title_class;
    if (const auto word = r.words.name_word(p, r.text))
        return first_kind_class + static_cast<std::size_t>(word->type) + (p.capital ? 7 : 0);
    if (r.words.owned.contains(p.word))
        return whose_class;
    if (r.words.demonyms.contains(p.word))
        return demonym_class;
    if (p.capital && !r.words.capital_nouns)
        return capital_class;
    const auto* kind = r.words.common.find(p.word);
    if (kind == nullptr)
        return p.capital ? capital_class : unknown_class;
    switch (*kind) {
    case 'n':
        return p.capital ? capital_noun_class : noun_class;
    case 'v':
        return p.capital ? capital_verb_class : verb_class;
    case 'a':
        return p.capital ? capital_adjective_class : adjective_class;
    default:
        return function_class;
    }
}

/// Up to three words and marks before a name (`step` −1), or behind it.
template <std::size_t size>
std::array<Neighbour, size> neighbours(const SpotterText& r, std::size_t at, bool behind) {
    std::array<Neighbour, size> found;
    found.fill(bound());
    std::size_t count = 0;
    while (count < size) {
        // the gap lies before piece `at` on either side
        if (at == 0 || at >= r.pieces.size() || r.pieces[at].sentence != r.pieces[at - 1].sentence)
            break;
        const auto begin = r.pieces[at - 1].span.end;
        if (const auto mark = mark_in(r.text.substr(begin, r.pieces[at].span.begin - begin)); !mark.empty())
            found[count++] = {token(mark), token(mark), false};
        if (count == size)
            break;
        const auto i = behind ? at : at - 1;
        found[count++] = {
            {r.pieces[i].word, r.pieces[i].span.of(r.text)}, class_token(class_of(r, i, behind)), true};
        at = behind ? at + 1 : at - 1;
    }
    return found;
}

/// The last `count` letters; none when the word has no more than that.
std::string_view ending(std::string_view word, std::size_t count) {
    auto at = word.size();
    while (count > 0 && at > 0)
        count -= (static_cast<unsigned char>(word[--at]) & 0xC0) != 0x80;
    return count > 0 || at == 0 ? std::string_view() : word.substr(at);
}

std::string_view shape_of(const Piece& p) {
    if (p.number)
        return "<0>";
    if (p.span.length() == 1)
        return "<A.>";
    if (p.all_capitals)
        return "<AA>";
    if (p.camel)
        return "<aA>";
    if (p.digit)
        return "<A0>";
    if (!p.capital)
        return "<a>";
    return p.hyphen ? "<-A>" : "<Aa>";
}

} // namespace

std::uint64_t NameClue::key() const {
    auto hash = (static_cast<std::uint64_t>(kind) + 1) * 0x9e3779b97f4a7c15u;
    for (const auto& t : tokens)
        hash = (hash ^ t.key) * 0xff51afd7ed558ccdu ^ (hash >> 29);
    return hash | 1;
}

std::uint64_t name_clue_key(std::string_view row) {
    const auto words = split(row, ' ');
    const auto kind =
        std::find(name_clue_kinds.begin(), name_clue_kinds.end(), words.empty() ? "" : words[0]);
    if (kind == name_clue_kinds.end() || words.size() > 4)
        return 0;
    NameClue clue{static_cast<NameClueKind>(kind - name_clue_kinds.begin()), {}, false};
    for (std::size_t i = 1; i < words.size(); ++i)
        clue.tokens[i - 1].key = hash_key(words[i]);
    return clue.key();
}

NameClues::NameClues(const SpotterText& reading, const Candidate& candidate) {
    add_around(reading, candidate);
    add_doings(reading, candidate);
    add_inside(reading, candidate);
    add(NameClueKind::any, false, {});
}

void NameClues::add_around(const SpotterText& r, const Candidate& c) {
    const auto b = neighbours<3>(r, c.first, false);
    const auto a = neighbours<3>(r, c.end, true);
    for (const auto kind : {NameClueKind::before, NameClueKind::behind}) {
        const auto& n = kind == NameClueKind::before ? b : a;
        add(kind, false, n[0].kind);
        add(kind, false, n[0].kind, n[1].kind);
        add(kind, false, n[0].kind, n[1].kind, n[2].kind);
        if (n[0].plain)
            add(kind, true, n[0].word);
        if (n[0].plain || n[1].plain)
            add(kind, true, n[0].word, n[1].word);
    }
    if (b[1].plain)
        add(NameClueKind::before, true, b[0].kind, b[1].word);
    if (a[1].plain)
        add(NameClueKind::second, true, a[1].word);
    add(NameClueKind::around, false, b[0].kind, a[0].kind);
    if (a[0].plain)
        add(NameClueKind::around, true, b[0].kind, a[0].word);
    if (b[0].plain)
        add(NameClueKind::around, true, b[0].word, a[0].kind);

    constexpr std::array<std::string_view, 4> lengths = {"<1>", "<2>", "<3>", "<4>"};
    const auto length = token(lengths[std::min<std::size_t>(c.end - c.first, 4) - 1]);
    static const NameClueToken left = token("<left>"), right = token("<right>");
    add(NameClueKind::length, false, length);
    add(NameClueKind::length, false, length, left, b[0].kind);
    add(NameClueKind::length, false, length, right, a[0].kind);
    if (b[0].plain)
        add(NameClueKind::length, true, length, left, b[0].word);
    if (a[0].plain)
        add(NameClueKind::length, true, length, right, a[0].word);
}

/// What the name does, told by the next verb behind it, and what is done to it, told by a verb right before.
void NameClues::add_doings(const SpotterText& r, const Candidate& c) {
    constexpr std::size_t farthest = 4;
    const auto& doings = r.words.doings;
    const auto goes_on = [&](std::size_t i) {
        const auto gap = r.pieces[i].gap;
        return r.pieces[i].sentence == r.pieces[c.first].sentence && (gap == Gap::space || gap == Gap::none);
    };
    static const NameClueToken first = token("<first>"), later = token("<later>"), near = token("<near>"),
                               far = token("<far>");
    const bool opens = c.first == 0 || r.pieces[c.first - 1].sentence != r.pieces[c.first].sentence;
    for (std::size_t i = c.end; i < r.pieces.size() && i < c.end + farthest && goes_on(i); ++i)
        if (const auto frame = doings.of(r.pieces[i].word); !frame.empty() && !r.pieces[i].capital) {
            add(NameClueKind::does, false, token(frame));
            add(NameClueKind::does, false, token(frame), i == c.end ? near : far, opens ? first : later);
            break;
        }
    for (std::size_t i = c.first; i > 0 && i + 2 > c.first && goes_on(i); --i)
        if (const auto frame = doings.of(r.pieces[i - 1].word); !frame.empty()) {
            if (i == c.first)
                add(NameClueKind::done, false, token(frame));
            else
                add(NameClueKind::done, false, token(frame), class_token(class_of(r, i, false)));
            break;
        }
}

void NameClues::add_inside(const SpotterText& r, const Candidate& c) {
    const auto letters = [&](std::size_t i) { return r.pieces[i].span.of(r.text); };
    const bool single = c.end == c.first + 1;
    const auto many = token(single ? "<one>" : "<many>");
    for (const std::size_t count : {2U, 3U, 4U})
        if (const auto end = ending(letters(c.end - 1), count); !end.empty())
            add(NameClueKind::ending, true, {word_key(end), end}, many);
    for (const std::size_t count : {2U, 3U})
        if (const auto end = ending(letters(c.first), count); !single && !end.empty())
            add(NameClueKind::start, true, {word_key(end), end});
    for (auto i = c.first; i < c.end && !single; ++i)
        if (!r.pieces[i].capital || r.words.common.contains(r.pieces[i].word) ||
            r.words.name_word(r.pieces[i], r.text)) {
            add(NameClueKind::inside, true, {r.pieces[i].word, letters(i)});
            add(NameClueKind::inside, false, class_token(class_of(r, i, false)));
        }
    const auto heading = r.pieces[c.first].heading ? token("<heading>") : token("<text>");
    add(NameClueKind::shape, false, token(shape_of(r.pieces[c.first])), token(shape_of(r.pieces[c.end - 1])),
        heading);
    const auto known = [&](bool is) { return token(is ? "<yes>" : "<no>"); };
    add(NameClueKind::known, false, known(r.world.is_given_name(name_hash(letters(c.first)))),
        known(r.world.is_family_name(name_hash(letters(c.end - 1)))), many);
}

} // namespace timeloom
