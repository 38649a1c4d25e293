#include "entities/spotter.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace timeloom {

namespace {

constexpr std::size_t longest_name = 12;

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Spotter {
  public:
    explicit Spotter(const SpotterText& reading)
        : r_(reading), text_(reading.text), p_(reading.pieces), common_(p_.size()), name_like_(p_.size()),
          known_(p_.size()) {}

    std::vector<Candidate> run();

  private:
    bool joined(std::size_t i) const {
        return p_[i].gap == Gap::space || p_[i].gap == Gap::none || p_[i].gap == Gap::ampersand;
    }
    bool has(std::size_t i, std::uint32_t role) const {
        return i < p_.size() && (r_.words.small(p_[i]) & role) != 0;
    }
    std::string_view letters(std::size_t i) const { return p_[i].span.of(text_); }
    std::uint64_t hash_of(std::size_t first, std::size_t end) const;

    bool striking(const Piece& piece) const;
    bool common(std::size_t i) const {
        return remember(common_[i], [&] { return r_.words.is_common(p_[i], text_); });
    }
    bool name_like(std::size_t i) const {
        return remember(name_like_[i], [&] { return looks_like_name(i); });
    }
    const Candidate& known_at(std::size_t i) const {
        if (known_[i] == 0) {
            found_known_.push_back(look_up(i));
            known_[i] = static_cast<std::uint32_t>(found_known_.size());
        }
        return found_known_[known_[i] - 1];
    }
    bool plain_noun(std::size_t i) const { return common(i) || r_.words.foreign.contains(p_[i].word); }
    bool looks_like_name(std::size_t i) const;
    Candidate look_up(std::size_t i) const;
    enum class Fit : std::uint8_t { no, unsure, yes };
    Fit fits(const NameReading& reading, std::size_t first, std::size_t end) const;
    std::size_t run_end(std::size_t i) const;
    std::size_t bridge(std::size_t first, std::size_t j) const;
    std::size_t legal_form_end(std::size_t i) const;
    bool continues_foreign(std::size_t first, std::size_t j) const;
    std::size_t institution_end(std::size_t i) const;
    bool begins_person(std::size_t i) const {
        const auto& known = known_at(i);
        if (!known.readings.empty())
            return r_.world[known.readings[0].entity].type == EntityType::person;
        return i + 1 < p_.size() && joined(i + 1) && p_[i + 1].capital &&
               r_.world.is_given_name(hash_of(i, i + 1)) && !common(i);
    }

    void split_run(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const;
    void add_unknown(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const;
    bool doubtful(std::size_t begin, std::size_t end) const;
    static void compose(const KnownEntity& owner, std::string_view noun, Candidate& product);
    void set_owner(const Candidate& known, Candidate& product) const;
    bool add_product(std::size_t i, std::vector<Candidate>& out) const;
    void add_tails(std::vector<Candidate>& found) const;

    enum class Answer : std::uint8_t { unknown, no, yes };
    template <typename Question>
    static bool remember(Answer& answer, Question question) {
        if (answer == Answer::unknown)
            answer = question() ? Answer::yes : Answer::no;
        return answer == Answer::yes;
    }

    const SpotterText& r_;
    std::string_view text_;
    std::span<const Piece> p_;
    // each piece is asked about several times
    mutable std::vector<Answer> common_, name_like_;
    mutable std::vector<std::uint32_t> known_; ///< 1 + index into found_known_
    mutable std::deque<Candidate> found_known_;
};

std::uint64_t Spotter::hash_of(std::size_t first, std::size_t end) const {
    auto hash = empty_name_hash;
    for (auto i = first; i < end; ++i)
        hash = extend_name_hash(hash, letters(i));
    return hash;
}

/// Looks that hardly any common word has.
bool Spotter::striking(const Piece& piece) const {
    if (piece.barred || piece.number)
        return false;
    if (piece.camel)
        return true;
    if (piece.all_capitals && !piece.heading)
        return true;
    return piece.capital && piece.digit;
}

bool Spotter::looks_like_name(std::size_t i) const {
    const Piece& piece = p_[i];
    if (piece.barred || piece.number)
        return false;
    if (has(i, small_never))
        return false;
    if (striking(piece))
        return true;
    if (!piece.capital || r_.words.is_function_word(piece))
        return false;
    if (r_.words.small(piece) != 0 && !has(i, small_particle))
        return false;
    if (r_.words.capital_nouns || piece.first || piece.heading) {
        if (r_.words.common.contains(piece.word))
            return false;
        if (r_.words.capital_nouns && common(i)) {
            const auto hash = hash_of(i, i + 1);
            if (!r_.world.is_family_name(hash) && !r_.world.is_given_name(hash))
                return false;
        }
        if (piece.first && r_.words.demonyms.contains(piece.word))
            return false;
    }
    return true;
}

Spotter::Fit Spotter::fits(const NameReading& reading, std::size_t first, std::size_t end) const {
    if ((reading.languages & r_.language) == 0)
        return Fit::no;
    const Piece& piece = p_[first];
    if (end > first + 1) {
        // "U.S." may be cut into letters, but "in a" is not the acronym INA
        for (auto i = first; reading.acronym && i < end; ++i)
            if (!p_[i].capital && !p_[i].digit)
                return Fit::no;
        return Fit::yes;
    }
    if (reading.acronym && !piece.all_capitals && !piece.digit)
        return Fit::no;
    if (striking(piece))
        return reading.needs_context && r_.world[reading.entity].prominence > 1 ? Fit::unsure : Fit::yes;
    if (r_.words.is_function_word(piece))
        return Fit::no;
    const bool telling = !(r_.words.capital_nouns || piece.first || piece.heading);
    // a table of this very language lists the word without a mark: "Unterhaus"
    const bool meant = reading.languages != 0xFFFF && !piece.first && !piece.heading;
    if (!reading.needs_context)
        return telling || meant || !r_.words.common.contains(piece.word) ? Fit::yes : Fit::unsure;
    if (r_.world[reading.entity].prominence > 1)
        return Fit::unsure;
    // a noun or adjective without article begins no sentence: "Telefónica vendió …"
    const auto kind = r_.words.common.find(piece.word);
    const bool bare = piece.first && !piece.heading && !r_.words.capital_nouns &&
                      (kind == r_.words.common.end() || kind->second == 'a' || kind->second == 'n');
    return telling || bare ? Fit::yes : Fit::unsure;
}

/// The longest stretch from piece i that the world tables know in this language.
Candidate Spotter::look_up(std::size_t i) const {
    Candidate best;
    const Piece& start = p_[i];
    if (start.barred || start.number || !(start.capital || start.camel || start.digit))
        return best;
    auto hash = empty_name_hash;
    for (auto j = i; j < p_.size() && j < i + longest_name; ++j) {
        if (j > i && (!joined(j) || p_[j].barred))
            break;
        const auto before = hash;
        hash = extend_name_hash(hash, letters(j));
        auto match = r_.world.look_up(hash);
        bool cut = false;
        if (match.readings.empty() && !match.goes_on && !p_[j].all_capitals)
            for (const auto& ending : r_.words.name_endings)
                if (letters(j).size() > ending.size() + 2 && letters(j).ends_with(ending)) {
                    const auto stem = letters(j).substr(0, letters(j).size() - ending.size());
                    const auto shorter = r_.world.look_up(extend_name_hash(before, stem));
                    if (!shorter.readings.empty() && (r_.words.capital_nouns || stem.size() > 3)) {
                        match.readings = shorter.readings;
                        cut = true;
                        break;
                    }
                }
        auto fit = Fit::no;
        for (const auto& reading : match.readings)
            fit = std::max(fit, fits(reading, i, j + 1));
        if (fit != Fit::no && !(j == i && has(i, small_never))) {
            best.first = static_cast<std::uint32_t>(i);
            best.end = static_cast<std::uint32_t>(j + 1);
            best.readings = match.readings;
            best.cut = cut;
            best.unsure = fit == Fit::unsure;
            best.hash = cut ? extend_name_hash(before, letters(j).substr(0, letters(j).size() - 1)) : hash;
        }
        if (!match.goes_on)
            break;
    }
    if (!best.readings.empty())
        best.doubtful = doubtful(best.first, best.end);
    return best;
}

/// Past the particles that hold a name together before piece j; j itself when they do not.
std::size_t Spotter::bridge(std::size_t first, std::size_t j) const {
    auto k = j;
    while (k < p_.size() && k < j + 3 && joined(k) && has(k, small_particle) && !p_[k].capital)
        ++k;
    if (k == j || k >= p_.size() || !joined(k) || !name_like(k) || p_[k].first)
        return j;
    // "Ursula von der Leyen", but not "Microsoft de OpenAI"
    const auto start = hash_of(first, first + 1);
    const bool person = r_.world.is_given_name(start) || r_.words.title_before(p_, first, text_) > 0;
    const bool company =
        !known_at(k).readings.empty() && r_.world[known_at(k).readings[0].entity].type != EntityType::person;
    return person && !company ? k : j;
}

/// The end of the legal form at piece i, which may be cut at its points ("S.p.A."); i when there is none.
std::size_t Spotter::legal_form_end(std::size_t i) const {
    if (!p_[i].capital)
        return i;
    auto end = i + 1;
    while (end < p_.size() && end < i + 3 && p_[end].gap == Gap::none && !p_[end].hyphen)
        ++end;
    for (; end > i; --end)
        if (r_.world.is_legal_form(hash_of(i, end)))
            return end;
    return i;
}

/// Where nouns have capitals, two kinds of plain words go on with a name: a foreign one after a foreign one
/// ("First Amendment Institute"), and after a given name what only looks like a compound ("Naomi Buchwald").
bool Spotter::continues_foreign(std::size_t first, std::size_t j) const {
    if (!r_.words.capital_nouns || !p_[j].capital || p_[j].hyphen || p_[j].gap != Gap::space || has(j, ~0u))
        return false;
    if (r_.words.foreign.contains(p_[j].word) && r_.words.foreign.contains(p_[j - 1].word))
        return true;
    return r_.world.is_given_name(hash_of(first, first + 1)) && !r_.words.common.contains(p_[j].word) &&
           !r_.words.name_word(p_[j], text_);
}

std::size_t Spotter::run_end(std::size_t i) const {
    auto j = i + 1;
    while (j < p_.size() && j < i + longest_name) {
        const Piece& piece = p_[j];
        if (piece.barred || !joined(j) || piece.sentence != p_[i].sentence)
            break;
        if (continues_foreign(i, j)) {
            ++j;
            continue;
        }
        if (const auto form = legal_form_end(j); form > j) {
            j = form;
            continue;
        }
        if (name_like(j) && !(piece.hyphen && r_.words.capital_nouns && plain_noun(j))) {
            ++j;
            continue;
        }
        if (piece.capital && r_.words.name_word(piece, text_) &&
            r_.words.name_word(piece, text_)->use != NameWordUse::before && !piece.heading) {
            if (!piece.hyphen || r_.words.name_word(piece, text_)->type == EntityType::product) {
                ++j;
                continue;
            }
        }
        if (piece.number && piece.span.length() <= 4 && (piece.gap == Gap::none || striking(p_[j - 1]))) {
            ++j;
            continue;
        }
        const auto next = bridge(i, j);
        if (next == j)
            break;
        j = next + 1;
    }
    return j;
}

/// "Ministerio de Economía", "University of Brontia", "Department of Health and Human Services": the end of a
/// name that begins with such a head; i when there is none.
std::size_t Spotter::institution_end(std::size_t i) const {
    const auto head = r_.words.name_word(p_[i], text_);
    if (!head || head->use != NameWordUse::head || p_[i].barred || (p_[i].heading && !p_[i].capital))
        return i;
    if (!p_[i].capital && head->type != EntityType::organization)
        return i;
    auto j = i + 1;
    if (!p_[i].capital) {
        // a plain noun needs "of" right behind it, and a capital there that is no place or company by itself
        if (!has(j, small_of) || j + 1 >= p_.size())
            return i;
    }
    auto end = i;
    while (j < p_.size() && j < i + longest_name && joined(j) && !p_[j].barred) {
        const bool link = has(j, small_of | small_for) || (end > i && has(j, small_and));
        if (link) {
            auto k = j + 1;
            while (k < p_.size() && k < j + 3 && joined(k) && has(k, small_article) && !p_[k].capital)
                ++k;
            if (k >= p_.size() || !joined(k) || !p_[k].capital || p_[k].barred || p_[k].number)
                break;
            if (has(j, small_and) && !known_at(k).readings.empty())
                break;
            if (!p_[i].capital &&
                (p_[k].camel || (!known_at(k).readings.empty() &&
                                 r_.world[known_at(k).readings[0].entity].type != EntityType::work)))
                break;

            j = k + 1;
            end = j;
        } else if (p_[j].capital && (name_like(j) || !r_.words.capital_nouns) && !has(j, small_never) &&
                   !begins_person(j)) {
            end = ++j;
        } else {
            break;
        }
    }
    return end > i + 1 ? end : i;
}

bool Spotter::doubtful(std::size_t begin, std::size_t end) const {
    for (auto i = begin; i < end; ++i)
        if (striking(p_[i]))
            return false;
    if (p_[begin].heading)
        return true;
    bool plain = true; // "Foundation Models": nothing but common words
    for (auto i = begin; i < end; ++i)
        plain &= (r_.words.capital_nouns ? plain_noun(i) : common(i)) || r_.words.small(p_[i]) != 0;
    if (plain)
        return true;
    if (end > begin + 1)
        return r_.words.capital_nouns && p_[begin + 1].hyphen;

    return p_[begin].first || r_.words.capital_nouns;
}

/// "API de OpenAI" and "OpenAI-API" are named "OpenAI API".
void Spotter::compose(const KnownEntity& owner, std::string_view noun, Candidate& product) {
    product.name = owner.name + " " + std::string(noun);
    product.hash = name_hash(product.name);
    product.doubtful = false;
}

void Spotter::set_owner(const Candidate& known, Candidate& product) const {
    const KnownEntity& entity = r_.world[known.readings[0].entity];
    if (entity.type == EntityType::organization)
        product.owner = known.readings[0].entity;
    if (entity.type == EntityType::product)
        product.owner = entity.owner;
}

/// The product at piece i that its noun names first: "API de OpenAI", "APIs von OpenAI", "API OpenAI".
bool Spotter::add_product(std::size_t i, std::vector<Candidate>& out) const {
    const auto noun = r_.words.product_noun(p_[i]);
    if (noun.empty() || !striking(p_[i]))
        return false;
    auto k = i + 1;
    while (k < p_.size() && k < i + 3 && joined(k) && has(k, small_of | small_article) && !p_[k].capital)
        ++k;
    if (k >= p_.size() || !joined(k))
        return false;
    auto known = known_at(k);
    if (known.readings.empty())
        return false;
    const KnownEntity& entity = r_.world[known.readings[0].entity];
    if (entity.type != EntityType::organization && entity.type != EntityType::product)
        return false;
    Candidate product;
    product.first = static_cast<std::uint32_t>(i);
    product.end = known.end;
    compose(entity, noun, product);
    set_owner(known, product);
    known.nested = true;
    out.push_back(product);
    out.push_back(known);
    return true;
}

void Spotter::add_unknown(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const {
    while (begin < end && !name_like(begin) && !r_.words.name_word(p_[begin], text_))
        ++begin;
    if (begin >= end)
        return;
    // a word of names, a letter or an amount ("16GB") alone is no name
    if (end == begin + 1 && (r_.words.name_word(p_[begin], text_) || code_points(letters(begin)) < 2 ||
                             !(p_[begin].capital || p_[begin].camel)))
        return;
    // "Amtsvorgänger John Bolton": what stands before the given name is no part of the person's name
    for (auto i = begin + 1; i + 1 < end; ++i) {
        if (p_[i].gap != Gap::space || r_.words.name_word(p_[i - 1], text_))
            break;
        const bool acronym = i == begin + 1 && p_[begin].all_capitals && code_points(letters(begin)) > 2;
        if (r_.world.is_given_name(hash_of(i - 1, i)) || code_points(letters(i - 1)) < 3 ||
            (striking(p_[i - 1]) && !acronym))
            break;
        if (r_.world.is_given_name(hash_of(i, i + 1)) &&
            (r_.words.capital_nouns || acronym || common(i - 1))) {
            if (acronym)
                add_unknown(begin, i, out);
            begin = i;
            break;
        }
    }
    Candidate c;
    c.first = static_cast<std::uint32_t>(begin);
    c.end = static_cast<std::uint32_t>(end);
    c.hash = hash_of(begin, end);
    c.doubtful = doubtful(begin, end);
    out.push_back(c);
}

/// Cuts a run of name-like words into names, with the known names in it as landmarks.
void Spotter::split_run(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const {
    // titles and nationalities before the name are not part of it
    for (bool stripped = true; stripped && begin < end;) {
        stripped = false;
        if (const auto here = known_at(begin); !here.readings.empty() && here.end > begin + 1)
            break;
        if (const auto length = r_.words.title_at(p_, begin, end, text_);
            length > 0 && begin + length < end) {
            begin += length;
            stripped = true;
        } else if (begin + 1 < end && r_.words.demonyms.contains(p_[begin].word) &&
                   (known_at(begin).readings.empty()) &&
                   (r_.words.title_at(p_, begin + 1, end, text_) > 0 ||
                    !known_at(begin + 1).readings.empty())) {
            ++begin;
            stripped = true;
        } else if (const auto word = r_.words.name_word(p_[begin], text_);
                   word && word->use == NameWordUse::before && begin + 1 < end &&
                   known_at(begin).readings.empty()) {
            ++begin;
            stripped = true;
        }
    }
    if (begin >= end)
        return;

    auto at = begin;
    Candidate known = known_at(at);
    while (known.readings.empty() && ++at < end)
        known = known_at(at);
    if (known.readings.empty())
        return add_unknown(begin, end, out);
    const KnownEntity& entity = r_.world[known.readings[0].entity];
    const bool single = known.end == known.first + 1;

    if (at > begin) {
        const bool given = r_.world.is_given_name(hash_of(begin, begin + 1));
        if (given && single && known.end <= end && !striking(p_[at])) { // "Melania Trump", "Tim Apple"
            auto stop = known.end;
            while (stop < end && name_like(stop) && known_at(stop).readings.empty())
                ++stop;
            add_unknown(begin, stop, out);
            if (stop < end)
                split_run(stop, end, out);
            return;
        }
        bool words_of_names = false;
        for (auto i = begin; i < at; ++i) {
            const auto word = r_.words.name_word(p_[i], text_);
            words_of_names |= word && word->use != NameWordUse::before;
        }
        const bool plain = p_[begin].first || (single && entity.type != EntityType::organization &&
                                               entity.type != EntityType::place);
        if ((words_of_names || (single && !plain)) && known.end >= end) { // "Grupo Santander"
            add_unknown(begin, end, out);
            known.nested = true;
            out.push_back(known);
            return;
        }
        if (!p_[begin].first)
            add_unknown(begin, at, out);
        return split_run(at, end, out);
    }
    const auto rest = known.end;
    if (known.cut && r_.words.capital_nouns && rest < end) { // a genitive: "Microsofts Angebot"
        out.push_back(known);
        return split_run(rest, end, out);
    }
    if (rest >= end) {
        out.push_back(known);
        return;
    }
    const bool number = p_[rest].number && entity.type != EntityType::product;
    const bool acronym =
        !single && rest + 1 == end && p_[rest].all_capitals && entity.type == EntityType::organization;
    const bool title = number || acronym || r_.words.title_at(p_, rest, end, text_) > 0;
    const bool person_follows = end - rest >= 2 && entity.type != EntityType::person &&
                                r_.world.is_given_name(hash_of(rest, rest + 1)) && !common(rest);
    if (title || person_follows || !known_at(rest).readings.empty() || !joined(rest) ||
        (p_[rest].hyphen && common(rest))) {
        out.push_back(known);
        return split_run(rest, end, out);
    }
    // a known name that goes on: "Apple Corps", "OpenAI API", "iPhone 3GS", "California Highway Patrol"
    if (single && entity.type == EntityType::person && !p_[rest].number)
        return add_unknown(known.first, end, out);
    if (!single && entity.type == EntityType::person) {
        out.push_back(known);
        return split_run(rest, end, out);
    }
    auto stop = rest + 1;
    while (stop < end && known_at(stop).readings.empty())
        ++stop;
    add_unknown(known.first, stop, out);
    if (!out.empty() && out.back().end == stop) {
        out.back().doubtful = false;
        const auto noun = r_.words.product_noun(p_[rest]);
        if (stop == rest + 1 && !noun.empty())
            compose(entity, noun, out.back());
        const bool legal = r_.world.is_legal_form(hash_of(rest, stop));
        if (legal) {
            out.back().readings = known.readings;
        } else {
            set_owner(known, out.back());
            auto& votes = out.back().votes;
            if (entity.type == EntityType::product || entity.type == EntityType::project)
                votes[static_cast<std::size_t>(EntityType::product)] += 2;
            if (entity.type == EntityType::place)
                votes[static_cast<std::size_t>(EntityType::organization)] += 2;

            known.nested = true;
            out.push_back(known);
        }
    }
    if (stop < end)
        split_run(stop, end, out);
}

/// "Jobs" may begin a sentence as a common word does: the last word of a longer name of the document is
/// looked for everywhere.
void Spotter::add_tails(std::vector<Candidate>& found) const {
    std::unordered_set<std::uint64_t> tails;
    std::vector<bool> covered(p_.size(), false);
    for (const auto& c : found) {
        if (c.end > c.first + 1 && !c.doubtful && !r_.words.name_word(p_[c.end - 1], text_))
            tails.insert(p_[c.end - 1].word);
        std::fill(covered.begin() + c.first, covered.begin() + c.end, true);
    }
    if (tails.empty())
        return;
    for (std::size_t i = 0; i < p_.size(); ++i) {
        const Piece& piece = p_[i];
        if (covered[i] || !piece.capital || piece.barred || !tails.contains(piece.word) ||
            r_.words.is_function_word(piece))
            continue;
        Candidate c;
        c.first = static_cast<std::uint32_t>(i);
        c.end = c.first + 1;
        c.hash = hash_of(i, i + 1);
        c.doubtful = true;
        found.push_back(c);
    }
}

std::vector<Candidate> Spotter::run() {
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < p_.size();) {
        const Piece& piece = p_[i];
        if (piece.barred || !(piece.capital || piece.camel || piece.digit)) {
            const auto end = piece.barred ? i : institution_end(i);
            if (end == i) {
                ++i;
                continue;
            }
            add_unknown(i, end, found);
            found.back().votes[0] = 4;
            found.back().doubtful = false;
            i = end;
            continue;
        }
        if (add_product(i, found)) {
            i = found.back().end;
            continue;
        }
        const auto known = known_at(i);
        const auto institution = known.end > i + 1 ? i : institution_end(i);
        const auto run =
            name_like(i) || (r_.words.name_word(piece, text_) &&
                             r_.words.name_word(piece, text_)->use == NameWordUse::part && !piece.first)
                ? run_end(i)
                : i;
        if (!known.readings.empty() && known.end >= run && known.end >= institution) {
            found.push_back(known);
            i = known.end;
        } else if (institution > run) {
            add_unknown(i, institution, found);
            if (!found.empty() && found.back().end == institution)
                found.back().doubtful = false;
            i = institution;
        } else if (run > i) {
            split_run(i, run, found);
            i = run;
        } else {
            ++i;
        }
    }
    add_tails(found);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.end > b.end;
    });
    return found;
}

} // namespace

std::vector<Candidate> spot_names(const SpotterText& reading) {
    return Spotter(reading).run();
}

} // namespace timeloom
