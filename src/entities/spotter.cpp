#include "entities/spotter.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::size_t longest_name = 12;

class Spotter {
  public:
    explicit Spotter(const Reading& reading) : r_(reading), text_(reading.text), p_(reading.pieces) {}

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
    bool common(std::size_t i) const { return r_.words.is_common(p_[i], text_); }
    bool name_like(std::size_t i) const;
    Candidate known_at(std::size_t i) const;
    bool fits(const NameReading& reading, std::size_t first, std::size_t end) const;
    std::size_t run_end(std::size_t i) const;
    std::size_t bridge(std::size_t first, std::size_t j) const;
    std::size_t institution_end(std::size_t i) const;

    void split_run(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const;
    void add_unknown(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const;
    bool doubtful(std::size_t begin, std::size_t end) const;

    const Reading& r_;
    std::string_view text_;
    std::span<const Piece> p_;
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

bool Spotter::name_like(std::size_t i) const {
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
        if (r_.words.capital_nouns && common(i))
            return false;
        if (piece.first && r_.words.demonyms.contains(piece.word))
            return false;
    }
    return true;
}

bool Spotter::fits(const NameReading& reading, std::size_t first, std::size_t end) const {
    if ((reading.languages & r_.language) == 0)
        return false;
    if (reading.acronym && end == first + 1 && !p_[first].all_capitals && !p_[first].digit)
        return false;
    if (!reading.needs_context || end > first + 1)
        return true;
    const Piece& piece = p_[first];
    if (r_.words.is_function_word(piece))
        return false;
    if (striking(piece))
        return true;
    const bool bare = first == 0 || piece.gap == Gap::wide ||
                      !has(first - 1, small_article | small_indefinite | small_determiner);
    if (r_.words.capital_nouns || piece.first || piece.heading)
        return bare && r_.world[reading.entity].prominence == 1 && !(piece.heading && common(first));
    return true;
}

/// The longest stretch from piece i that the world tables know in this language.
Candidate Spotter::known_at(std::size_t i) const {
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
        const auto fit = std::any_of(match.readings.begin(), match.readings.end(),
                                     [&](const auto& reading) { return fits(reading, i, j + 1); });
        // the last word of a known name has a capital too, unless the whole is long ("Nações unidas")
        if (fit && !(j == i && has(i, small_never))) {
            best.first = static_cast<std::uint32_t>(i);
            best.end = static_cast<std::uint32_t>(j + 1);
            best.readings = match.readings;
            best.cut = cut;
            best.hash = hash;
        }
        if (!match.goes_on)
            break;
    }
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

std::size_t Spotter::run_end(std::size_t i) const {
    auto j = i + 1;
    while (j < p_.size() && j < i + longest_name) {
        const Piece& piece = p_[j];
        if (piece.barred || !joined(j) || piece.sentence != p_[i].sentence)
            break;
        if (name_like(j)) {
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
        if (piece.capital && r_.world.is_legal_form(hash_of(j, j + 1))) {
            ++j;
            continue;
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
            if (has(k, small_never))
                break;
            j = k + 1;
            end = j;
        } else if (p_[j].capital && (name_like(j) || !r_.words.capital_nouns) && !has(j, small_never)) {
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
    if (end > begin + 1)
        return false;
    return p_[begin].first || r_.words.capital_nouns;
}

void Spotter::add_unknown(std::size_t begin, std::size_t end, std::vector<Candidate>& out) const {
    while (begin < end && !name_like(begin) && !r_.words.name_word(p_[begin], text_))
        ++begin;
    if (begin >= end)
        return;
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
        if (given && single && known.end <= end) { // "Melania Trump", "Tim Apple"
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
    if (rest >= end) {
        out.push_back(known);
        return;
    }
    const bool title = r_.words.title_at(p_, rest, end, text_) > 0;
    if (title || !known_at(rest).readings.empty() || !joined(rest) || (p_[rest].hyphen && common(rest))) {
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
        const bool legal = r_.world.is_legal_form(hash_of(rest, stop));
        if (legal) {
            out.back().readings = known.readings;
        } else {
            if (entity.type == EntityType::organization)
                out.back().owner = known.readings[0].entity;
            if (entity.type == EntityType::product)
                out.back().owner = entity.owner;
            known.nested = true;
            out.push_back(known);
        }
    }
    if (stop < end)
        split_run(stop, end, out);
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
            i = end;
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
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.end > b.end;
    });
    return found;
}

} // namespace

std::vector<Candidate> spot_names(const Reading& reading) {
    return Spotter(reading).run();
}

} // namespace timeloom
